package io.iolaus.cypher.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One detection run over the whole graph.
///
/// @param asOf the graph's own time when it ran
/// @param ignoring shared things that it left out, as `TYPE:ID`
/// @param millis how long it took
public record DetectionRun(
    String id,
    long seq,
    @Nullable Instant asOf,
    List<String> ignoring,
    @Nullable Instant recordedAt,
    boolean complete,
    long accounts,
    long clusters,
    long millis) {
  public DetectionRun {
    ignoring = List.copyOf(ignoring);
  }
}
