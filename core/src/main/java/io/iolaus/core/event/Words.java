package io.iolaus.core.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at eight bytes at a time, the first in the lowest bits.
///
/// Nothing here checks where the buffer ends: callers keep [#PADDING] bytes behind what they read.
final class Words {

  /// How many bytes behind the last one of interest may be looked at.
  static final int PADDING = 64;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long BLANKS = ONES * ' ';

  private Words() {}

  static long at(byte[] bytes, int i) {
    return (long) LONG.get(bytes, i);
  }

  /// The word of an ASCII text of up to eight characters, zero bytes behind it.
  static long of(String ascii) {
    long word = 0;
    for (int i = ascii.length() - 1; i >= 0; i--) {
      word = word << 8 | ascii.charAt(i);
    }
    return word;
  }

  /// The first `length` bytes of a word, 1..8, zero bytes behind them.
  static long head(long word, int length) {
    return word & -1L >>> (Long.SIZE - Byte.SIZE * length);
  }

  /// Where a plain string ends that begins at `from`, that is, where its closing quote stands; -1
  /// if a backslash, a control character, anything but ASCII or `to` comes first.
  static int endOfPlain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i += Long.BYTES) {
      long word = at(bytes, i);
      // Each term marks the high bit of the bytes it looks for. What a borrow marks by mistake
      // stands behind a byte that is marked rightly, and only the first counts.
      long marks =
          ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES) | (word - BLANKS) | word;
      if ((marks & HIGH_BITS) != 0) {
        int end = i + firstByte(marks);
        return end < to && bytes[end] == '"' ? end : -1;
      }
    }
    return -1;
  }

  /// How many bytes stand before the first quote among the sixteen from `from`; 16 if there is
  /// none.
  static int lengthToQuote(byte[] bytes, int from) {
    int length = 0;
    do {
      long quotes = at(bytes, from + length) ^ QUOTES;
      long marks = (quotes - ONES) & ~quotes;
      if ((marks & HIGH_BITS) != 0) {
        return length + firstByte(marks);
      }
      length += Long.BYTES;
    } while (length < 2 * Long.BYTES);
    return length;
  }

  private static int firstByte(long marks) {
    return Long.numberOfTrailingZeros(marks & HIGH_BITS) >>> 3;
  }
}
