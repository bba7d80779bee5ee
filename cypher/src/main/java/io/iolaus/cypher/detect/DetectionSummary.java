package io.iolaus.cypher.detect;

import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.cypher.entity.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a run found.
///
/// @param run id of the run; `as-of` for a run that wrote nothing
/// @param asOf the moment it stands for
/// @param status `complete`, or `partial` where a detector did not finish: then clusters may be
///   missing
/// @param unfinished detectors that did not finish, each with the reason, for people
/// @param accounts accounts looked at
/// @param clusters what was found, labelled ones first, by score
/// @param events what happened to clusters, see `Lineage`; none of a run for a named moment
/// @param unknown what was to be ignored and nobody shares, in a fixed order
/// @param lowered bounds of evidence that verdicts lowered, for people
/// @param decisions how many it held to
/// @param suppressions those that held, as `ID SCOPE`
/// @param since the full run that it went on from; empty for a full run
/// @param touched how many accounts it read again, all of them in a full run
/// @param millis how long it took
public record DetectionSummary(
    String run,
    Instant asOf,
    String status,
    List<String> unfinished,
    int accounts,
    List<FoundCluster> clusters,
    List<LineageEvent> events,
    List<EntityRef> unknown,
    List<String> lowered,
    int decisions,
    List<String> suppressions,
    Optional<String> since,
    int touched,
    long millis) {

  public DetectionSummary {
    unfinished = List.copyOf(unfinished);
    clusters = List.copyOf(clusters);
    events = List.copyOf(events);
    unknown = List.copyOf(unknown);
    lowered = List.copyOf(lowered);
    suppressions = List.copyOf(suppressions);
  }

  /// How many clusters are labelled.
  public long labelled() {
    return clusters.stream().filter(FoundCluster::labelled).count();
  }

  /// The same without what happened to clusters: for a run that stands in no line of runs.
  DetectionSummary withoutEvents() {
    return new DetectionSummary(
        run,
        asOf,
        status,
        unfinished,
        accounts,
        clusters,
        List.of(),
        unknown,
        lowered,
        decisions,
        suppressions,
        since,
        touched,
        millis);
  }
}
