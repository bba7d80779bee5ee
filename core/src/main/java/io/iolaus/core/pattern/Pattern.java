package io.iolaus.core.pattern;

/// A group of accounts whose moments agree beyond chance.
///
/// @param kind `co-timing` or `creation-cohort`
/// @param label what was seen, for people
/// @param members account indexes, ascending
/// @param chance natural logarithm of the probability that chance does as much, at most 0
public record Pattern(String kind, String label, int[] members, double chance) {
  public Pattern {
    members = members.clone();
  }

  @Override
  public int[] members() {
    return members.clone();
  }
}
