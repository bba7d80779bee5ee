package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// Parts the prompts of one skeleton where a close derivative of the template is among them.
final class FamilyVariants {

  static double SHARE = Double.parseDouble(System.getProperty("sh", "0.12"));
  static double LENGTH = Double.parseDouble(System.getProperty("lm", "0.2"));
  static int MINLEN = Integer.getInteger("ml", 3);
  static int VALUES = Integer.getInteger("sib", 3);

  private final SkeletonSet skeletons;

  FamilyVariants(SkeletonSet skeletons) {
    this.skeletons = skeletons;
  }

  /// The skeletons whose presence tells variants of `base` apart, ascending.
  int[] features(int base, IntArrayList prompts) {
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    for (int p : prompts) {
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        if (skeletons.shown(i) != base) {
          counts.addTo(skeletons.shown(i), 1);
        }
      }
    }
    double n = prompts.size();
    // Only what could be told apart, or be the other values of a slot that could.
    counts.values().removeIf(count -> count < 0.3 * SHARE * n);
    Long2IntOpenHashMap both = new Long2IntOpenHashMap();
    IntArrayList own = new IntArrayList();
    for (int p : prompts) {
      own.clear();
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        if (counts.containsKey(skeletons.shown(i))) {
          own.add(skeletons.shown(i));
        }
      }
      for (int i = 0; i < own.size(); i++) {
        for (int j = i + 1; j < own.size(); j++) {
          both.addTo((long) own.getInt(i) << 32 | own.getInt(j), 1);
        }
      }
    }
    IntArrayList features = new IntArrayList();
    for (int c : counts.keySet()) {
      int count = counts.get(c);
      if (count >= SHARE * n
          && count <= (1 - SHARE) * n
          && skeletons.length(c) >= MINLEN
          && skeletons.length(c) >= LENGTH * skeletons.length(base)
          && otherValues(c, counts, both) < VALUES) {
        features.add(c);
      }
    }
    int[] sorted = features.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static int otherValues(int c, Int2IntOpenHashMap counts, Long2IntOpenHashMap both) {
    int others = 0;
    for (int z : counts.keySet()) {
      if (z != c
          && counts.get(z) >= 0.3 * counts.get(c)
          && both.get((long) Math.min(c, z) << 32 | Math.max(c, z)) <= 0.1 * counts.get(c)) {
        others++;
      }
    }
    return others;
  }
}
