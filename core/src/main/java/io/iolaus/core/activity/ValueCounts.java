package io.iolaus.core.activity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// Counts by value, at most [#CAPACITY] values: those of least rank, a fixed public hash of the
/// value. As with any such sample the kept counts are exact and independent of order, however many
/// values a client makes up.
final class ValueCounts {

  static final int CAPACITY = 64;

  private static final int SEED = 0x10_1A_05;
  private static final int GLANCE = 8;

  private static final String[] NO_VALUES = {};
  private static final long[] NO_COUNTS = {};

  private String[] values = NO_VALUES;
  private long[] counts = NO_COUNTS;
  private int size;
  // What `count` was last told of, not yet among the others: most days of most accounts have one
  // model, one client, one language, and need no arrays while they are folded.
  private @Nullable String recent;
  private long recentCount;

  /// Adds like {@link #add}, quickly where the value is the one of the call before. Until it is
  /// settled, one thread alone may look.
  void count(String value, long count) {
    if (isSame(value, recent)) {
      recentCount = Sums.plus(recentCount, count);
      return;
    }
    settle();
    recent = value;
    recentCount = count;
  }

  /// Puts what is apart to the others.
  private void settle() {
    String value = recent;
    if (value != null) {
      recent = null;
      add(value, recentCount);
    }
  }

  void add(String value, long count) {
    // Whoever decodes shares equal strings, and a day has few values.
    for (int i = 0; i < size && i < GLANCE; i++) {
      if (isSame(values[i], value)) {
        counts[i] = Sums.plus(counts[i], count);
        return;
      }
    }
    int at = Arrays.binarySearch(values, 0, size, value);
    if (at >= 0) {
      counts[at] = Sums.plus(counts[at], count);
      return;
    }
    int insert = -at - 1;
    if (size == CAPACITY) {
      int worst = worst();
      if (compareRanks(value, values[worst]) > 0) {
        return;
      }
      remove(worst);
      insert -= worst < insert ? 1 : 0;
    } else if (size == values.length) {
      values = Arrays.copyOf(values, Math.clamp(size * 2L, 1, CAPACITY));
      counts = Arrays.copyOf(counts, values.length);
    }
    System.arraycopy(values, insert, values, insert + 1, size - insert);
    System.arraycopy(counts, insert, counts, insert + 1, size - insert);
    values[insert] = value;
    counts[insert] = count;
    size++;
  }

  void addAll(ValueCounts other) {
    other.settle();
    for (int i = 0; i < other.size; i++) {
      add(other.values[i], other.counts[i]);
    }
  }

  int size() {
    settle();
    return size;
  }

  /// The value at this place, below {@link #size}.
  String value(int index) {
    return values[index];
  }

  long count(int index) {
    return counts[index];
  }

  SortedMap<String, Long> toMap() {
    settle();
    SortedMap<String, Long> map = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      map.put(values[i], counts[i]);
    }
    return Collections.unmodifiableSortedMap(map);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(String a, @Nullable String b) {
    return a == b;
  }

  private int worst() {
    int worst = 0;
    for (int i = 1; i < size; i++) {
      if (compareRanks(values[i], values[worst]) > 0) {
        worst = i;
      }
    }
    return worst;
  }

  private void remove(int index) {
    size--;
    System.arraycopy(values, index + 1, values, index, size - index);
    System.arraycopy(counts, index + 1, counts, index, size - index);
  }

  private static int compareRanks(String a, String b) {
    int order = Integer.compareUnsigned(rank(a), rank(b));
    return order != 0 ? order : a.compareTo(b);
  }

  private static int rank(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, SEED);
  }
}
