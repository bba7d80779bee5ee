package io.iolaus.ingest.inbox;

import java.time.Duration;

/// Bounds of an inbox.
///
/// @param mostDeliveries how many bodies may wait or be on their way in
/// @param mostBytes a body is refused while this much waits; one that is under way may go beyond it
/// @param reserveBytes how much of the disk stays free
/// @param keepKeys how long an idempotency key is remembered, whole days, one or more
public record InboxOptions(
    int mostDeliveries, long mostBytes, long reserveBytes, Duration keepKeys) {

  public InboxOptions {
    requireAtLeast("mostDeliveries", mostDeliveries, 1);
    requireAtLeast("mostBytes", mostBytes, 1);
    requireAtLeast("reserveBytes", reserveBytes, 0);
    requireAtLeast("keepKeys in days", keepKeys.toDays(), 1);
  }

  private static void requireAtLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }
}
