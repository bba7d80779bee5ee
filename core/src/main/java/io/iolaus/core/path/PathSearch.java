package io.iolaus.core.path;

import io.iolaus.core.path.Chains.End;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.stream.IntStream;

/// Finds the strongest chains of evidence between two nodes of a graph of accounts and what they
/// share, reading as little of it as will do.
///
/// The graph is read from both ends, the nearest nodes first, many at a time. What was read is
/// searched for chains ([ChainFinder]); a chain is final when it costs less than any that leads
/// through what was not read. Such a one has a first edge that is not known, up to which it costs
/// at least as much as the nearest unread node on that side, and a last one, likewise: the sum of
/// both and of one edge bounds it from below (the stopping rule of bidirectional Dijkstra, Pohl
/// 1971, for graphs that are read node by node). So the result is what a search of the whole graph
/// would find, whatever was read together.
public final class PathSearch {

  private final PathSource source;
  private final PathLimits limits;
  private final KnownGraph graph;
  private long edgesRead;

  private PathSearch(PathSource source, PathNode from, PathNode to, PathLimits limits) {
    this.source = source;
    this.limits = limits;
    this.graph = new KnownGraph(from, to, limits);
  }

  /// The strongest chains from one node to another. The ends may be hubs or no evidence themselves.
  ///
  /// @throws IllegalArgumentException where both are the same node
  public static Chains between(PathSource source, PathNode from, PathNode to, PathLimits limits) {
    if (from.key().equals(to.key())) {
      throw new IllegalArgumentException("both ends are " + from.name());
    }
    return new PathSearch(source, from, to, limits).run();
  }

  private Chains run() {
    while (true) {
      Frontier left = Frontier.of(graph, KnownGraph.FROM, limits.maxEdges());
      Frontier right = Frontier.of(graph, KnownGraph.TO, limits.maxEdges());
      long unread = unread(left, right);
      long best = graph.distance(KnownGraph.FROM, KnownGraph.TO);
      ChainFinder.Found found = ChainFinder.Found.NONE;
      if (best < unread) {
        found = ChainFinder.find(graph, limits, unread);
        if (found.cut()) {
          return new Chains(found.chains(), End.BUDGET);
        }
        if (found.chains().size() == limits.chains()) {
          return new Chains(found.chains(), End.LIMIT);
        }
      }
      if (unread >= KnownGraph.FAR) {
        return new Chains(
            found.chains(), found.chains().isEmpty() ? nothing(left, right) : End.ALL);
      }
      // What the walk at hand costs bounds what needs to be read, unless it is too long.
      long wanted = limits.chains() == 1 && best >= unread ? best : KnownGraph.FAR;
      if (!read(left, right, wanted)) {
        return new Chains(ChainFinder.find(graph, limits, KnownGraph.FAR).chains(), End.BUDGET);
      }
    }
  }

  /// What a chain through something that was not read costs at least.
  private static long unread(Frontier left, Frontier right) {
    return Math.min(
        KnownGraph.FAR,
        KnownGraph.STEP
            + Math.min(left.nearest() + right.nearestAny(), left.nearestAny() + right.nearest()));
  }

  /// Reads on, where less is to be read first; both where it is little. False where it would be too
  /// much.
  private boolean read(Frontier left, Frontier right, long wanted) {
    long rest = wanted - KnownGraph.STEP;
    IntArrayList ofLeft = left.batch(graph, KnownGraph.FROM, rest - right.nearestAny());
    IntArrayList ofRight = right.batch(graph, KnownGraph.TO, rest - left.nearestAny());
    long leftEdges = edges(ofLeft);
    long rightEdges = edges(ofRight);
    IntSet batch = new IntLinkedOpenHashSet();
    if (!ofLeft.isEmpty() && (ofRight.isEmpty() || leftEdges <= 2 * rightEdges)) {
      batch.addAll(ofLeft);
    }
    if (!ofRight.isEmpty() && (ofLeft.isEmpty() || rightEdges <= 2 * leftEdges)) {
      batch.addAll(ofRight);
    }
    int[] asked = batch.toIntArray();
    edgesRead += edges(new IntArrayList(asked));
    if (edgesRead > limits.maxRead()) {
      return false;
    }
    graph.add(asked, source.near(IntStream.of(asked).mapToObj(graph::node).toList()));
    return true;
  }

  private long edges(IntArrayList nodes) {
    return nodes.intStream().mapToLong(node -> graph.node(node).edges()).sum();
  }

  private End nothing(Frontier left, Frontier right) {
    boolean hub =
        IntStream.range(2, graph.size())
            .filter(node -> !graph.passable(node))
            .anyMatch(node ->
                graph.hops(KnownGraph.FROM, node) + graph.hops(KnownGraph.TO, node)
                    <= limits.maxEdges());
    if (hub) {
      return End.ONLY_THROUGH_HUBS;
    }
    return left.nearestAny() < KnownGraph.FAR && right.nearestAny() < KnownGraph.FAR
        ? End.TOO_FAR
        : End.UNCONNECTED;
  }
}
