package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// Which of the skeletons a prompt shows is the one that makes its family.
final class FamilyChoice {

  static int LEAST_LENGTH = Integer.getInteger("ll", 5);
  private static final double CONTAINED = 0.85;
  static double LENGTH_FEW = Double.parseDouble(System.getProperty("lf","2"));

  private final PromptTable table;
  private final SkeletonSet skeletons;
  private final int[] accounts;

  FamilyChoice(PromptTable table, SkeletonSet skeletons) {
    this.table = table;
    this.skeletons = skeletons;
    accounts = accounts(null);
  }

  /// For each prompt the skeleton of its family, -1 for none.
  int[] choose(int leastAccounts) {
    boolean[] open = new boolean[skeletons.size()];
    for (int k = 0; k < open.length; k++) {
      open[k] = skeletons.length(k) >= LEAST_LENGTH && accounts[k] >= leastAccounts;
    }
    int[] chosen = new int[table.size()];
    while (true) {
      for (int p = 0; p < chosen.length; p++) {
        chosen[p] = choose(p, open);
      }
      int[] members = accounts(chosen);
      boolean again = false;
      for (int k = 0; k < open.length; k++) {
        if (open[k] && members[k] > 0 && members[k] < leastAccounts) {
          open[k] = false;
          again = true;
        }
      }
      if (!again) {
        return chosen;
      }
    }
  }

  private int choose(int p, boolean[] open) {
    int best = -1;
    int from = skeletons.shownFrom(p);
    int to = skeletons.shownFrom(p + 1);
    int[] candidates = new int[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      if (open[skeletons.shown(i)]) {
        candidates[n++] = skeletons.shown(i);
      }
    }
    // From the most general to the most special.
    for (int i = 1; i < n; i++) {
      for (int j = i; j > 0 && before(candidates[j], candidates[j - 1]); j--) {
        int swap = candidates[j];
        candidates[j] = candidates[j - 1];
        candidates[j - 1] = swap;
      }
    }
    for (int i = 0; i < n; i++) {
      if (best < 0 || replaces(candidates[i], best)) {
        best = candidates[i];
      }
    }
    return best;
  }

  private boolean before(int a, int b) {
    return skeletons.prompts(a) != skeletons.prompts(b)
        ? skeletons.prompts(a) > skeletons.prompts(b)
        : a < b;
  }

  /// Whether x, shown by fewer prompts than y, is the better name for what shows both.
  private boolean replaces(int x, int y) {
    int both = skeletons.both(x, y);
    double lengths = (double) skeletons.length(x) / skeletons.length(y);
    if (both >= CONTAINED * skeletons.prompts(x)) {
      if (lengths >= LENGTH_FEW) {
        return true;
      }
      return false;
    }
    if (both >= XS * skeletons.prompts(x) && lengths >= XL && skeletons.nearness(x) >= XN * skeletons.nearness(y)) {
      return true;
    }
    return skeletons.nearness(x) > NEAR * skeletons.nearness(y) && !(both >= XS * skeletons.prompts(x) && lengths * XL < 1);
  }

  private int[] accounts(int @org.jspecify.annotations.Nullable [] chosen) {
    IntOpenHashSet[] sets = new IntOpenHashSet[skeletons.size()];
    Arrays.setAll(sets, _ -> new IntOpenHashSet());
    for (int p = 0; p < table.size(); p++) {
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        int k = skeletons.shown(i);
        if (chosen == null || chosen[p] == k) {
          for (int o = table.ownerStarts()[p]; o < table.ownerStarts()[p + 1]; o++) {
            sets[k].add(table.owners()[o]);
          }
        }
      }
    }
    int[] counts = new int[sets.length];
    for (int k = 0; k < counts.length; k++) {
      counts[k] = sets[k].size();
    }
    return counts;
  }

  static double NEAR = Double.parseDouble(System.getProperty("near","1"));

  static double XS = Double.parseDouble(System.getProperty("xs","0.3"));
  static double XL = Double.parseDouble(System.getProperty("xl","0.7"));
  static double XN = Double.parseDouble(System.getProperty("xn","0.7"));
}
