package io.iolaus.ingest.fold;

import io.iolaus.core.days.DayCounts;
import java.util.concurrent.TimeUnit;

/// What the events of a fold say about one edge from an account: uses by day, the first and the
/// last. One object, because there are millions and each line touches two.
public final class EdgeFold extends DayCounts {

  private int firstTag;
  private long firstMillis;
  private long lastMillis;

  /// An edge nothing touched yet.
  public EdgeFold() {
    firstTag = Integer.MAX_VALUE;
    firstMillis = Long.MAX_VALUE;
    lastMillis = Long.MIN_VALUE;
  }

  /// An edge as a segment holds it.
  public EdgeFold(int firstTag, long firstMillis, long lastMillis, DayCounts days) {
    super(days);
    this.firstTag = firstTag;
    this.firstMillis = firstMillis;
    this.lastMillis = lastMillis;
  }

  /// Adds `count` uses at this time of this day; true if the day is new.
  boolean add(long millis, int day, long count, int tag) {
    firstTag = Math.min(firstTag, tag);
    firstMillis = Math.min(firstMillis, millis);
    lastMillis = Math.max(lastMillis, millis);
    return add(day, count);
  }

  /// Takes in what another fold says about the same edge.
  EdgeFold merge(EdgeFold other) {
    firstTag = Math.min(firstTag, other.firstTag);
    firstMillis = Math.min(firstMillis, other.firstMillis);
    lastMillis = Math.max(lastMillis, other.lastMillis);
    addAll(other);
    return this;
  }

  /// The day (UTC) of an instant.
  static int day(long millis) {
    return (int) Math.floorDiv(millis, TimeUnit.DAYS.toMillis(1));
  }

  /// Tag of the first line that touched the edge.
  public int firstTag() {
    return firstTag;
  }

  /// Earliest use.
  public long firstMillis() {
    return firstMillis;
  }

  /// Latest use.
  public long lastMillis() {
    return lastMillis;
  }

  /// Uses by day.
  public DayCounts days() {
    return this;
  }
}
