package io.iolaus.cypher.lineage;

import io.iolaus.core.lineage.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a cluster stands in its life, whether it is there now or not.
///
/// @param since when it fell dormant or ended, by the graph's own time; null while it is active
/// @param into the cluster that it goes on in, where it was merged
public record ClusterLife(
    String id, Lifecycle lifecycle, @Nullable Instant since, @Nullable String into) {}
