package io.iolaus.ingest.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Finds the ends of lines, eight bytes at a time.
public final class LineFeeds {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  // Shorter lines take one more array.
  private static final int LIKELY_LENGTH = 128;
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

  /// All line feeds in `bytes[0, to)`.
  static int[] all(byte[] bytes, int to) {
    int[] feeds = new int[to / LIKELY_LENGTH + 2 * Long.BYTES];
    int count = 0;
    int i = 0;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long marks = zeros((long) LONG.get(bytes, i) ^ LINE_FEEDS);
      if (marks != 0) {
        // Room for those of this word, and for those of the last bytes.
        if (count + 2 * Long.BYTES > feeds.length) {
          feeds = Arrays.copyOf(feeds, feeds.length * 2);
        }
        for (; marks != 0; marks &= marks - 1) {
          feeds[count++] = i + (Long.numberOfTrailingZeros(marks) >>> 3);
        }
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        feeds[count++] = i;
      }
    }
    return Arrays.copyOf(feeds, count);
  }

  /// The high bits of the bytes that are zero, exactly.
  private static long zeros(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }
}
