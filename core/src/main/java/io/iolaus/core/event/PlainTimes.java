package io.iolaus.core.event;

import java.nio.charset.StandardCharsets;

/// Reads times in the form nearly all producers write, `2026-04-22T10:00:00.125Z`, straight from
/// the bytes of a line. Dates are taken from a small table of those that came before: lines of a
/// source are about few days.
final class PlainTimes {

  /// Not in that form, or out of range: the rules must tell.
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final int DATES = 256;
  private static final int DATE_LENGTH = 11;
  private static final int SECONDS_LENGTH = 19;
  private static final String MIDNIGHT = "00:00:00Z";
  private static final long COLONS_AND_ZEROS = Words.of("00:00:00");
  private static final long COLONS = 0x0000ff0000ff0000L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  // Added to a byte above 9 it sets the high bit.
  private static final long ABOVE_NINE = 0x7676767676767676L;

  private final long[] heads = new long[DATES];
  private final long[] tails = new long[DATES];
  private final long[] millis = new long[DATES];
  private int end;

  /// The instant in epoch milliseconds of the time that begins at `from` and ends with a quote, or
  /// {@link #UNKNOWN}.
  long read(byte[] bytes, int from) {
    long day = day(bytes, from);
    if (day == UNKNOWN) {
      return UNKNOWN;
    }
    long digits = Words.at(bytes, from + DATE_LENGTH) ^ COLONS_AND_ZEROS;
    if ((digits & COLONS) != 0 || ((digits + ABOVE_NINE | digits) & HIGH_BITS) != 0) {
      return UNKNOWN;
    }
    int hour = two(digits, 0);
    int minute = two(digits, 24);
    int second = two(digits, 48);
    if (hour > 23 || minute > 59 || second > 59) {
      return UNKNOWN;
    }
    int i = from + SECONDS_LENGTH;
    int fraction = 0;
    if (bytes[i] == '.') {
      int scale = 1000;
      int first = ++i;
      for (; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
        // Finer parts are cut off.
        scale /= 10;
        fraction += scale * (bytes[i] - '0');
        if (i - first > SECONDS_LENGTH) {
          return UNKNOWN; // Does not run away from the line.
        }
      }
      if (i == first) {
        return UNKNOWN;
      }
    }
    if (bytes[i] != 'Z' || bytes[i + 1] != '"') {
      return UNKNOWN;
    }
    end = i + 1;
    return day + ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
  }

  /// Where the closing quote of the time stands that was read last.
  int end() {
    return end;
  }

  private static int two(long digits, int shift) {
    return (int) (digits >>> shift & 0xf) * 10 + (int) (digits >>> (shift + 8) & 0xf);
  }

  /// The start of the day whose date and `T` stand at `from`.
  private long day(byte[] bytes, int from) {
    long head = Words.at(bytes, from);
    long tail = Words.at(bytes, from + DATE_LENGTH - Long.BYTES);
    int slot = (int) (((head ^ tail) * 0x9E3779B97F4A7C15L) >>> 56);
    if (heads[slot] == head && tails[slot] == tail) {
      return millis[slot];
    }
    String text = new String(bytes, from, DATE_LENGTH, StandardCharsets.ISO_8859_1) + MIDNIGHT;
    long start = Rfc3339.parse(text);
    // The last instant of the format is the only one of its day.
    if (start == Rfc3339.INVALID
        || !FieldReader.isInRange(start)
        || !FieldReader.isInRange(start + 1)) {
      return UNKNOWN;
    }
    heads[slot] = head;
    tails[slot] = tail;
    millis[slot] = start;
    return start;
  }
}
