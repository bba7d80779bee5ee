package io.iolaus.cypher.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One detection run over the whole graph.
///
/// @param asOf the graph's own time when it ran
/// @param millis how long it took
public record DetectionRun(
    String id,
    long seq,
    @Nullable Instant asOf,
    @Nullable Instant recordedAt,
    boolean complete,
    long accounts,
    long clusters,
    long millis) {}
