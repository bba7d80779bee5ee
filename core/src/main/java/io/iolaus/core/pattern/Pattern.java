package io.iolaus.core.pattern;

import org.jspecify.annotations.Nullable;

/// A group of accounts whose moments agree beyond chance.
///
/// @param name tells it from others of its kind that may have the same accounts; null where
///   patterns of the kind do not overlap
/// @param label what was seen, for people
/// @param members account indexes, ascending
/// @param chance natural logarithm of the probability that chance does as much, at most 0
public record Pattern(
    PatternKind kind, @Nullable String name, String label, int[] members, double chance) {

  public Pattern {
    members = members.clone();
  }

  /// A pattern of a kind whose patterns do not overlap.
  public Pattern(PatternKind kind, String label, int[] members, double chance) {
    this(kind, null, label, members, chance);
  }

  @Override
  public int[] members() {
    return members.clone();
  }
}
