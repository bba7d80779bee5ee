package io.iolaus.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.explain.Standing.State;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Found sets against every subset there is.
class MinimalSetTest {

  private static final int SEEDS = 600;

  private static BitSet set(int mask) {
    return BitSet.valueOf(new long[] {mask});
  }

  private static State without(Weighing weighing, int mask) {
    BitSet kept = weighing.account().all();
    kept.andNot(set(mask));
    return weighing.standing(kept).state();
  }

  private static boolean frees(Weighing weighing, State now, int mask) {
    return without(weighing, mask).compareTo(now) < 0;
  }

  private static int mask(BitSet set) {
    return set.isEmpty() ? 0 : (int) set.toLongArray()[0];
  }

  /// With few links each facet is tried by all its subsets, with a bound of 0 by the strongest
  /// first.
  @ParameterizedTest
  @ValueSource(ints = {FacetOptions.EACH, 1, 0})
  void removingItFreesAndRemovingAnyProperSubsetDoesNot(int each) {
    int found = 0;
    int several = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Weighing weighing = new SmallCluster(seed).member();
      Standing now = weighing.standing();
      Optional<MinimalSet.Found> set = new MinimalSet(weighing, now, each).find();
      if (now.state() == State.OUTSIDE) {
        assertThat(set).as("seed %d", seed).isEmpty();
        continue;
      }
      assertThat(set).as("seed %d", seed).isPresent();
      int removed = mask(set.get().removed());
      assertThat(frees(weighing, now.state(), removed)).as("seed %d", seed).isTrue();
      assertThat(set.get().after().state()).isEqualTo(without(weighing, removed));
      for (int part = (removed - 1) & removed; part > 0; part = (part - 1) & removed) {
        assertThat(frees(weighing, now.state(), part)).as("seed %d, %d", seed, part).isFalse();
      }
      assertThat(frees(weighing, now.state(), 0)).isFalse();
      found++;
      several += set.get().removed().cardinality() > 1 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(60);
    assertThat(several).isGreaterThan(10);
  }

  @Test
  void noSetOfFewerLinksFrees() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Weighing weighing = new SmallCluster(seed).member();
      Standing now = weighing.standing();
      Optional<MinimalSet.Found> set = new MinimalSet(weighing, now).find();
      if (set.isPresent()) {
        int least = set.get().removed().cardinality();
        for (int mask = 0; mask < 1 << weighing.account().links().size(); mask++) {
          if (Integer.bitCount(mask) < least) {
            assertThat(frees(weighing, now.state(), mask)).as("seed %d", seed).isFalse();
          }
        }
      }
    }
  }

  @Test
  void takingALinkAwayMayRaiseWhatTheRestSays() {
    // why trying single links would not do
    boolean raised = false;
    for (int seed = 0; seed < SEEDS && !raised; seed++) {
      Weighing weighing = new SmallCluster(seed).member();
      double now = weighing.standing().bits();
      for (int link = 0; link < weighing.account().links().size(); link++) {
        BitSet kept = weighing.account().all();
        kept.clear(link);
        raised |= weighing.standing(kept).bits() > now + 0.1;
      }
    }
    assertThat(raised).isTrue();
  }
}
