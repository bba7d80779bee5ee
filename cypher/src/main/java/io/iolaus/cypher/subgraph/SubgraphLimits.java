package io.iolaus.cypher.subgraph;

import org.jspecify.annotations.Nullable;

/// How much of a graph may be shown.
///
/// @param maxNodes 10..50,000
/// @param maxEdges 10..200,000
public record SubgraphLimits(int maxNodes, int maxEdges) {

  public static final SubgraphLimits DEFAULT = new SubgraphLimits(1_500, 4_000);

  public static final SubgraphLimits MOST = new SubgraphLimits(50_000, 200_000);

  /// More groups than this are no overview.
  public static final SubgraphLimits OVERVIEW = new SubgraphLimits(300, 2_000);

  public SubgraphLimits {
    requireRange("maxNodes", maxNodes, 50_000);
    requireRange("maxEdges", maxEdges, 200_000);
  }

  /// What may be shown at a level: what is asked for, or as much as is usual there.
  ///
  /// @throws IllegalArgumentException for more or less than the level can have
  public static SubgraphLimits of(
      SubgraphLevel level, @Nullable Integer maxNodes, @Nullable Integer maxEdges) {
    SubgraphLimits usual =
        switch (level) {
          case OVERVIEW -> OVERVIEW;
          case DEFAULT -> DEFAULT;
          case FULL -> MOST;
        };
    int nodes = maxNodes == null ? usual.maxNodes() : maxNodes;
    int edges = maxEdges == null ? usual.maxEdges() : maxEdges;
    if (level == SubgraphLevel.OVERVIEW) {
      requireRange("maxNodes of the overview", nodes, OVERVIEW.maxNodes());
      requireRange("maxEdges of the overview", edges, OVERVIEW.maxEdges());
    }
    return new SubgraphLimits(nodes, edges);
  }

  private static void requireRange(String name, int value, int most) {
    if (value < 10 || value > most) {
      throw new IllegalArgumentException(name + " must be 10.." + most + ", was " + value);
    }
  }
}
