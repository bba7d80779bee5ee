package io.iolaus.simulate.world;

import java.time.Duration;
import java.time.Instant;

/// The days that are simulated, in UTC.
///
/// @param start epoch milliseconds of the first midnight
public record TimeFrame(long start, int days) {

  public static final long SECOND = 1_000;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  public static TimeFrame of(Instant start, int days) {
    if (Duration.ofMillis(Math.floorMod(start.toEpochMilli(), DAY)).isPositive()) {
      throw new IllegalArgumentException("start must be a midnight, was " + start);
    }
    return new TimeFrame(start.toEpochMilli(), days);
  }

  public long startOf(int day) {
    return start + day * DAY;
  }

  public long end() {
    return startOf(days);
  }

  public int dayOf(long at) {
    return (int) Math.floorDiv(at - start, DAY);
  }

  /// Saturday or Sunday.
  public boolean weekend(int day) {
    // 1970-01-01 was a Thursday.
    return (Math.floorDiv(startOf(day), DAY) + 3) % 7 >= 5;
  }
}
