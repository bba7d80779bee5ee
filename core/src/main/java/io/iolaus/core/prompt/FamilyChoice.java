package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import org.jspecify.annotations.Nullable;

/// Which of the skeletons that a prompt shows makes its family.
///
/// A prompt may show several: of its template, of a phrase that many templates begin with, of a
/// value that often fills a slot, of a passage that several templates wrap. The choice goes from
/// the skeleton most prompts show to the one fewest show, and moves on where [#replaces] says so.
final class FamilyChoice {

  /// A skeleton of fewer shingles is a turn of phrase: "what is the difference between" has four.
  private static final int LEAST_LENGTH = 5;

  /// From this share of its prompts on, a skeleton counts as contained in another.
  private static final double CONTAINED = 0.85;

  /// A contained skeleton so many times as long as the other is the template, and the other a
  /// beginning it shares.
  private static final double MUCH_LONGER = 2;

  /// From this share of its prompts on, a skeleton keeps company with another that is more than
  /// chance.
  private static final double COMPANION = 0.3;

  private static final double NOT_SHORTER = 0.7;
  private static final double NOT_DEEPER = 0.7;

  private static final int ROUNDS = 16;

  private final PromptTable table;
  private final SkeletonSet skeletons;
  private final int leastAccounts;

  FamilyChoice(PromptTable table, SkeletonSet skeletons, int leastAccounts) {
    this.table = table;
    this.skeletons = skeletons;
    this.leastAccounts = leastAccounts;
  }

  /// For each prompt the skeleton of its family, -1 for none. A family has prompts of the least
  /// number of accounts.
  int[] choose() {
    boolean[] open = new boolean[skeletons.size()];
    int[] accounts = accounts(null);
    for (int k = 0; k < open.length; k++) {
      open[k] = skeletons.length(k) >= LEAST_LENGTH && accounts[k] >= leastAccounts;
    }
    int[] chosen = choose(open);
    // Prompts of a family that became too small choose again without it.
    for (int round = 0; closeSmall(chosen, open); round++) {
      chosen = choose(open);
      if (round == ROUNDS) {
        drop(chosen, open);
        break;
      }
    }
    return chosen;
  }

  private int[] choose(boolean[] open) {
    int[] chosen = new int[table.size()];
    int[] candidates = new int[PromptSketch.MAX_SHINGLES];
    for (int p = 0; p < chosen.length; p++) {
      int n = 0;
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        if (open[skeletons.shown(i)]) {
          n = insert(candidates, n, skeletons.shown(i));
        }
      }
      int best = n == 0 ? -1 : candidates[0];
      for (int i = 1; i < n; i++) {
        best = replaces(candidates[i], best) ? candidates[i] : best;
      }
      chosen[p] = best;
    }
    return chosen;
  }

  /// Keeps the candidates in order: the one that most prompts show first.
  private int insert(int[] candidates, int size, int skeleton) {
    int at = size;
    while (at > 0 && skeletons.prompts(candidates[at - 1]) < skeletons.prompts(skeleton)) {
      candidates[at] = candidates[at - 1];
      at--;
    }
    candidates[at] = skeleton;
    return size + 1;
  }

  /// Whether x, which no more prompts show than y, is the better name for a prompt that shows both.
  private boolean replaces(int x, int y) {
    double company = (double) skeletons.both(x, y) / skeletons.prompts(x);
    double longer = (double) skeletons.length(x) / skeletons.length(y);
    double nearer = skeletons.nearness(x) / skeletons.nearness(y);
    if (company >= CONTAINED) {
      // Otherwise x is the value of a slot, or a variant, which FamilyVariants tells apart.
      return longer >= MUCH_LONGER;
    }
    if (company >= COMPANION && longer >= NOT_SHORTER) {
      // y is a clause that x often has and other templates have too; but a passage must not pass
      // for a template.
      return nearer >= NOT_DEEPER;
    }
    return company < COMPANION ? nearer > 1 : nearer > 1 && longer >= NOT_SHORTER;
  }

  /// Closes the families with too few accounts; whether there were any.
  private boolean closeSmall(int[] chosen, boolean[] open) {
    int[] accounts = accounts(chosen);
    boolean any = false;
    for (int k = 0; k < open.length; k++) {
      if (accounts[k] > 0 && accounts[k] < leastAccounts) {
        open[k] = false;
        any = true;
      }
    }
    return any;
  }

  private void drop(int[] chosen, boolean[] open) {
    closeSmall(chosen, open);
    for (int p = 0; p < chosen.length; p++) {
      chosen[p] = chosen[p] >= 0 && open[chosen[p]] ? chosen[p] : -1;
    }
  }

  /// Over how many accounts the prompts that show each skeleton are spread, or those that chose it.
  private int[] accounts(int @Nullable [] chosen) {
    LongArrayList pairs = new LongArrayList();
    for (int p = 0; p < table.size(); p++) {
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        int k = skeletons.shown(i);
        if (chosen == null || chosen[p] == k) {
          for (int o = table.ownerStarts()[p]; o < table.ownerStarts()[p + 1]; o++) {
            pairs.add((long) k << 32 | table.owners()[o]);
          }
        }
      }
    }
    LongArrays.unstableSort(pairs.elements(), 0, pairs.size());
    int[] accounts = new int[skeletons.size()];
    for (int i = 0; i < pairs.size(); i++) {
      if (i == 0 || pairs.getLong(i) != pairs.getLong(i - 1)) {
        accounts[(int) (pairs.getLong(i) >>> 32)]++;
      }
    }
    return accounts;
  }
}
