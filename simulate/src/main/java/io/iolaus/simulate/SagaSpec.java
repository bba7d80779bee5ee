package io.iolaus.simulate;

import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.saga.Script.Story;
import java.util.ArrayList;
import java.util.List;

/// Which saga: what its operators do, and how they hide.
///
/// @param stories one for each operator, or for two that meet or part
/// @param accounts of a crew of middle size, 10 to 1,000
/// @param seed any number; another one draws other days, sizes and innocents
public record SagaSpec(List<Story> stories, Evasion evasion, int accounts, long seed) {

  private static final int OPERATORS = 3;

  public SagaSpec {
    if (accounts < 10 || accounts > 1_000) {
      throw new IllegalArgumentException("accounts must be 10..1000, was " + accounts);
    }
    stories = List.copyOf(stories);
  }

  /// Three stories that the seed draws, each another one, with operators that hide a little.
  public static SagaSpec of(long seed) {
    List<Story> stories = new ArrayList<>(List.of(Story.values()));
    RandomStream.of(seed).child("stories").shuffle(stories);
    return new SagaSpec(stories.subList(0, OPERATORS), Evasion.level(1), 40, seed);
  }

  public SagaSpec stories(List<Story> other) {
    return new SagaSpec(other, evasion, accounts, seed);
  }

  public SagaSpec evasion(Evasion other) {
    return new SagaSpec(stories, other, accounts, seed);
  }
}
