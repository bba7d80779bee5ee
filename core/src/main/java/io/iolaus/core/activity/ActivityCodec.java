package io.iolaus.core.activity;

import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.OutputStreamDataOutput;

/// The bytes of a profile, version 1.
///
/// ```
/// byte    version = 1
/// vint    number of strings, then each: its length in bytes as a vint, UTF-8; ascending
/// vint    number of days, then each day, ascending:
///   zint (first day) or vint    days since 1970, or since the day before in this list
///   vlong × 3                   exchanges, input tokens, output tokens
///   vint, vlong each            bit h set: hour h has exchanges; their numbers
///   for model, client, language, capability:
///     vint                      number of values, then for each, ascending:
///     vint, vlong               which string; exchanges
///   vint                        number of slots, then for each, ascending:
///     vint                      steps from the day's first slot, or from the slot before
/// ```
///
/// `vint` and `vlong` are Lucene's variable-length integers, `zint` the same over zigzag.
final class ActivityCodec {

  private static final byte VERSION = 1;

  private ActivityCodec() {}

  static byte[] write(ActivityProfile profile) {
    try {
      FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(256);
      DataOutput out = new OutputStreamDataOutput(bytes);
      List<ActivityDay> days = profile.days();
      String[] strings = strings(days);
      out.writeByte(VERSION);
      out.writeVInt(strings.length);
      for (String string : strings) {
        out.writeString(string);
      }
      out.writeVInt(days.size());
      for (int i = 0; i < days.size(); i++) {
        if (i == 0) {
          out.writeZInt(days.get(i).day);
        } else {
          out.writeVInt(days.get(i).day - days.get(i - 1).day);
        }
        writeDay(out, days.get(i), strings);
      }
      bytes.trim();
      return bytes.array;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ActivityProfile read(byte[] bytes, Set<Dimension> wanted) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes);
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException("unknown version of an activity profile: " + version);
      }
      String[] strings = new String[count(in, bytes.length)];
      for (int i = 0; i < strings.length; i++) {
        byte[] utf8 = new byte[count(in, bytes.length)];
        in.readBytes(utf8, 0, utf8.length);
        strings[i] = new String(utf8, StandardCharsets.UTF_8);
      }
      ActivityProfile profile = new ActivityProfile();
      int days = count(in, bytes.length);
      int day = 0;
      for (int i = 0; i < days; i++) {
        day = i == 0 ? in.readZInt() : Math.addExact(day, in.readVInt());
        readDay(in, profile.day(day), strings, wanted);
      }
      if (!in.eof()) {
        throw new IllegalArgumentException("not an activity profile: bytes left over");
      }
      return profile;
    } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IllegalArgumentException("not an activity profile: damaged", e);
    }
  }

  private static String[] strings(List<ActivityDay> days) {
    TreeSet<String> strings = new TreeSet<>();
    for (ActivityDay day : days) {
      for (Dimension dimension : Dimension.values()) {
        ValueCounts counts = day.read(dimension);
        for (int i = 0; i < counts.size(); i++) {
          strings.add(counts.value(i));
        }
      }
    }
    return strings.toArray(String[]::new);
  }

  private static void writeDay(DataOutput out, ActivityDay day, String[] strings)
      throws IOException {
    out.writeVLong(day.exchanges);
    out.writeVLong(day.inputTokens);
    out.writeVLong(day.outputTokens);
    out.writeVInt(day.hours.bits());
    for (int hour = 0; hour < ActivityDay.HOURS; hour++) {
      if (day.inHour(hour) > 0) {
        out.writeVLong(day.inHour(hour));
      }
    }
    for (Dimension dimension : Dimension.values()) {
      ValueCounts counts = day.read(dimension);
      out.writeVInt(counts.size());
      for (int i = 0; i < counts.size(); i++) {
        out.writeVInt(Arrays.binarySearch(strings, counts.value(i)));
        out.writeVLong(counts.count(i));
      }
    }
    out.writeVInt(day.slots.size());
    int before = day.firstSlot();
    for (int slot : day.slots()) {
      out.writeVInt(slot - before);
      before = slot;
    }
  }

  private static void readDay(
      DataInput in, ActivityDay day, String[] strings, Set<Dimension> wanted) throws IOException {
    day.exchanges = in.readVLong();
    day.inputTokens = in.readVLong();
    day.outputTokens = in.readVLong();
    int hours = in.readVInt();
    for (int hour = 0; hour < ActivityDay.HOURS; hour++) {
      if ((hours & 1 << hour) != 0) {
        day.hours.add(hour, in.readVLong());
      }
    }
    for (Dimension dimension : Dimension.values()) {
      int size = in.readVInt();
      for (int i = 0; i < size; i++) {
        String value = strings[in.readVInt()];
        long count = in.readVLong();
        if (wanted.contains(dimension)) {
          day.counts(dimension).add(value, count);
        }
      }
    }
    int slots = in.readVInt();
    int slot = day.firstSlot();
    for (int i = 0; i < slots; i++) {
      slot = Math.addExact(slot, in.readVInt());
      if (!day.hasSlot(slot)) {
        throw new IllegalArgumentException("not an activity profile: a slot of another day");
      }
      day.addSlot(slot);
    }
  }

  /// A number of things that take at least a byte each: a damaged one must not become an
  /// allocation.
  private static int count(DataInput in, int most) throws IOException {
    int count = in.readVInt();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException("not an activity profile: " + count + " parts");
    }
    return count;
  }
}
