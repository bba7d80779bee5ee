package io.iolaus.cypher.entity;

import io.iolaus.cypher.cluster.ClusterState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entity: what is known of it, where it belongs and how much stands next to it.
///
/// @param properties in a fixed order; times as ISO-8601 texts
/// @param clusters those it is a member of or evidence for, now
/// @param timeline exchanges by day; empty for hubs, where `timelineReason` says so
public record Entity(
    EntityType type,
    String id,
    String label,
    Map<String, Object> properties,
    List<InCluster> clusters,
    List<NeighbourCount> neighbours,
    List<DayCount> timeline,
    @Nullable String timelineReason) {
  public Entity {
    properties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    clusters = List.copyOf(clusters);
    neighbours = List.copyOf(neighbours);
    timeline = List.copyOf(timeline);
  }

  /// The same with other properties.
  Entity with(Map<String, Object> others) {
    return new Entity(type, id, label, others, clusters, neighbours, timeline, timelineReason);
  }

  /// A cluster that an entity belongs to or speaks for.
  ///
  /// @param membership probability in 0..1 for an account, null for what is evidence
  public record InCluster(String id, ClusterState state, @Nullable Double membership) {}

  public record NeighbourCount(Relation relation, EntityType type, long count) {}

  public record DayCount(LocalDate day, long count) {}
}
