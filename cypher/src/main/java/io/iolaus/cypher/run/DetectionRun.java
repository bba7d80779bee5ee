package io.iolaus.cypher.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One detection run over the whole graph.
///
/// @param asOf the graph's own time when it ran
/// @param ignoring shared things that it left out, as `TYPE:ID`
/// @param lowered bounds of evidence that verdicts lowered, as `shared-identifier client device:
///   12.0 to 9.6 bits`
/// @param decisions how many it held to
/// @param suppressions those that held, as `ID SCOPE`
/// @param since the full run that it went on from; null of a full run
/// @param touched how many accounts it read again, all of them in a full run
/// @param status `complete`, or `partial` where a detector did not finish: clusters may be missing
///   then, and those that are there may be smaller than they are; null of a run that is under way
/// @param unfinished detectors that did not finish, each with the reason
/// @param millis how long it took
public record DetectionRun(
    String id,
    long seq,
    @Nullable Instant asOf,
    List<String> ignoring,
    List<String> lowered,
    int decisions,
    List<String> suppressions,
    @Nullable String since,
    long touched,
    @Nullable Instant recordedAt,
    boolean complete,
    @Nullable String status,
    List<String> unfinished,
    long accounts,
    long clusters,
    long millis) {
  public DetectionRun {
    ignoring = List.copyOf(ignoring);
    lowered = List.copyOf(lowered);
    unfinished = List.copyOf(unfinished);
    suppressions = List.copyOf(suppressions);
  }
}
