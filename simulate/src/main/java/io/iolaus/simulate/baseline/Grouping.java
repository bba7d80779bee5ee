package io.iolaus.simulate.baseline;

import io.iolaus.simulate.scoring.Result;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A partition of some accounts.
final class Grouping {

  /// The mark of an account in no group.
  static final int NONE = -1;

  private final int[] groups;
  private final double[] memberships;

  private Grouping(int[] groups, double[] memberships) {
    this.groups = groups;
    this.memberships = memberships;
  }

  /// Groups by number, {@link #NONE} for those in none; numbers are as large as the accounts are
  /// many, or smaller.
  static Grouping of(int[] groups) {
    double[] certain = new double[groups.length];
    Arrays.fill(certain, 1);
    return new Grouping(groups, certain);
  }

  /// The same with the probability that an account belongs to its group.
  static Grouping of(int[] groups, double[] memberships) {
    return new Grouping(groups, memberships);
  }

  /// Only groups of `least` accounts or more, and of which some account meets `witness`.
  Grouping of(int least, IntPredicate witness) {
    int[] sizes = new int[groups.length];
    boolean[] met = new boolean[groups.length];
    for (int account = 0; account < groups.length; account++) {
      if (groups[account] != NONE) {
        sizes[groups[account]]++;
        met[groups[account]] |= witness.test(account);
      }
    }
    int[] kept = groups.clone();
    for (int account = 0; account < kept.length; account++) {
      int group = kept[account];
      if (group != NONE && (sizes[group] < least || !met[group])) {
        kept[account] = NONE;
      }
    }
    return new Grouping(kept, memberships);
  }

  /// All groups without the accounts that meet a condition.
  Grouping without(IntPredicate condition) {
    int[] kept = groups.clone();
    for (int account = 0; account < kept.length; account++) {
      kept[account] = condition.test(account) ? NONE : kept[account];
    }
    return new Grouping(kept, memberships);
  }

  /// Only groups of which this part or more, of those that show anything, has one thing in common.
  Grouping alike(Incidence incidence, double part) {
    int[] showing = new int[groups.length];
    @Nullable Int2IntOpenHashMap[] counts = new Int2IntOpenHashMap[groups.length];
    for (int account = 0; account < groups.length; account++) {
      int group = groups[account];
      if (group != NONE && incidence.shows(account)) {
        showing[group]++;
        Int2IntOpenHashMap known = counts[group];
        Int2IntOpenHashMap own = known == null ? new Int2IntOpenHashMap() : known;
        counts[group] = own;
        for (int thing : incidence.of(account)) {
          own.addTo(thing, 1);
        }
      }
    }
    boolean[] alike = new boolean[groups.length];
    for (int group = 0; group < alike.length; group++) {
      Int2IntOpenHashMap own = counts[group];
      int most = own == null ? 0 : own.values().intStream().max().orElse(0);
      alike[group] = most >= part * showing[group];
    }
    return without(account -> groups[account] != NONE && !alike[groups[account]]);
  }

  int group(int account) {
    return groups[account];
  }

  /// As a result that can be scored: every account in a group is labelled.
  Result result(Observations observations) {
    Map<String, String> labelled = new HashMap<>();
    Map<String, Double> probabilities = new HashMap<>();
    for (int account = 0; account < groups.length; account++) {
      if (groups[account] != NONE) {
        labelled.put(observations.id(account), "g" + groups[account]);
        probabilities.put(observations.id(account), memberships[account]);
      }
    }
    return new Result(labelled, Map.of(), List.of(), probabilities);
  }
}
