package io.iolaus.cypher.entity;

import io.iolaus.cypher.read.PageKey;
import org.jspecify.annotations.Nullable;

/// Which neighbours of an entity to list: the heaviest first.
///
/// @param relation null for all
/// @param neighbour type of the neighbours, null for all
/// @param minWeight only neighbours at least as heavy; 0 for all
/// @param limit 1..500
public record NeighbourQuery(
    EntityType type,
    String id,
    @Nullable Relation relation,
    @Nullable EntityType neighbour,
    double minWeight,
    int limit,
    @Nullable PageKey after) {
  public NeighbourQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("limit must be 1..500, was " + limit);
    }
  }

  /// All neighbours, from the heaviest on.
  public NeighbourQuery(EntityType type, String id, int limit) {
    this(type, id, null, null, 0, limit, null);
  }

  boolean wants(Relation along, EntityType to, double weight) {
    return (relation == null || relation == along)
        && (neighbour == null || neighbour == to)
        && weight >= minWeight;
  }
}
