package io.iolaus.cypher.entity;

import io.iolaus.cypher.read.PageKey;
import org.jspecify.annotations.Nullable;

/// Which neighbours of an entity to list: the heaviest first.
///
/// @param relation null for all
/// @param limit 1..500
public record NeighbourQuery(
    EntityType type, String id, @Nullable Relation relation, int limit, @Nullable PageKey after) {
  public NeighbourQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("limit must be 1..500, was " + limit);
    }
  }
}
