package io.iolaus.cypher.subgraph;

/// How much of a cluster may be shown.
///
/// @param maxNodes 10..50,000
/// @param maxEdges 10..200,000
public record SubgraphLimits(int maxNodes, int maxEdges) {

  public static final SubgraphLimits DEFAULT = new SubgraphLimits(1_500, 4_000);

  public static final SubgraphLimits MOST = new SubgraphLimits(50_000, 200_000);

  public SubgraphLimits {
    requireRange("maxNodes", maxNodes, 50_000);
    requireRange("maxEdges", maxEdges, 200_000);
  }

  private static void requireRange(String name, int value, int most) {
    if (value < 10 || value > most) {
      throw new IllegalArgumentException(name + " must be 10.." + most + ", was " + value);
    }
  }
}
