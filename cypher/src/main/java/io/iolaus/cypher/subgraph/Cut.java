package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.subgraph.Subgraph.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What of a graph is drawn: accounts, alone or in bundles, and edges to what they share.
///
/// Where all fits, all is drawn. Otherwise accounts that share exactly the same things become one
/// bundle, shared things take at most a third of the nodes unless there is room, and edges are
/// dealt out in rounds: of each account the strongest of each type first, then the second, so that
/// no account loses its last link before another loses its third, and a hundred addresses do not
/// hide the one card. What then no two accounts share is left out.
///
/// @param units the largest first where some had to be left out
/// @param edges pairs of a unit and a shared thing
/// @param chosen so many of the first shared things are drawn without an edge too
/// @param total of the whole graph
record Cut(List<Unit> units, List<int[]> edges, int chosen, Count total) {

  static Cut of(ClusterGraph graph, SubgraphLimits limits) {
    int members = graph.members().size();
    Count total =
        new Count(
            members + Math.max(graph.sharedTotal(), graph.shared().size()),
            graph.shared().stream().mapToLong(s -> s.accounts().length).sum());
    int shownThings =
        Math.min(
            graph.shared().size(), Math.max(limits.maxNodes() - members, limits.maxNodes() / 3));
    int room = limits.maxNodes() - shownThings;
    Units of = new Units(graph, shownThings);
    List<Unit> units = total.nodes() > limits.maxNodes() ? of.bundled(room) : of.single();
    if (units.size() > room) {
      // The largest bundles stand for most accounts; the order among equals is the members' own.
      units =
          units.stream()
              .sorted(Comparator.comparingInt((Unit u) -> -u.members().length))
              .limit(room)
              .toList();
    }
    List<int[]> edges = dealt(graph, units, limits.maxEdges());
    return new Cut(
        units,
        edges.size() < total.edges() ? stillShared(graph, units, edges) : edges,
        Math.min(graph.chosen(), shownThings),
        total);
  }

  private static List<int[]> dealt(ClusterGraph graph, List<Unit> units, int maxEdges) {
    int[] next = new int[units.size()];
    List<int[]> edges = new ArrayList<>();
    for (int before = -1; before < edges.size() && edges.size() < maxEdges; ) {
      before = edges.size();
      // one of each type for every unit; a unit's things come in this order
      for (EntityType type : EntityType.values()) {
        for (int u = 0; u < next.length && edges.size() < maxEdges; u++) {
          int[] shared = units.get(u).shared();
          if (next[u] < shared.length && graph.shared().get(shared[next[u]]).type() == type) {
            edges.add(new int[] {u, shared[next[u]++]});
          }
        }
      }
    }
    return edges;
  }

  /// Without things that only one account is left with: drawn so, they would not look shared.
  private static List<int[]> stillShared(ClusterGraph graph, List<Unit> units, List<int[]> edges) {
    int[] accounts = new int[graph.shared().size()];
    for (int[] edge : edges) {
      accounts[edge[1]] += units.get(edge[0]).members().length;
    }
    return edges.stream()
        .filter(edge -> accounts[edge[1]] > 1 || edge[1] < graph.chosen())
        .toList();
  }

  /// Shared things that an edge reaches or that were chosen, ascending.
  int[] reached() {
    return IntStream.concat(IntStream.range(0, chosen), edges.stream().mapToInt(edge -> edge[1]))
        .sorted()
        .distinct()
        .toArray();
  }

  /// How many accounts are drawn, alone or in bundles.
  long accounts() {
    return units.stream().mapToLong(u -> u.members().length).sum();
  }

  /// Whether nothing is left out and nothing is put together.
  boolean isWhole() {
    return units.size() + Arrays.stream(reached()).count() == total.nodes()
        && edges.size() == total.edges();
  }
}
