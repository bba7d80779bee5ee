package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.jspecify.annotations.Nullable;

/// Which of the skeletons that a prompt shows makes its family.
///
/// A prompt may show several: of its template, of an opening that many templates begin with, of a
/// value that often fills a slot, of a passage that several templates wrap. The choice goes from
/// the skeleton most prompts show to the one fewest show, and moves on where [#replaces] says so.
/// Passages are told from templates by where they stand: a passage is pasted into the middle,
/// instructions stand at the ends.
final class FamilyChoice {

  /// A shorter skeleton makes no family by itself: "what is the difference between" has four
  /// shingles.
  private static final int LEAST_LENGTH = 5;

  /// Inside another skeleton this is enough.
  private static final int LEAST_INNER_LENGTH = 3;

  /// A contained skeleton so many times as long as the other is the template, and the other its
  /// opening …
  private static final double MUCH_LONGER = 2;

  /// … and so is one of about its length, near its place, in prompts with something of their own
  /// besides: the value of a slot is shorter, a pasted passage is deeper or leaves nothing else.
  private static final double ABOUT_AS_LONG = 0.7;

  private static final double ABOUT_AS_NEAR = 0.5;
  private static final double LEAST_VARIETY = 0.1;

  /// From this share of its prompts on, a skeleton keeps company with another that is more than
  /// chance.
  private static final double COMPANION = 0.3;

  private static final double NOT_MUCH_SHORTER = 0.5;
  private static final double NOT_MUCH_DEEPER = 0.6;

  /// A skeleton of more shingles than this does not weigh more: only so many of a text are in its
  /// sketch, and a pasted passage is as long as it likes.
  private static final int ENOUGH = 12;

  /// Standing near the ends tells a template from what fills it better than length does.
  private static final double NEARNESS_OVER_LENGTH = 1.5;

  /// What this share of its prompts and this number of other families begin with is an opening, and
  /// says nothing about the rest of its prompts.
  private static final double OPENING_SHARE = 0.3;

  private static final int OPENING_FAMILIES = 5;

  private static final int ROUNDS = 16;

  private final PromptTable table;
  private final SkeletonSet skeletons;
  private final int leastAccounts;
  private final boolean[] open;

  FamilyChoice(PromptTable table, SkeletonSet skeletons, int leastAccounts) {
    this.table = table;
    this.skeletons = skeletons;
    this.leastAccounts = leastAccounts;
    open = new boolean[skeletons.size()];
  }

  /// For each prompt the skeleton of its family, -1 for none. A family has prompts of the least
  /// number of accounts.
  int[] choose() {
    int[] accounts = accounts(null);
    for (int k = 0; k < open.length; k++) {
      open[k] = skeletons.length(k) >= LEAST_INNER_LENGTH && accounts[k] >= leastAccounts;
    }
    int[] chosen = chooseOnce();
    // Prompts of a family that became too small choose again without it.
    for (int round = 0; closeSmall(chosen) && round < ROUNDS; round++) {
      chosen = chooseOnce();
    }
    for (int p = 0; p < chosen.length; p++) {
      chosen[p] = chosen[p] >= 0 && open[chosen[p]] ? chosen[p] : -1;
    }
    return chosen;
  }

  private int[] chooseOnce() {
    int[] chosen = new int[table.size()];
    int[] candidates = new int[PromptSketch.MAX_SHINGLES];
    int[] moved = new int[open.length];
    int[] families = new int[open.length];
    LongOpenHashSet moves = new LongOpenHashSet();
    for (int p = 0; p < chosen.length; p++) {
      int best = -1;
      int n = candidates(p, candidates);
      for (int i = 0; i < n; i++) {
        int next = candidates[i];
        if (best < 0) {
          best = skeletons.length(next) >= LEAST_LENGTH ? next : -1;
        } else if (replaces(next, best)) {
          if (skeletons.contained(next, best)) {
            moved[best]++;
            families[best] += moves.add((long) best << 32 | next) ? 1 : 0;
          }
          best = next;
        }
      }
      chosen[p] = best;
    }
    for (int p = 0; p < chosen.length; p++) {
      int k = chosen[p];
      if (k >= 0
          && families[k] >= OPENING_FAMILIES
          && moved[k] >= OPENING_SHARE * skeletons.prompts(k)) {
        chosen[p] = -1;
      }
    }
    return chosen;
  }

  /// The skeletons that may be chosen, those most prompts show first.
  private int candidates(int p, int[] candidates) {
    int size = 0;
    for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
      int skeleton = skeletons.shown(i);
      if (open[skeleton]) {
        int at = size++;
        while (at > 0 && skeletons.prompts(candidates[at - 1]) < skeletons.prompts(skeleton)) {
          candidates[at] = candidates[at - 1];
          at--;
        }
        candidates[at] = skeleton;
      }
    }
    return size;
  }

  /// Whether x, which no more prompts show than y, is the better name for a prompt that shows both.
  private boolean replaces(int x, int y) {
    double company = (double) skeletons.both(x, y) / skeletons.prompts(x);
    double longer = (double) skeletons.length(x) / skeletons.length(y);
    double nearer = skeletons.nearness(x) / skeletons.nearness(y);
    if (skeletons.contained(x, y)) {
      // Otherwise x is the value of a slot, or a variant, which FamilyVariants tells apart.
      return longer >= MUCH_LONGER
          || (longer >= ABOUT_AS_LONG
              && nearer >= ABOUT_AS_NEAR
              && skeletons.variety(x) >= LEAST_VARIETY);
    }
    if (skeletons.length(x) < LEAST_LENGTH) {
      return false;
    }
    if (company >= COMPANION) {
      // y may be a clause that x often has and other templates have too.
      return longer >= NOT_MUCH_SHORTER && nearer >= NOT_MUCH_DEEPER;
    }
    return weight(x) > weight(y);
  }

  /// How much a skeleton looks like the instructions of a prompt: near the ends, and more than a
  /// turn of phrase that recurs in what is pasted.
  private double weight(int skeleton) {
    return Math.min(ENOUGH, skeletons.length(skeleton))
        * Math.pow(skeletons.nearness(skeleton), NEARNESS_OVER_LENGTH);
  }

  /// Closes the families with too few accounts; whether there were any.
  private boolean closeSmall(int[] chosen) {
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
