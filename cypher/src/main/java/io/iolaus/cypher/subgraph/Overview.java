package io.iolaus.cypher.subgraph;

import io.iolaus.core.layout.ForceLayout.Positions;
import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.core.layout.SteadyLayout;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.subgraph.Groups.Group;
import io.iolaus.cypher.subgraph.Subgraph.Accounts;
import io.iolaus.cypher.subgraph.Subgraph.Count;
import io.iolaus.cypher.subgraph.Subgraph.Tie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A graph as groups of accounts and how much these have in common.
final class Overview {

  private static final int TIES = 3;

  private final ClusterGraph graph;
  private final List<Group> groups;

  private Overview(ClusterGraph graph, SubgraphLimits limits) {
    this.graph = graph;
    this.groups = Groups.of(graph, limits.maxNodes());
  }

  static Subgraph of(ClusterGraph graph, SubgraphLimits limits, KnownPlaces known) {
    return new Overview(graph, limits).drawn(limits, known);
  }

  static Optional<Bundle> bundle(
      ClusterGraph graph, SubgraphLimits limits, Subgraph picture, String key) {
    Overview overview = new Overview(graph, limits);
    return overview.groups.stream()
        .filter(group -> overview.key(group).equals(key))
        .findFirst()
        .flatMap(group ->
            Bundle.of(
                graph, members(group), overview.ties(group, Integer.MAX_VALUE), picture, key));
  }

  private Subgraph drawn(SubgraphLimits limits, KnownPlaces known) {
    List<Edge> all = edges();
    List<Edge> kept =
        all.stream()
            .sorted(
                Comparator.comparingDouble((Edge e) -> -e.bits)
                    .thenComparingInt(e -> e.source)
                    .thenComparingInt(e -> e.target))
            .limit(limits.maxEdges())
            .toList();
    int[] source = kept.stream().mapToInt(e -> e.source).toArray();
    int[] target = kept.stream().mapToInt(e -> e.target).toArray();
    String[] type = new String[kept.size()];
    Arrays.fill(type, "SHARES");
    List<List<String>> names =
        groups.stream()
            .map(g -> SubgraphCut.names("group", graph.members().get(first(g)).id(), key(g)))
            .toList();
    return new Subgraph(
        graph.version(),
        SubgraphLevel.OVERVIEW,
        nodes(SteadyLayout.place(names, source, target, known)),
        new Subgraph.Edges(
            source,
            target,
            type,
            kept.stream().mapToDouble(e -> Columns.hundredths(e.bits)).toArray(),
            new boolean[kept.size()],
            kept.stream().mapToInt(e -> e.things).toArray()),
        new Count(groups.size(), kept.size()),
        new Count(groups.size(), all.size()),
        new Accounts(graph.members().size(), graph.members().size()),
        kept.size() < all.size() ? "budget" : "grouped",
        null);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // columns are arrays, also those of lists
  private Subgraph.Nodes nodes(Positions at) {
    int n = groups.size();
    String[] type = new String[n];
    String[] id = new String[n];
    String[] label = new String[n];
    int[] size = new int[n];
    @Nullable String[] state = new @Nullable String[n];
    long[] total = new long[n];
    String[] key = new String[n];
    List<String>[] firstFew = new List[n];
    int[] labelled = new int[n];
    int[] review = new int[n];
    List<List<Tie>> ties = new ArrayList<>();
    for (int g = 0; g < n; g++) {
      Group group = groups.get(g);
      type[g] = "group";
      id[g] = graph.members().get(first(group)).id();
      size[g] = group.members().size();
      label[g] = size[g] == 1 ? id[g] : size[g] + " accounts";
      labelled[g] = count(group, ClusterState.LABELLED);
      review[g] = count(group, ClusterState.REVIEW);
      state[g] =
          Columns.text(
              labelled[g] > 0 ? ClusterState.LABELLED : review[g] > 0 ? ClusterState.REVIEW : null);
      total[g] = size[g];
      key[g] = key(group);
      firstFew[g] = Columns.first(graph, members(group));
      ties.add(ties(group, TIES));
    }
    return new Subgraph.Nodes(
        type, id, label, at.x(), at.y(), size, state, total, key, firstFew, labelled, review, ties);
  }

  private static int first(Group group) {
    return group.members().getFirst();
  }

  private static int[] members(Group group) {
    return group.members().stream().mapToInt(Integer::intValue).toArray();
  }

  private int count(Group group, ClusterState state) {
    return (int)
        group.members().stream().filter(m -> graph.members().get(m).state() == state).count();
  }

  /// No account is in two groups, so one of them names its group.
  private String key(Group group) {
    return Columns.digest("group\n" + graph.members().get(first(group)).id());
  }

  /// What most of the group have and what says most.
  private List<Tie> ties(Group group, int most) {
    return group.things().entrySet().stream()
        .filter(e -> e.getValue() > 1 || group.members().size() == 1)
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Integer> e) ->
                    -e.getValue() * graph.shared().get(e.getKey()).bits())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(e -> Bundle.tie(graph.shared().get(e.getKey()), e.getValue()))
        .toList();
  }

  private static final class Edge {
    final int source;
    final int target;
    int things;
    double bits;

    Edge(int source, int target) {
      this.source = source;
      this.target = target;
    }
  }

  /// One for each pair of groups that share anything.
  private List<Edge> edges() {
    int n = groups.size();
    List<List<Integer>> having = new ArrayList<>();
    for (int s = 0; s < graph.shared().size(); s++) {
      having.add(new ArrayList<>());
    }
    for (int g = 0; g < n; g++) {
      for (int thing : groups.get(g).things().keySet()) {
        having.get(thing).add(g);
      }
    }
    @Nullable Edge[] pairs = new @Nullable Edge[n * n];
    for (int s = 0; s < having.size(); s++) {
      List<Integer> of = having.get(s);
      for (int i = 0; i < of.size(); i++) {
        for (int j = i + 1; j < of.size(); j++) {
          int pair = of.get(i) * n + of.get(j);
          Edge edge = pairs[pair];
          if (edge == null) {
            edge = new Edge(of.get(i), of.get(j));
            pairs[pair] = edge;
          }
          edge.things++;
          edge.bits += graph.shared().get(s).bits();
        }
      }
    }
    List<Edge> edges = new ArrayList<>();
    for (Edge edge : pairs) {
      if (edge != null) {
        edges.add(edge);
      }
    }
    return edges;
  }
}
