package io.iolaus.cypher.subgraph;

import io.iolaus.core.layout.ForceLayout;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import io.iolaus.cypher.subgraph.Subgraph.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cuts a cluster to what a chart can show, and says what it left out.
///
/// Where all fits, all is shown. Otherwise accounts that share exactly the same things become one bundle, shared
/// things take at most a third of the nodes unless there is room, and edges are dealt out in rounds: of each account
/// the strongest of each type first, then the second, so that no account loses its last link before another loses
/// its third, and a hundred addresses do not hide the one card. What no edge reaches is left out.
/// The same graph and limits always give the same cut and the same places.
public final class SubgraphCut {

  private final ClusterGraph graph;
  private final SubgraphLimits limits;

  private SubgraphCut(ClusterGraph graph, SubgraphLimits limits) {
    this.graph = graph;
    this.limits = limits;
  }

  public static Subgraph of(ClusterGraph graph, SubgraphLimits limits) {
    return new SubgraphCut(graph, limits).cut();
  }

  /// Accounts that are drawn as one node.
  ///
  /// @param members indices into the members, the likeliest first
  /// @param shared indices into what is shared, the strongest first
  private record Unit(List<Integer> members, List<Integer> shared) {}

  private Subgraph cut() {
    Count total =
        new Count(
            graph.members().size() + Math.max(graph.sharedTotal(), graph.shared().size()),
            graph.shared().stream().mapToLong(s -> s.accounts().length).sum());
    boolean crowded = total.nodes() > limits.maxNodes();
    int sharedShown =
        Math.min(
            graph.shared().size(),
            Math.max(limits.maxNodes() - graph.members().size(), limits.maxNodes() / 3));
    List<Unit> units = units(sharedShown, crowded);
    if (units.size() > limits.maxNodes() - sharedShown) {
      // The largest bundles stand for most accounts; the order among equals is the members' own.
      units.sort(Comparator.comparingInt((Unit u) -> -u.members().size()));
      units = units.subList(0, limits.maxNodes() - sharedShown);
    }
    return columns(units, edges(units), total);
  }

  private List<Unit> units(int sharedShown, boolean bundled) {
    List<List<Integer>> sharedOf = new ArrayList<>();
    for (int i = 0; i < graph.members().size(); i++) {
      sharedOf.add(new ArrayList<>());
    }
    for (int s = 0; s < sharedShown; s++) {
      for (int member : graph.shared().get(s).accounts()) {
        sharedOf.get(member).add(s);
      }
    }
    if (!bundled) {
      return new ArrayList<>(
          IntStream.range(0, sharedOf.size())
              .mapToObj(i -> new Unit(List.of(i), sharedOf.get(i)))
              .toList());
    }
    Map<List<Integer>, List<Integer>> bySame = new LinkedHashMap<>();
    for (int i = 0; i < sharedOf.size(); i++) {
      // Labelled and merely suspicious accounts are never drawn as one.
      List<Integer> key = new ArrayList<>(sharedOf.get(i));
      key.add(-1 - graph.members().get(i).state().ordinal());
      bySame.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    List<Unit> units = new ArrayList<>();
    bySame.forEach((key, members) -> units.add(new Unit(members, key.subList(0, key.size() - 1))));
    return units;
  }

  /// Pairs of unit and shared thing.
  private List<int[]> edges(List<Unit> units) {
    List<List<List<Integer>>> dealt = units.stream().map(this::byType).toList();
    List<int[]> edges = new ArrayList<>();
    for (int round = 0; edges.size() < limits.maxEdges(); round++) {
      int before = edges.size();
      for (int type = 0; type < EntityType.values().length; type++) {
        for (int u = 0; u < units.size() && edges.size() < limits.maxEdges(); u++) {
          List<Integer> things = dealt.get(u).get(type);
          if (round < things.size()) {
            edges.add(new int[] {u, things.get(round)});
          }
        }
      }
      if (edges.size() == before) {
        break;
      }
    }
    return edges;
  }

  /// What a unit shares, for each type: the strongest first, and among equals what fewer share.
  private List<List<Integer>> byType(Unit unit) {
    List<List<Integer>> byType = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      byType.add(
          unit.shared().stream()
              .filter(s -> graph.shared().get(s).type() == type)
              .sorted(
                  Comparator.comparingDouble((Integer s) -> -graph.shared().get(s).bits())
                      .thenComparingLong(s -> graph.shared().get(s).total())
                      .thenComparing(Comparator.naturalOrder()))
              .toList());
    }
    return byType;
  }

