package io.iolaus.core.resolve;

import java.util.Comparator;
import java.util.List;

/// Who people say is not one operator's, and who is.
///
/// @param pairs accounts that are never in one group
/// @param bonds accounts that are not parted from each other where a group is cut for others
/// @param bars accounts that are never in a group that is, or goes on for, certain clusters
public record Apart(List<Pair> pairs, List<Pair> bonds, List<Bar> bars) {

  /// Nobody has said anything.
  public static final Apart NONE = new Apart(List.of(), List.of(), List.of());

  public Apart {
    Comparator<Pair> order = Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second);
    pairs = pairs.stream().distinct().sorted(order).toList();
    bonds = bonds.stream().distinct().sorted(order).toList();
    bars = List.copyOf(bars);
  }

  /// Two accounts by their indexes, the smaller one first.
  public record Pair(int first, int second) {
    public Pair {
      if (first == second) {
        throw new IllegalArgumentException("account " + first + " cannot be paired with itself");
      }
      int smaller = Math.min(first, second);
      second = Math.max(first, second);
      first = smaller;
    }
  }

  /// An account and the accounts that a cluster had, at any time that matters.
  ///
  /// @param clusters indexes of accounts, ascending, without the account itself
  public record Bar(int account, List<int[]> clusters) {
    public Bar {
      clusters = List.copyOf(clusters);
    }
  }

  boolean none() {
    return pairs.isEmpty() && bars.isEmpty();
  }
}
