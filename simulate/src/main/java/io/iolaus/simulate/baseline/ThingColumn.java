package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/// The things of one kind while events are read: a number for each, and who showed it.
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

  /// The matrix, with accounts in another order.
  ///
  /// @param places the new number of each account
  Incidence incidence(int[] places) {
    long[] moved = pairs.toLongArray();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (long) places[(int) (moved[i] >>> 32)] << 32 | (moved[i] & 0xffff_ffffL);
    }
    return Incidence.of(places.length, numbers.size(), moved);
  }
}
