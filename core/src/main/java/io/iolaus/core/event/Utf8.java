package io.iolaus.core.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Checks that bytes are UTF-8 as Unicode defines it (no overlong forms, no surrogates, nothing
/// above U+10FFFF) and hold no NUL. The JSON parser alone is laxer, and takes NULs for a sign of
/// UTF-16.
final class Utf8 {

  /// What {@link #check} found.
  enum Check {
    CLEAN,
    NUL,
    INVALID
  }

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  private Utf8() {}

  static Check check(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      // Eight bytes at a time as long as they are ASCII without NUL; the subtraction borrows only
      // from zero bytes.
      if (i + 8 <= to) {
        long word = (long) LONG.get(bytes, i);
        if (((word | (word - LOW_BITS)) & HIGH_BITS) == 0) {
          i += 8;
          continue;
        }
      }
      int lead = bytes[i];
      if (lead == 0) {
        return Check.NUL;
      }
      int length = lead > 0 ? 1 : sequence(bytes, i, to);
      if (length == 0) {
        return Check.INVALID;
      }
      i += length;
    }
    return Check.CLEAN;
  }

  /// The length of the multi-byte sequence at `i`, or 0 when it is none (Unicode, table 3-7).
  private static int sequence(byte[] bytes, int i, int to) {
    int lead = bytes[i] & 0xff;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (i + length > to) {
      return 0;
    }
    int second = bytes[i + 1] & 0xff;
    int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) {
      return 0;
    }
    for (int k = 2; k < length; k++) {
      if ((bytes[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
