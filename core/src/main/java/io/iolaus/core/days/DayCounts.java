package io.iolaus.core.days;

import java.util.Arrays;

/// Counts by day (days since 1970-01-01, UTC), ascending, every count at least 1. Sums stop at the
/// largest long.
///
/// Events mostly come in the order of time, so a day is nearly always the last one or a new last
/// one. That one is kept apart from the others: most things are seen on one day only and need no
/// array, and adding to it touches nothing else. Not safe for use by several threads.
public class DayCounts {

  private static final int[] NONE = {};
  // Bits of a count in an int; the others are of its day.
  private static final int COUNT_BITS = 16;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

  // The days before the last one: in one int each with their counts, as there are millions; or, if
  // any of them does not fit, as two longs each.
  private Object earlier = NONE;
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
    if (days.length > 1) {
      earlier = new int[days.length - 1];
    }
    for (int i = 0; i < days.length; i++) {
      add(days[i], counts[i]);
    }
  }

  /// The same days and counts.
  protected DayCounts(DayCounts other) {
    earlier = other.earlier instanceof int[] packed ? packed.clone() : other.wide().clone();
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
    if (at < 0) {
      insert(-at - 1, day, count);
      size++;
      return true;
    }
    long sum = plus(count(at), count);
    if (earlier instanceof int[] packed && fits(day, sum)) {
      packed[at] = packed(day, sum);
    } else {
      wide()[2 * at + 1] = sum;
    }
    return false;
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
    if (i == size - 1) {
      return lastDay;
    }
    return earlier instanceof int[] packed ? packed[i] >>> COUNT_BITS : (int) wide()[2 * i];
  }

  /// The count of the `i`-th day.
  public final long count(int i) {
    if (i == size - 1) {
      return lastCount;
    }
    return earlier instanceof int[] packed ? packed[i] & COUNT_MASK : wide()[2 * i + 1];
  }

  /// All days.
  public final int[] allDays() {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = day(i);
    }
    return all;
  }

  /// The counts of all days.
  public final long[] allCounts() {
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
      int at = day(middle);
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
    int end = size - 1;
    if (earlier instanceof int[] packed && fits(day, count)) {
      if (end == packed.length) {
        // Odd: fills the eight bytes that objects are aligned to.
        packed = Arrays.copyOf(packed, (end + (end >> 2) + 2) | 1);
        earlier = packed;
      }
      System.arraycopy(packed, at, packed, at + 1, end - at);
      packed[at] = packed(day, count);
      return;
    }
    long[] pairs = wide();
    if (2 * end == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * (end + (end >> 2) + 1));
      earlier = pairs;
    }
    System.arraycopy(pairs, 2 * at, pairs, 2 * at + 2, 2 * (end - at));
    pairs[2 * at] = day;
    pairs[2 * at + 1] = count;
  }

  private static boolean fits(int day, long count) {
    return (day >>> (Integer.SIZE - COUNT_BITS)) == 0 && (count >>> COUNT_BITS) == 0;
  }

  private static int packed(int day, long count) {
    return (day << COUNT_BITS) | (int) count;
  }

  /// The earlier days as two longs each, which they are from now on.
  private long[] wide() {
    if (earlier instanceof int[] packed) {
      long[] pairs = new long[2 * packed.length];
      for (int i = 0; i < packed.length; i++) {
        pairs[2 * i] = Integer.toUnsignedLong(packed[i]) >>> COUNT_BITS;
        pairs[2 * i + 1] = packed[i] & COUNT_MASK;
      }
      earlier = pairs;
    }
    return (long[]) earlier;
  }

  /// Sums stop at the largest number instead of turning negative: a line may count 10⁹ exchanges.
  public static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
