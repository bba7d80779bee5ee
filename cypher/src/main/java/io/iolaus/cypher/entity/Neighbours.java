package io.iolaus.cypher.entity;

import io.iolaus.cypher.entity.Entity.NeighbourCount;
import io.iolaus.cypher.read.Page;
import java.util.List;

/// How much stands next to an entity, and one page of it.
public record Neighbours(List<NeighbourCount> counts, Page<Neighbour> page) {
  public Neighbours {
    counts = List.copyOf(counts);
  }
}
