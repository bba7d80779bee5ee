package io.iolaus.ingest.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the ends of lines, eight bytes at a time.
public final class LineFeeds {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_BITS = ONES * 0x7f;
  private static final long LINE_FEEDS = ONES * '\n';

  private LineFeeds() {}

  /// The first line feed in `bytes[from, to)`, -1 if there is none.
  public static int next(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long feeds = zeros((long) LONG.get(bytes, i) ^ LINE_FEEDS);
      if (feeds != 0) {
        return i + (Long.numberOfTrailingZeros(feeds) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /// How many line feeds are in `bytes[0, to)`.
  static int count(byte[] bytes, int to) {
    int count = 0;
    int i = 0;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      count += Long.bitCount(zeros((long) LONG.get(bytes, i) ^ LINE_FEEDS));
    }
    for (; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /// The high bits of the bytes that are zero, exactly.
  private static long zeros(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }
}
