package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// Finds what parts the prompts of one skeleton where close derivatives of its template are among
/// them.
///
/// A derivative adds or changes a clause, which makes a skeleton of its own that a good part of the
/// prompts show and the others do not. So does the value of a slot with few values: but that has
/// several others in its place.
final class FamilyVariants {

  /// The least share of a variant, and of what is not that variant.
  private static final double SHARE = 0.25;

  /// A variant's own shingles, as a share of what it has in common with the rest: less is a changed
  /// word.
  private static final double LEAST_SHARE_OF_LENGTH = 0.3;

  private static final int LEAST_LENGTH = 5;

  /// From this number of others on that take its place, a skeleton is the value of a slot.
  private static final int VALUES = 3;

  /// Another value of the slot is at least this frequent, compared with the one asked about …
  private static final double LEAST_VALUE = 0.3;

  /// … and is hardly ever seen with it.
  private static final double MOST_TOGETHER = 0.1;

  /// Items of a list come and go without regard to each other: so many of about the same frequency,
  /// seen together no more than this, are values as well.
  private static final double INDEPENDENT_VALUE = 0.5;

  private static final double INDEPENDENT = 0.7;

  private final SkeletonSet skeletons;

  FamilyVariants(SkeletonSet skeletons) {
    this.skeletons = skeletons;
  }

  /// The skeletons whose presence tells variants apart among the prompts of `base`, ascending.
  int[] features(int base, IntArrayList prompts) {
    Int2IntOpenHashMap counts = companions(base, prompts);
    Long2IntOpenHashMap pairs = pairs(counts, prompts);
    int least = (int) Math.ceil(SHARE * prompts.size());
    return counts
        .keySet()
        .intStream()
        .filter(c -> counts.get(c) >= least && counts.get(c) <= prompts.size() - least)
        .filter(c -> skeletons.length(c) >= LEAST_LENGTH)
        .filter(c -> skeletons.length(c) >= LEAST_SHARE_OF_LENGTH * skeletons.length(base))
        .filter(c -> otherValues(c, counts, pairs) < VALUES)
        .sorted()
        .toArray();
  }

  /// The other skeletons of the prompts and how many show each, as far as they can matter.
  private Int2IntOpenHashMap companions(int base, IntArrayList prompts) {
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    for (int p : prompts) {
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        if (skeletons.shown(i) != base) {
          counts.addTo(skeletons.shown(i), 1);
        }
      }
    }
    double least = LEAST_VALUE * SHARE * prompts.size();
    counts.values().removeIf(count -> count < least);
    return counts;
  }

  private Long2IntOpenHashMap pairs(Int2IntOpenHashMap counts, IntArrayList prompts) {
    Long2IntOpenHashMap pairs = new Long2IntOpenHashMap();
    for (int p : prompts) {
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        for (int j = i + 1; j < skeletons.shownFrom(p + 1); j++) {
          int a = skeletons.shown(i);
          int b = skeletons.shown(j);
          if (counts.containsKey(a) && counts.containsKey(b)) {
            pairs.addTo(SkeletonSet.pair(a, b), 1);
          }
        }
      }
    }
    return pairs;
  }

  private static int otherValues(int c, Int2IntOpenHashMap counts, Long2IntOpenHashMap pairs) {
    double least = LEAST_VALUE * counts.get(c);
    double most = MOST_TOGETHER * counts.get(c);
    return (int)
        Arrays.stream(counts.keySet().toIntArray())
            .filter(z -> z != c && counts.get(z) >= least)
            .filter(z -> {
              int both = pairs.get(SkeletonSet.pair(c, z));
              return both <= most
                  || (counts.get(z) >= INDEPENDENT_VALUE * counts.get(c)
                      && both <= INDEPENDENT * Math.min(counts.get(c), counts.get(z)));
            })
            .count();
  }
}
