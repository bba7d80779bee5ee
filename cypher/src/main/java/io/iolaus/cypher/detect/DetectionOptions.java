package io.iolaus.cypher.detect;

import io.iolaus.cypher.entity.EntityRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a run looks at.
///
/// @param asOf end of the window; empty = the newest event in the graph. A run for a named moment
///   only reports: it writes no cluster and no lineage
/// @param window how far back to look, at least a day
/// @param ignoring shared things to leave out, as though no detector had found them; a network
///   takes the addresses in it along
/// @param epochs when it goes on from the run before instead of reading everything
public record DetectionOptions(
    Optional<Instant> asOf, Duration window, Set<EntityRef> ignoring, EpochOptions epochs) {

  /// Now, over the last 120 days.
  public static final DetectionOptions DEFAULT =
      new DetectionOptions(Optional.empty(), Duration.ofDays(120), Set.of(), EpochOptions.FULL);

  public DetectionOptions {
    if (window.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("window must be at least a day, was " + window);
    }
    Ignored.of(ignoring);
    ignoring = Set.copyOf(ignoring);
  }

  /// The same window, ending at a moment.
  public DetectionOptions at(Instant moment) {
    return new DetectionOptions(Optional.of(moment), window, ignoring, epochs);
  }

  /// The same without these shared things.
  ///
  /// @throws IllegalArgumentException if one of them is nothing that accounts share
  public DetectionOptions ignoring(Collection<EntityRef> things) {
    return new DetectionOptions(asOf, window, new TreeSet<>(things), epochs);
  }

  /// The same, which may go on from the run before.
  public DetectionOptions within(EpochOptions terms) {
    return new DetectionOptions(asOf, window, ignoring, terms);
  }
}
