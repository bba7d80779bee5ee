package io.iolaus.simulate.campaign;

import io.iolaus.simulate.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which accounts are set up together, with one card or from one machine.
///
/// Accounts stand in a row; a kit is a run of neighbours. Cards and machines go along the same row,
/// as whoever sets up two accounts with one card does so at one machine, but for some accounts that
/// stand elsewhere in the row of cards: a top-up with another card, a card handed on.
final class Kits {

  private static final int WIDE = 5;

  private final int[] row;
  private final int[] party;
  private final RandomStream random;

  /// All accounts of these parties in a row, each party for itself.
  Kits(List<List<Integer>> parties, RandomStream random) {
    this.random = random;
    List<Integer> all = new ArrayList<>();
    for (List<Integer> party : parties) {
      List<Integer> shuffled = new ArrayList<>(party);
      random.child("party").child(all.size()).shuffle(shuffled);
      all.addAll(shuffled);
    }
    this.row = all.stream().mapToInt(Integer::intValue).toArray();
    this.party = new int[row.length];
    for (int i = 0; i < parties.size(); i++) {
      for (int account : parties.get(i)) {
        party[account] = i;
      }
    }
  }

  static List<Integer> party(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }

  /// One kit for each party.
  int[] whole() {
    return party.clone();
  }

  /// Kit of each account, in runs of a length between the two.
  ///
  /// @param apart share of the accounts that stand elsewhere
  int[] runs(String name, int fewest, int most, double apart) {
    RandomStream draws = random.child(name);
    int[] order = row.clone();
    for (int i = 0; i < order.length; i++) {
      // Half as often, since two change places.
      if (draws.chance(apart / 2)) {
        int other = draws.nextInt(order.length);
        int swapped = order[i];
        order[i] = order[other];
        order[other] = swapped;
      }
    }
    int[] kit = new int[order.length];
    int left = 0;
    int current = -1;
    for (int place = 0; place < order.length; place++) {
      boolean border = place > 0 && party[row[place]] != party[row[place - 1]];
      if (left == 0 || border) {
        current++;
        left = length(fewest, most, draws);
      }
      left--;
      kit[order[place]] = current;
    }
    return kit;
  }

  /// Around the middle of the two, by the binomial; over a wide range as many between 5 and 10 as
  /// between 10 and 20.
  private static int length(int fewest, int most, RandomStream draws) {
    if (most > WIDE * fewest) {
      double ratio = (most + 1.0) / fewest;
      return Math.min(most, (int) (fewest * StrictMath.pow(ratio, draws.nextDouble())));
    }
    int length = fewest;
    for (int i = fewest; i < most; i++) {
      length += draws.chance(0.5) ? 1 : 0;
    }
    return length;
  }
}
