package io.iolaus.cypher.detector;

import java.util.Locale;

/// Where a detector stands in its life.
public enum DetectorStatus {
  /// Runs and is shown; its links carry no weight yet.
  EXPERIMENTAL,
  /// Runs, and its links count.
  ACTIVE,
  /// Runs no more; kept so that old results can be explained.
  RETIRED;

  /// The word in the front matter.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
