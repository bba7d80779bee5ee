package io.iolaus.ingest.kafka;

import java.time.Duration;

/// Bounds of reading a topic.
///
/// @param window a window is written when its first record has waited this long, or earlier when it
///   is full: longer windows cost the database less, shorter ones show events sooner
/// @param windowBytes a window is full when its fold is estimated at this many bytes of heap; it is
///   written in one transaction
/// @param foldBytes all windows together, growing or being written
/// @param decoders threads that decode and sketch
/// @param patience how long an absent database is waited for before giving up
/// @param untilEnd stop when everything is in the graph that stood in the topic at the start
public record LiveOptions(
    Duration window,
    long windowBytes,
    long foldBytes,
    int decoders,
    Duration patience,
    boolean untilEnd) {

  private static final long MIB = 1 << 20;

  public LiveOptions {
    if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("window must be up to a minute, was " + window);
    }
    requireRange("windowBytes", windowBytes, 1, 1L << 30);
    requireRange("foldBytes", foldBytes, 1, 1L << 40);
    requireRange("decoders", decoders, 1, 64);
  }

  /// Windows of 3 seconds and at most 32 MiB; all of them a quarter of the heap, 32 to 256 MiB; as
  /// many decoders as processors (at most 4); an hour of patience.
  public static LiveOptions defaults() {
    Runtime runtime = Runtime.getRuntime();
    return new LiveOptions(
        Duration.ofSeconds(3),
        32 * MIB,
        Math.clamp(runtime.maxMemory() / 4, 32 * MIB, 256 * MIB),
        Math.clamp(runtime.availableProcessors(), 1, 4),
        Duration.ofHours(1),
        false);
  }

  /// The same, but until the end.
  public LiveOptions withUntilEnd(boolean until) {
    return new LiveOptions(window, windowBytes, foldBytes, decoders, patience, until);
  }

  private static void requireRange(String name, long value, long from, long to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(name + " must be " + from + ".." + to + ", was " + value);
    }
  }
}
