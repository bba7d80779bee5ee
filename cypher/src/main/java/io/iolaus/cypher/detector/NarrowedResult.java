package io.iolaus.cypher.detector;

import java.util.Set;

/// What a detector found about some accounts ([DetectorRunner#runAbout]).
///
/// @param result the links with a key that was asked for, and no others
/// @param asked all keys that were asked for: where the result is complete, a link known from
///   before with such a key that is not in it is gone; otherwise nothing is known of those that are
///   not
public record NarrowedResult(LinkResult result, Set<String> asked) {
  public NarrowedResult {
    asked = Set.copyOf(asked);
  }
}
