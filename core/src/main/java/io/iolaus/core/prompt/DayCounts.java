package io.iolaus.core.prompt;

import java.util.Arrays;

/// How often something was seen on each day (since the epoch), ascending. Sums stop at the largest
/// long.
///
/// The last day stands apart from the arrays: events mostly come in the order of time, and most
/// prompts are seen on one day only.
sealed class DayCounts permits PromptSample.Kept {

  private static final long[] NONE = {};

  // The days before the last one, each followed by its count.
  private long[] earlier = NONE;
  private int size;
  private int lastDay;
  private long lastCount;

  final void add(int day, long count) {
    if (day == lastDay && size > 0) {
      lastCount = plus(lastCount, count);
    } else if (size == 0 || day > lastDay) {
      if (size > 0) {
        insert(size - 1, lastDay, lastCount);
      }
      lastDay = day;
      lastCount = count;
      size++;
    } else {
      int at = find(day);
      if (at >= 0) {
        earlier[2 * at + 1] = plus(earlier[2 * at + 1], count);
      } else {
        insert(-at - 1, day, count);
        size++;
      }
    }
  }

  final void addAll(DayCounts other) {
    for (int i = 0; i < other.size; i++) {
      add(other.day(i), other.count(i));
    }
  }

  final int size() {
    return size;
  }

  final int day(int index) {
    return index == size - 1 ? lastDay : (int) earlier[2 * index];
  }

  final long count(int index) {
    return index == size - 1 ? lastCount : earlier[2 * index + 1];
  }

  final int[] days() {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = day(i);
    }
    return all;
  }

  final long[] counts() {
    long[] all = new long[size];
    for (int i = 0; i < size; i++) {
      all[i] = count(i);
    }
    return all;
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

  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
