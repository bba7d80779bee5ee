package io.iolaus.cypher.entity;

import io.iolaus.cypher.cluster.ClusterState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands next to an entity.
///
/// @param weight exchanges or uses along the edge; bits for evidence, probability for members and
///   organizations
/// @param state an account's best state in a cluster, or the cluster's own
/// @param total how many accounts share it anywhere; null where that says nothing
public record Neighbour(
    EntityType type,
    String id,
    String label,
    Relation relation,
    double weight,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable ClusterState state,
    @Nullable Long total) {}
