package io.iolaus.core.activity;

import java.util.Arrays;

/// Exchanges by hour of the day, with room for the hours that have any.
final class HourCounts {

  static final int HOURS = 24;

  private static final long[] NONE = {};

  // One bit for each hour; its count stands behind those of the earlier hours.
  private int hours;
  private long[] counts = NONE;

  void add(int hour, long count) {
    int bit = 1 << hour;
    int at = Integer.bitCount(hours & (bit - 1));
    if ((hours & bit) != 0) {
      counts[at] = Sums.plus(counts[at], count);
      return;
    }
    if (count == 0) {
      return;
    }
    int size = Integer.bitCount(hours);
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, Math.min(HOURS, size + (size >> 1) + 1));
    }
    System.arraycopy(counts, at, counts, at + 1, size - at);
    counts[at] = count;
    hours |= bit;
  }

  void addAll(HourCounts other) {
    for (int hour = 0; hour < HOURS; hour++) {
      add(hour, other.count(hour));
    }
  }

  long count(int hour) {
    int bit = 1 << hour;
    return (hours & bit) == 0 ? 0 : counts[Integer.bitCount(hours & (bit - 1))];
  }

  /// The hours with exchanges, one bit each.
  int bits() {
    return hours;
  }
}
