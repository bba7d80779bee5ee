package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// The things of one kind while events are read: a number for each, and who showed it. In the end
/// they are numbered in the order of their names, so that the order of lines does not matter.
final class ThingColumn {

  private final Object2IntOpenHashMap<Object> numbers = new Object2IntOpenHashMap<>();
  private final LongArrayList pairs = new LongArrayList();

  ThingColumn() {
    numbers.defaultReturnValue(-1);
  }

  /// Notes that an account showed a thing; returns the thing's number.
  int add(int account, Object thing) {
    int number = numbers.getInt(thing);
    if (number < 0) {
      number = numbers.size();
      numbers.put(thing, number);
    }
    pairs.add((long) account << 32 | number);
    return number;
  }

  /// The last number of each thing, by the one it was given.
  int[] ranks() {
    List<Object> sorted = new ArrayList<>(numbers.keySet());
    sorted.sort(ThingColumn::compare);
    int[] ranks = new int[sorted.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[numbers.getInt(sorted.get(rank))] = rank;
    }
    return ranks;
  }

  /// A column holds either numbers or texts.
  private static int compare(Object a, Object b) {
    return a instanceof Long left && b instanceof Long right
        ? left.compareTo(right)
        : a.toString().compareTo(b.toString());
  }

  /// The matrix, with accounts and things in another order.
  ///
  /// @param places the new number of each account
  /// @param ranks what {@link #ranks} gave
  Incidence incidence(int[] places, int[] ranks) {
    long[] moved = pairs.toLongArray();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (long) places[(int) (moved[i] >>> 32)] << 32 | ranks[(int) moved[i]];
    }
    return Incidence.of(places.length, ranks.length, moved);
  }
}
