package io.iolaus.core.event;

/// Reads RFC 3339 times (section 5.6) without making garbage: several stand in every line of input.
///
/// As the grammar has it: `T` and `Z` in either case, no blank in place of `T`, an offset always,
/// `-00:00` being UTC. Leap seconds are refused. `java.time` would take more (seconds left out,
/// offsets with seconds) and costs ten times as much.
final class Rfc3339 {

  /// No time at all.
  static final long INVALID = Long.MIN_VALUE;

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Rfc3339() {}

  /// The instant in epoch milliseconds, finer parts cut off towards the past, or {@link #INVALID}.
  static long parse(String text) {
    int length = text.length();
    if (length < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) | 0x20) != 't'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return INVALID;
    }
    int century = two(text, 0);
    int year = two(text, 2) + 100 * century;
    int month = two(text, 5);
    int day = two(text, 8);
    int hour = two(text, 11);
    int minute = two(text, 14);
    int second = two(text, 17);
    if ((century | year | month | day | hour | minute | second) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > daysIn(year, month)
        || hour > 23
        || minute > 59
        || second > 59) {
      return INVALID;
    }
    int millis = 0;
    int i = 19;
    if (text.charAt(i) == '.') {
      int digits = 0;
      while (++i < length && isDigit(text.charAt(i))) {
        if (digits++ < 3) {
          millis = millis * 10 + text.charAt(i) - '0';
        }
      }
      if (digits == 0) {
        return INVALID;
      }
      for (; digits < 3; digits++) {
        millis *= 10;
      }
    }
    int offset = offset(text, i);
    if (offset == Integer.MIN_VALUE) {
      return INVALID;
    }
    long minutes = (epochDay(year, month, day) * 24 + hour) * 60 + minute - offset;
    return (minutes * 60 + second) * 1000 + millis;
  }

  /// Minutes east of UTC, or the least `int` when there is none.
  private static int offset(String text, int at) {
    int left = text.length() - at;
    if (left == 1 && (text.charAt(at) | 0x20) == 'z') {
      return 0;
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    char sign = text.charAt(at);
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if ((sign != '+' && sign != '-') || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  /// Two digits, or a negative number that stays negative through the sums above.
  private static int two(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1_000_000;
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /// Days since 1970-01-01 of the proleptic Gregorian calendar. Years are counted from March, so
  /// that the leap day is the last of its year.
  private static long epochDay(int year, int month, int day) {
    long y = month > 2 ? year : year - 1;
    long era = Math.floorDiv(y, 400);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
