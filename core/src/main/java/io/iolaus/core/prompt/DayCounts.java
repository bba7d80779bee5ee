package io.iolaus.core.prompt;

import java.util.Arrays;

/// How often something was seen on each day: parallel arrays, days (since the epoch) ascending.
/// Sums stop at the largest long.
final class DayCounts {

  private int[] days;
  private long[] counts;
  private int size;

  DayCounts(int capacity) {
    days = new int[capacity];
    counts = new long[capacity];
  }

  void add(int day, long count) {
    // Events mostly come in the order of time.
    int at = size > 0 && days[size - 1] == day ? size - 1 : Arrays.binarySearch(days, 0, size, day);
    if (at >= 0) {
      counts[at] = plus(counts[at], count);
      return;
    }
    int insert = -at - 1;
    if (size == days.length) {
      days = Arrays.copyOf(days, size + Math.max(1, size / 2));
      counts = Arrays.copyOf(counts, days.length);
    }
    System.arraycopy(days, insert, days, insert + 1, size - insert);
    System.arraycopy(counts, insert, counts, insert + 1, size - insert);
    days[insert] = day;
    counts[insert] = count;
    size++;
  }

  void addAll(DayCounts other) {
    for (int i = 0; i < other.size; i++) {
      add(other.days[i], other.counts[i]);
    }
  }

  int size() {
    return size;
  }

  int day(int index) {
    return days[index];
  }

  long count(int index) {
    return counts[index];
  }

  int[] days() {
    return Arrays.copyOf(days, size);
  }

  long[] counts() {
    return Arrays.copyOf(counts, size);
  }

  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
