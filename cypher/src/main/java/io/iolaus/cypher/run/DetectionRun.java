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
/// @param millis how long it took
public record DetectionRun(
    String id,
    long seq,
    @Nullable Instant asOf,
    List<String> ignoring,
    List<String> lowered,
    @Nullable Instant recordedAt,
    boolean complete,
    long accounts,
    long clusters,
    long millis) {
  public DetectionRun {
    ignoring = List.copyOf(ignoring);
    lowered = List.copyOf(lowered);
  }
}
