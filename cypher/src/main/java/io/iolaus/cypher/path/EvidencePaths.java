package io.iolaus.cypher.path;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chain of evidence from one entity to another.
///
/// @param bits of the weakest thing on the way that is evidence for a cluster, null where none is
public record EvidencePath(
    boolean found, List<PathNode> nodes, List<PathEdge> edges, @Nullable Double bits) {
  public EvidencePath {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  public record PathNode(EntityType type, String id, String label) {}

  /// One step of a chain.
  ///
  /// @param source index of a node, as is `target`: in the direction of the relation, not of the
  ///   walk
  /// @param text the edge in words
  public record PathEdge(int source, int target, Relation relation, String text) {}
}
