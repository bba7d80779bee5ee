package io.iolaus.core.prompt;

import java.nio.ByteBuffer;

/// Shingle hashes as bytes, big-endian: six bytes each, which hold every hash the sketcher makes,
/// or eight if any of them needs more.
final class ShingleBytes {

  private static final int NARROW = 6;
  private static final int WIDE = Long.BYTES;

  private ShingleBytes() {}

  static boolean isWidth(int width) {
    return width == NARROW || width == WIDE;
  }

  static int width(long[] shingles) {
    for (long shingle : shingles) {
      if (shingle >>> 48 != 0) {
        return WIDE;
      }
    }
    return NARROW;
  }

  static void put(ByteBuffer out, long shingle, int width) {
    if (width == WIDE) {
      out.putLong(shingle);
    } else {
      out.putShort((short) (shingle >>> 32)).putInt((int) shingle);
    }
  }

  static long get(ByteBuffer in, int width) {
    return width == WIDE
        ? in.getLong()
        : Short.toUnsignedLong(in.getShort()) << 32 | Integer.toUnsignedLong(in.getInt());
  }
}
