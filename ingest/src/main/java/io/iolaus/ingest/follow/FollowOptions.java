package io.iolaus.ingest.follow;

import java.time.Duration;

/// How to follow folders.
///
/// @param settle a file is complete when its size and time have not changed for so long
/// @param every how often the folders are looked at
public record FollowOptions(Duration settle, Duration every) {

  public FollowOptions {
    if (settle.isNegative() || every.toMillis() < 1) {
      throw new IllegalArgumentException(
          "settle must not be negative and every be a millisecond or more, were "
              + settle
              + " and "
              + every);
    }
  }

  /// Three seconds; looks every second.
  public static FollowOptions defaults() {
    return new FollowOptions(Duration.ofSeconds(3), Duration.ofSeconds(1));
  }
}
