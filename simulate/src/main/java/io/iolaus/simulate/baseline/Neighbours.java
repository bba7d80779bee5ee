package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/// Sums something up for each account that meets one account. Used again for the next one.
final class Neighbours {

  private final double[] sums;
  private final int[] meetings;
  private final IntArrayList met = new IntArrayList();

  Neighbours(int accounts) {
    sums = new double[accounts];
    meetings = new int[accounts];
  }

  void clear() {
    for (int i = 0; i < met.size(); i++) {
      sums[met.getInt(i)] = 0;
      meetings[met.getInt(i)] = 0;
    }
    met.clear();
  }

  void add(int account, double value) {
    if (meetings[account]++ == 0) {
      met.add(account);
    }
    sums[account] += value;
  }

  /// Those that were met, in the order in which they were met first.
  IntArrayList met() {
    return met;
  }

  double sum(int account) {
    return sums[account];
  }

  int meetings(int account) {
    return meetings[account];
  }
}
