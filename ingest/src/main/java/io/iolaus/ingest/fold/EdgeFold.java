package io.iolaus.ingest.fold;

import java.util.concurrent.TimeUnit;

/// What the events of a fold say about one edge from an account.
public final class EdgeFold {

  private final DayCounts days;
  private int firstTag;
  private long firstMillis;
  private long lastMillis;

  /// An edge nothing touched yet.
  public EdgeFold() {
    this(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, new DayCounts());
  }

  /// An edge as a segment holds it.
  public EdgeFold(int firstTag, long firstMillis, long lastMillis, DayCounts days) {
    this.firstTag = firstTag;
    this.firstMillis = firstMillis;
    this.lastMillis = lastMillis;
    this.days = days;
  }

  /// Adds `count` uses at this time; true if the day is new.
  public boolean add(long millis, long count, int tag) {
    firstTag = Math.min(firstTag, tag);
    firstMillis = Math.min(firstMillis, millis);
    lastMillis = Math.max(lastMillis, millis);
    return days.add(day(millis), count);
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
    return days;
  }
}
