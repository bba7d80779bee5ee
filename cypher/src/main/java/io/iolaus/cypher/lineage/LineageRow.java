package io.iolaus.cypher.lineage;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One thing that happened to clusters with a run.
///
/// @param at the moment that the run stands for, by the graph's own time
/// @param recordedAt when it became known
/// @param kind `born`, `grew`, `shrank`, `changed`, `merged`, `split`, `dormant`, `regrew`,
///   `dissolved`, `returned`, `raised`, `lowered`, `attributed`
/// @param parents ids of the clusters that it happened to, in byte order
/// @param clusters what came of it, in byte order of ids
/// @param before how many accounts the parents had
/// @param after how many accounts the clusters have
/// @param joined how many came, by why: `new`, `evidence`, `moved`
/// @param left how many went, by why: `expired`, `decided`, `deleted`, `moved`, `weaker`
/// @param causes what differed between this run and the one before, for people
/// @param text for people
public record LineageRow(
    String id,
    String run,
    Instant at,
    Instant recordedAt,
    String kind,
    List<String> parents,
    List<Outcome> clusters,
    int before,
    int after,
    Map<String, Integer> joined,
    Map<String, Integer> left,
    List<String> causes,
    String text) {

  /// A cluster that came of it.
  ///
  /// @param state what it was then: `labelled`, `review`; empty for one that was not found again
  public record Outcome(String id, String state) {}

  public LineageRow {
    parents = List.copyOf(parents);
    clusters = List.copyOf(clusters);
    joined = Collections.unmodifiableMap(new TreeMap<>(joined));
    left = Collections.unmodifiableMap(new TreeMap<>(left));
    causes = List.copyOf(causes);
  }
}
