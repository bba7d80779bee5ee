package io.iolaus.core.prompt;

import io.iolaus.core.days.DayCounts;
import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.OutputStreamDataOutput;

/// The bytes of a reservoir, version 1.
///
/// ```
/// byte     version = 1
/// then for the prompts and again for the system prompts:
///   vlong  exchanges, sampled or not
///   vint   entries; where there are any:
///   byte   width of a shingle, 6 or 8
///   each entry, ascending by rank:
///     8 bytes big-endian      the prompt's key
///     byte                    number of shingles
///     width bytes each        shingles, ascending
///     vint                    number of days
///     zint, then vint each    first day, then steps to the next
///     vlong each              exchanges of each day
/// ```
///
/// `vint` and `vlong` are Lucene's variable-length integers, `zint` the same over zigzag.
final class PromptReservoirCodec {

  private static final byte VERSION = 1;

  private PromptReservoirCodec() {}

  static byte[] write(PromptReservoir reservoir) {
    try {
      FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(256);
      DataOutput out = new OutputStreamDataOutput(bytes);
      out.writeByte(VERSION);
      writeSample(out, reservoir.sample(false));
      writeSample(out, reservoir.sample(true));
      bytes.trim();
      return bytes.array;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PromptReservoir read(byte[] bytes) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes);
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException("unknown version of a prompt reservoir: " + version);
      }
      PromptReservoir reservoir = new PromptReservoir(readSample(in), readSample(in));
      if (!in.eof()) {
        throw new IllegalArgumentException("not a prompt reservoir: bytes left over");
      }
      return reservoir;
    } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IllegalArgumentException("not a prompt reservoir: damaged", e);
    }
  }

  private static void writeSample(DataOutput out, PromptSample sample) throws IOException {
    out.writeVLong(sample.total());
    out.writeVInt(sample.kept().size());
    if (sample.kept().isEmpty()) {
      return;
    }
    int width = 0;
    for (PromptSample.Kept kept : sample.kept()) {
      width = Math.max(width, ShingleBytes.width(kept.sketch().view()));
    }
    out.writeByte((byte) width);
    for (PromptSample.Kept kept : sample.kept()) {
      long[] shingles = kept.sketch().view();
      ByteBuffer fixed = ByteBuffer.allocate(Long.BYTES + 1 + width * shingles.length);
      fixed.putLong(kept.sketch().key()).put((byte) shingles.length);
      for (long shingle : shingles) {
        ShingleBytes.put(fixed, shingle, width);
      }
      out.writeBytes(fixed.array(), fixed.capacity());
      writeCounts(out, kept);
    }
  }

  private static void writeCounts(DataOutput out, DayCounts counts) throws IOException {
    out.writeVInt(counts.size());
    out.writeZInt(counts.day(0));
    for (int i = 1; i < counts.size(); i++) {
      out.writeVInt(counts.day(i) - counts.day(i - 1));
    }
    for (int i = 0; i < counts.size(); i++) {
      out.writeVLong(counts.count(i));
    }
  }

  private static PromptSample readSample(DataInput in) throws IOException {
    PromptSample sample = new PromptSample();
    sample.restoreTotal(in.readVLong());
    int entries = in.readVInt();
    int width = entries == 0 ? 0 : in.readByte();
    if (entries != 0 && !ShingleBytes.isWidth(width)) {
      throw new IllegalArgumentException("not a prompt reservoir: shingles of " + width + " bytes");
    }
    for (int i = 0; i < entries; i++) {
      byte[] head = new byte[Long.BYTES + 1];
      in.readBytes(head, 0, head.length);
      long[] shingles = new long[Byte.toUnsignedInt(head[Long.BYTES])];
      byte[] body = new byte[width * shingles.length];
      in.readBytes(body, 0, body.length);
      ByteBuffer fixed = ByteBuffer.wrap(body);
      for (int j = 0; j < shingles.length; j++) {
        shingles[j] = ShingleBytes.get(fixed, width);
      }
      sample.restore(new PromptSketch(ByteBuffer.wrap(head).getLong(), shingles), readCounts(in));
    }
    return sample;
  }

  private static DayCounts readCounts(DataInput in) throws IOException {
    int size = in.readVInt();
    if (size < 1) {
      throw new IllegalArgumentException("not a prompt reservoir: a prompt without a day");
    }
    // Not trusted as a capacity before that many days are read.
    int[] days = new int[Math.min(size, 1 << 16)];
    if (size > days.length) {
      throw new IllegalArgumentException("not a prompt reservoir: " + size + " days");
    }
    days[0] = in.readZInt();
    for (int i = 1; i < size; i++) {
      days[i] = Math.addExact(days[i - 1], in.readVInt());
    }
    DayCounts counts = new DayCounts();
    for (int day : days) {
      counts.add(day, in.readVLong());
    }
    return counts;
  }
}
