package io.iolaus.core.path;

/// How far a search for chains goes.
///
/// @param chains how many are wanted, 1..10
/// @param maxEdges of a chain, 1..8
/// @param maxDegree the most edges a node inside a chain may have: one with more is a hub
/// @param maxRead how many edges may be read
/// @param maxSteps how many continuations of chains may be looked at, each time the chains are put
///   together from what was read
public record PathLimits(int chains, int maxEdges, long maxDegree, long maxRead, long maxSteps) {

  /// The most chains that can be asked for.
  public static final int MOST_CHAINS = 10;

  private static final int MOST_EDGES = 8;

  public PathLimits {
    requireRange("limit", chains, MOST_CHAINS);
    requireRange("maxEdges", maxEdges, MOST_EDGES);
  }

  private static void requireRange(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1.." + most + ", was " + value);
    }
  }
}
