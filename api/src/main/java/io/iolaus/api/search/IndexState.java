package io.iolaus.api.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the index stands for the graph. What is not found in one that is not `complete`, or is
/// `behind`, may be there all the same.
///
/// @param complete whether all of the graph was read into it once
/// @param behind whether there is something in the graph that is not in it yet, or nobody knows
/// @param at when it was last known to be up to date, null for not since the start
/// @param building where all is being read: how much of about how much
@JsonInclude(JsonInclude.Include.ALWAYS)
record IndexState(
    boolean complete, boolean behind, @Nullable Instant at, @Nullable Building building) {

  static final IndexState EMPTY = new IndexState(false, true, null, null);

  /// @param done entities read
  /// @param of about how many there are
  record Building(long done, long of) {}

  IndexState withBehind() {
    return new IndexState(complete, true, at, building);
  }

  IndexState withBuilding(@Nullable Building now) {
    return new IndexState(complete, true, at, now);
  }
}
