package io.iolaus.core.path;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where the known part of the graph ends, seen from one of the ends of a search.
///
/// @param open nodes that may be read, the nearest first
/// @param nearest distance of the nearest of them
/// @param nearestAny distance of the nearest node whose edges are not all known, too far to be read
///   or not
record Frontier(List<Integer> open, long nearest, long nearestAny) {

  /// What is read together is about as near, within two bits: else each step of a search would be a
  /// question of its own.
  private static final long SLACK = 2_000;

  private static final int BATCH_EDGES = 2_500;

  /// Of the graph as it is known now. Nodes so far from the end that the other side comes first are
  /// not read: with m edges at most, that is more than (m - 1) / 2.
  static Frontier of(KnownGraph graph, int side, int maxEdges) {
    int deepest = (maxEdges - 1) / 2;
    List<Integer> edge =
        IntStream.range(0, graph.size())
            .filter(node -> graph.passable(node) || node == side)
            .filter(node -> graph.distance(side, node) < KnownGraph.FAR && !graph.complete(node))
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer node) -> graph.distance(side, node))
                    .thenComparing(node -> graph.node(node).name()))
            .toList();
    List<Integer> open = edge.stream().filter(node -> graph.hops(side, node) <= deepest).toList();
    return new Frontier(open, first(graph, side, open), first(graph, side, edge));
  }

  private static long first(KnownGraph graph, int side, List<Integer> nodes) {
    return nodes.isEmpty() ? KnownGraph.FAR : graph.distance(side, nodes.getFirst());
  }

  /// What to read next: at least one node, none farther than the bound.
  IntArrayList batch(KnownGraph graph, int side, long bound) {
    IntArrayList batch = new IntArrayList();
    long edges = 0;
    for (int node : open) {
      long distance = graph.distance(side, node);
      edges += graph.node(node).edges();
      boolean fits = distance <= nearest + SLACK && edges <= BATCH_EDGES;
      if (distance > bound || (!batch.isEmpty() && !fits)) {
        break;
      }
      batch.add(node);
    }
    return batch;
  }
}
