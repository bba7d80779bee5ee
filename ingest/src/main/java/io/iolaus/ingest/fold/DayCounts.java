package io.iolaus.ingest.fold;

import java.util.Arrays;

/// Counts by day (days since 1970-01-01, UTC), ascending, every count at least 1.
///
/// Lines mostly come in the order of time, so a day is nearly always the last one or a new last
/// one. That one is kept apart from the arrays: most things are seen on one day only and need none,
/// and adding to it touches nothing else.
public sealed class DayCounts permits EdgeFold {

  private static final long[] NONE = {};

  // The days before the last one, each followed by its count.
  private long[] earlier = NONE;
  private int size;
  private int lastDay;
  private long lastCount;

  /// No days.
  public DayCounts() {}

  /// These days, ascending without repeats, with these counts.
  public DayCounts(int[] days, long[] counts) {
    if (days.length != counts.length) {
      throw new IllegalArgumentException(days.length + " days, " + counts.length + " counts");
    }
    for (int i = 1; i < days.length; i++) {
      if (days[i - 1] >= days[i]) {
        throw new IllegalArgumentException("days must ascend: " + days[i - 1] + ", " + days[i]);
      }
    }
    size = days.length;
    if (size > 0) {
      earlier = new long[2 * (size - 1)];
      for (int i = 0; i < size - 1; i++) {
        earlier[2 * i] = days[i];
        earlier[2 * i + 1] = counts[i];
      }
      lastDay = days[size - 1];
      lastCount = counts[size - 1];
    }
  }

  /// The same days and counts.
  DayCounts(DayCounts other) {
    earlier = other.earlier.clone();
    size = other.size;
    lastDay = other.lastDay;
    lastCount = other.lastCount;
  }

  /// Adds to a day; true if the day is new.
  public final boolean add(int day, long count) {
    if (day == lastDay && size > 0) {
      lastCount = plus(lastCount, count);
      return false;
    }
    return (size == 0 || day > lastDay) ? append(day, count) : addEarlier(day, count);
  }

  private boolean append(int day, long count) {
    if (size > 0) {
      insert(size - 1, lastDay, lastCount);
    }
    lastDay = day;
    lastCount = count;
    size++;
    return true;
  }

  private boolean addEarlier(int day, long count) {
    int at = find(day);
    if (at >= 0) {
      earlier[2 * at + 1] = plus(earlier[2 * at + 1], count);
      return false;
    }
    insert(-at - 1, day, count);
    size++;
    return true;
  }

  /// Adds all counts of another.
  public final void addAll(DayCounts other) {
    for (int i = 0; i < other.size; i++) {
      add(other.day(i), other.count(i));
    }
  }

  /// Sum over all days.
  public final long total() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum = plus(sum, count(i));
    }
    return sum;
  }

  /// How many days.
  public final int size() {
    return size;
  }

  /// The `i`-th day.
  public final int day(int i) {
    return i == size - 1 ? lastDay : (int) earlier[2 * i];
  }

  /// The count of the `i`-th day.
  public final long count(int i) {
    return i == size - 1 ? lastCount : earlier[2 * i + 1];
  }

  /// Where a day stands among the earlier ones, or -1 - where it would.
  private int find(int day) {
    int low = 0;
    int high = size - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long at = earlier[2 * middle];
      if (at == day) {
        return middle;
      }
      if (at < day) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /// Makes room among the earlier days; the size is the caller's.
  private void insert(int at, int day, long count) {
    int end = 2 * (size - 1);
    if (end == earlier.length) {
      earlier = Arrays.copyOf(earlier, end + (end >> 2) * 2 + 2);
    }
    System.arraycopy(earlier, 2 * at, earlier, 2 * at + 2, end - 2 * at);
    earlier[2 * at] = day;
    earlier[2 * at + 1] = count;
  }

  /// Sums stop at the largest number instead of turning negative: a line may count 10⁹ exchanges.
  public static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
