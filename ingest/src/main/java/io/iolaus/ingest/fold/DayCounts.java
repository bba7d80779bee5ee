package io.iolaus.ingest.fold;

import java.util.Arrays;

/// Counts by day (days since 1970-01-01, UTC), ascending, every count at least 1.
///
/// Lines mostly come in the order of time, so a day is nearly always the last one or a new last one.
public final class DayCounts {

  private int[] days;
  private long[] counts;
  private int size;

  /// No days.
  public DayCounts() {
    days = new int[1];
    counts = new long[1];
  }

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
    this.days = days.clone();
    this.counts = counts.clone();
    size = days.length;
  }

  /// Adds to a day; true if the day is new.
  public boolean add(int day, long count) {
    int at = size > 0 && days[size - 1] == day ? size - 1 : indexOf(day);
    if (at >= 0) {
      counts[at] = plus(counts[at], count);
      return false;
    }
    insert(-at - 1, day, count);
    return true;
  }

  /// Adds all counts of another.
  public void addAll(DayCounts other) {
    for (int i = 0; i < other.size; i++) {
      add(other.days[i], other.counts[i]);
    }
  }

  /// Sum over all days.
  public long total() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum = plus(sum, counts[i]);
    }
    return sum;
  }

  /// How many days.
  public int size() {
    return size;
  }

  /// The `i`-th day.
  public int day(int i) {
    return days[i];
  }

  /// The count of the `i`-th day.
  public long count(int i) {
    return counts[i];
  }

  private int indexOf(int day) {
    return size == 0 || days[size - 1] < day ? -size - 1 : Arrays.binarySearch(days, 0, size, day);
  }

  private void insert(int at, int day, long count) {
    if (size == days.length) {
      int capacity = size + (size >> 1) + 1;
      days = Arrays.copyOf(days, capacity);
      counts = Arrays.copyOf(counts, capacity);
    }
    System.arraycopy(days, at, days, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    days[at] = day;
    counts[at] = count;
    size++;
  }

  /// Sums stop at the largest number instead of turning negative: a line may count 10⁹ exchanges.
  public static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
