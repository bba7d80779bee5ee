package io.iolaus.ingest.write;

import io.iolaus.core.days.DayCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Values beside a list of which neighbours mostly have the same, as the graph keeps them: pairs of
/// a value and how many elements in a row have it (`lengths`), or where its row begins (`starts`,
/// which a statement can look up by itself).
///
/// Where nothing is kept (of graphs that an earlier version loaded) every element has the value 0,
/// which of moments means: known from the beginning.
public final class Runs {

  private Runs() {}

  /// Pairs of a value and a number of elements.
  public static List<Long> lengths(long[] values) {
    return pairs(values, false);
  }

  /// Pairs of a value and the place, from 0, from which on it is the value.
  public static List<Long> starts(long[] values) {
    return pairs(values, true);
  }

  private static List<Long> pairs(long[] values, boolean starts) {
    List<Long> pairs = new ArrayList<>(2);
    for (int i = 0; i < values.length; ) {
      int end = i + 1;
      while (end < values.length && values[end] == values[i]) {
        end++;
      }
      pairs.add(values[i]);
      pairs.add(starts ? i : (long) (end - i));
      i = end;
    }
    return pairs;
  }

  /// The values of a list of this size of which {@link #lengths} made the pairs.
  ///
  /// @throws IllegalArgumentException if the pairs are of another number of elements
  public static long[] ofLengths(long[] pairs, int size) {
    long[] values = new long[size];
    long filled = pairs.length == 0 ? size : 0;
    for (int i = 0; i < pairs.length && filled <= size; i += 2) {
      long end = filled + pairs[i + 1];
      Arrays.fill(values, (int) filled, (int) Math.min(end, size), pairs[i]);
      filled = end;
    }
    if (filled != size) {
      throw new IllegalArgumentException("runs of " + filled + " elements, not of " + size);
    }
    return values;
  }

  /// The values of a list of this size of which {@link #starts} made the pairs.
  ///
  /// @throws IllegalArgumentException if a row begins behind the list
  public static long[] ofStarts(long[] pairs, int size) {
    long[] values = new long[size];
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] >= size) {
        throw new IllegalArgumentException(
            "a run begins at " + pairs[i + 1] + " of " + size + " elements");
      }
      Arrays.fill(values, (int) pairs[i + 1], size, pairs[i]);
    }
    return values;
  }

  /// The values of days of which some are new: those have the value `added`.
  ///
  /// @param known the values of the days before
  static long[] grown(DayCounts before, DayCounts after, long[] known, long added) {
    long[] values = new long[after.size()];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      boolean old = next < known.length && before.day(next) == after.day(i);
      values[i] = old ? known[next++] : added;
    }
    return values;
  }
}
