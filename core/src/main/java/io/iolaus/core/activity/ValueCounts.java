package io.iolaus.core.activity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.StringHelper;

/// Counts by value, at most [#CAPACITY] values: those of least rank, a fixed public hash of the
/// value. As with any such sample the kept counts are exact and independent of order, however many
/// values a client makes up.
final class ValueCounts {

  static final int CAPACITY = 64;

  private static final int SEED = 0x10_1A_05;

  private String[] values = new String[1];
  private long[] counts = new long[1];
  private int size;

  void add(String value, long count) {
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
      values = Arrays.copyOf(values, Math.min(CAPACITY, size * 2));
      counts = Arrays.copyOf(counts, values.length);
    }
    System.arraycopy(values, insert, values, insert + 1, size - insert);
    System.arraycopy(counts, insert, counts, insert + 1, size - insert);
    values[insert] = value;
    counts[insert] = count;
    size++;
  }

  void addAll(ValueCounts other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i], other.counts[i]);
    }
  }

  int size() {
    return size;
  }

  String value(int index) {
    return values[index];
  }

  long count(int index) {
    return counts[index];
  }

  SortedMap<String, Long> toMap() {
    SortedMap<String, Long> map = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      map.put(values[i], counts[i]);
    }
    return Collections.unmodifiableSortedMap(map);
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
