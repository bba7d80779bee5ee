package io.iolaus.core.explain;

import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.OutputStreamDataOutput;

/// What one member brought into the profile of its cluster: an account is never held against
/// itself, so this is taken out again before it is explained.
///
/// @param rows places in the profile's rows, ascending
/// @param strengths for each how much of the account's activity in the facet was on it
/// @param aim how far, 0..1, its mix of capabilities had gone from everybody's to the cluster's
/// @param own its share, 0..1, in what the cluster is after, as the run saw it
/// @param active whether it has a part of its own in the cluster whatever it shows
public record CountedLinks(int[] rows, float[] strengths, double aim, double own, boolean active) {

  private static final byte VERSION = 1;

  public CountedLinks {
    rows = rows.clone();
    strengths = strengths.clone();
    if (rows.length != strengths.length) {
      throw new IllegalArgumentException(
          rows.length + " rows but " + strengths.length + " strengths");
    }
  }

  /// How much of the account's activity was on a row; 0 where it did not show it.
  float strength(int row) {
    int at = Arrays.binarySearch(rows, row);
    return at < 0 ? 0 : strengths[at];
  }

  /// As bytes, version 1: the version; aim and own as bits of a double; 1 for active; the number of
  /// rows; for each, steps from the row before as a vint and the strength as bits of a float.
  public byte[] toBytes() {
    try {
      FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(32 + 5 * rows.length);
      DataOutput out = new OutputStreamDataOutput(bytes);
      out.writeByte(VERSION);
      out.writeLong(Double.doubleToRawLongBits(aim));
      out.writeLong(Double.doubleToRawLongBits(own));
      out.writeByte((byte) (active ? 1 : 0));
      out.writeVInt(rows.length);
      int before = 0;
      for (int i = 0; i < rows.length; i++) {
        out.writeVInt(rows[i] - before);
        before = rows[i];
        out.writeInt(Float.floatToRawIntBits(strengths[i]));
      }
      bytes.trim();
      return bytes.array;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What {@link #toBytes} wrote.
  ///
  /// @throws IllegalArgumentException if the bytes are none of {@link #toBytes}
  public static CountedLinks fromBytes(byte[] bytes) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes);
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException("unknown version of a member's links: " + version);
      }
      double aim = Double.longBitsToDouble(in.readLong());
      double own = Double.longBitsToDouble(in.readLong());
      boolean active = in.readByte() != 0;
      int count = in.readVInt();
      if (count < 0 || count > bytes.length) {
        throw new IllegalArgumentException("not a member's links: damaged");
      }
      int[] rows = new int[count];
      float[] strengths = new float[count];
      int before = 0;
      for (int i = 0; i < count; i++) {
        before += in.readVInt();
        rows[i] = before;
        strengths[i] = Float.intBitsToFloat(in.readInt());
      }
      return new CountedLinks(rows, strengths, aim, own, active);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a member's links: damaged", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountedLinks o
        && Arrays.equals(rows, o.rows)
        && Arrays.equals(strengths, o.strengths)
        && Double.compare(aim, o.aim) == 0
        && Double.compare(own, o.own) == 0
        && active == o.active;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return "CountedLinks[" + rows.length + " rows, aim=" + aim + ", own=" + own + "]";
  }
}