  private Subgraph columns(List<Unit> units, List<int[]> edges, Count total) {
    int[] reached = edges.stream().mapToInt(edge -> edge[1]).sorted().distinct().toArray();
    int n = units.size() + reached.length;
    String[] type = new String[n];
    String[] id = new String[n];
    String[] label = new String[n];
    int[] size = new int[n];
    @Nullable String[] state = new @Nullable String[n];
    long[] anywhere = new long[n];
    for (int u = 0; u < units.size(); u++) {
      List<Integer> members = units.get(u).members();
      MemberNode first = graph.members().get(members.getFirst());
      type[u] = "account";
      id[u] = first.id();
      label[u] = members.size() == 1 ? first.id() : members.size() + " accounts";
      size[u] = members.size();
      state[u] = first.state().text();
      anywhere[u] = members.size();
    }
    for (int s = 0; s < reached.length; s++) {
      SharedNode shared = graph.shared().get(reached[s]);
      int at = units.size() + s;
      type[at] = shared.type().text();
      id[at] = shared.id();
      label[at] = shared.label();
      size[at] = shared.accounts().length;
      anywhere[at] = Math.max(shared.total(), shared.accounts().length);
    }
    Subgraph.Edges columns = edgeColumns(units.size(), reached, edges);
    List<String> places = IntStream.range(0, n).mapToObj(i -> type[i] + ' ' + id[i]).toList();
    var positions = ForceLayout.place(places, columns.source(), columns.target());
    Count shown = new Count(n, edges.size());
    boolean all = n == total.nodes() && edges.size() == total.edges();
    return new Subgraph(
        graph.version(),
        new Subgraph.Nodes(
            type, id, label, rounded(positions.x()), rounded(positions.y()), size, state, anywhere),
        columns,
        shown,
        total,
        all ? null : "budget",
        null);
  }

  private Subgraph.Edges edgeColumns(int units, int[] reached, List<int[]> edges) {
    int m = edges.size();
    int[] source = new int[m];
    int[] target = new int[m];
    String[] type = new String[m];
    double[] weight = new double[m];
    boolean[] inferred = new boolean[m];
    for (int e = 0; e < m; e++) {
      SharedNode shared = graph.shared().get(edges.get(e)[1]);
      source[e] = edges.get(e)[0];
      target[e] = units + Arrays.binarySearch(reached, edges.get(e)[1]);
      weight[e] = Math.round(shared.bits() * 100) / 100.0;
      type[e] =
          switch (shared.type()) {
            case PAYMENT -> "PAID_WITH";
            case IP, NETWORK -> "CONNECTED_FROM";
            case IDENTIFIER -> "HAS_IDENTIFIER";
            case PROMPT_FAMILY -> "PROMPTED";
            case PATTERN -> "SHOWS";
            case ORGANIZATION -> "SEAT_OF";
            case ACCOUNT, CLUSTER -> "SUPPORTED_BY";
          };
      inferred[e] =
          switch (shared.type()) {
            case PAYMENT, IP, IDENTIFIER, ORGANIZATION, ACCOUNT, CLUSTER -> false;
            case NETWORK, PROMPT_FAMILY, PATTERN -> true;
          };
    }
    return new Subgraph.Edges(source, target, type, weight, inferred);
  }

  /// A tenth is finer than any screen; longer numbers only make the answer larger.
  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(v -> Math.round(v * 10) / 10.0).toArray();
  }
}
