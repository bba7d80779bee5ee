package io.iolaus.core.prompt;

import java.util.Arrays;

/// How much of a family's skeleton a prompt shows, as far as samples can tell.
public final class PromptLikeness {

  /// Fewer shingles in common are a turn of phrase.
  public static final int LEAST_COMMON = 3;

  private PromptLikeness() {}

  /// What a sketch and the skeletons of families have in common when their texts do: the keyed
  /// hashes of its shingles, ascending.
  public static long[] hashes(PromptSketch sketch) {
    return Arrays.stream(sketch.view()).map(Shingles::hash).sorted().toArray();
  }

  /// The share of the smaller sample that is in the other: containment, as a skeleton is only a
  /// part of a prompt, and a sketch only a sample of it (A. Broder, "On the resemblance and
  /// containment of documents", 1997).
  ///
  /// @param common how many shingles both have
  /// @param sketch how many the sketch has
  /// @param skeleton how many the skeleton has
  /// @return 0..1; 0 where too few are in common
  public static double similarity(int common, int sketch, int skeleton) {
    int smaller = Math.min(sketch, skeleton);
    return common < LEAST_COMMON ? 0 : Math.min(1, (double) common / smaller);
  }
}
