package io.iolaus.cypher.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a run looks at.
///
/// @param asOf end of the window; empty = the newest event in the graph. A run for a named moment only reports: it writes no cluster and no lineage
/// @param window how far back to look, at least a day
public record DetectionOptions(Optional<Instant> asOf, Duration window) {

  /// Now, over the last 120 days.
  public static final DetectionOptions DEFAULT =
      new DetectionOptions(Optional.empty(), Duration.ofDays(120));

  public DetectionOptions {
    if (window.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("window must be at least a day, was " + window);
    }
  }

  /// The same window, ending at a moment.
  public DetectionOptions at(Instant moment) {
    return new DetectionOptions(Optional.of(moment), window);
  }
}
