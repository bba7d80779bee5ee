package io.iolaus.cypher.detect;

import java.time.Duration;

/// When a run goes on from the full one before it, and reads and resolves only what has changed
/// since.
///
/// @param slow a full run that took less than this is done again instead
/// @param lasting how long runs may go on from a full one, by the clock; zero: each run is a full
///   one
public record EpochOptions(Duration slow, Duration lasting) {

  /// Each run is a full one.
  public static final EpochOptions FULL = new EpochOptions(Duration.ZERO, Duration.ZERO);

  public EpochOptions {
    if (slow.isNegative() || lasting.isNegative()) {
      throw new IllegalArgumentException(
          "slow and lasting must not be negative, were " + slow + " and " + lasting);
    }
  }
}
