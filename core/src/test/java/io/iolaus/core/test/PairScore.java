package io.iolaus.core.test;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How well pairs said to be alike agree with pairs of one template.
///
/// @param right pairs of one template that were said to be alike
/// @param together pairs said to be alike
/// @param alike pairs of one template
public record PairScore(long right, long together, long alike) {

  /// The score of groups of prompts.
  ///
  /// @param groups the group of each prompt, negative for none
  public static PairScore of(List<? extends KnownPrompt> prompts, int[] groups) {
    Map<Integer, Long> templates = new HashMap<>();
    Map<Integer, Long> found = new HashMap<>();
    Map<Long, Long> both = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      int template = prompts.get(i).template();
      if (template >= 0) {
        templates.merge(template, 1L, Long::sum);
      }
      if (groups[i] >= 0) {
        found.merge(groups[i], 1L, Long::sum);
        if (template >= 0) {
          both.merge((long) template << 32 | groups[i], 1L, Long::sum);
        }
      }
    }
    return new PairScore(pairs(both), pairs(found), pairs(templates));
  }

  public double precision() {
    return together == 0 ? 1 : (double) right / together;
  }

  public double recall() {
    return alike == 0 ? 1 : (double) right / alike;
  }

  public double f1() {
    return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "P %.3f R %.3f F1 %.3f", precision(), recall(), f1());
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
