package io.iolaus.cypher.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much there is in the graph.
///
/// @param graphTime the latest exchange, which is what "now" means; null in an empty graph
public record GraphStatus(
    @Nullable Instant graphTime,
    long accounts,
    long exchanges,
    Clusters clusters,
    long batches,
    @Nullable DetectionRun lastRun) {

  public record Clusters(long labelled, long review) {}
}
