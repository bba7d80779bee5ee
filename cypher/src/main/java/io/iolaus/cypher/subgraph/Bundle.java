package io.iolaus.cypher.subgraph;

import io.iolaus.core.layout.Scatter;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import io.iolaus.cypher.subgraph.Subgraph.Tie;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The accounts of a bundle or a group, the likeliest first, around the place where it is drawn:
/// they stay within half the way to the nearest other node, so nothing that is drawn has to move.
///
/// @param x where it is drawn, as is `y`
/// @param ties what they have in common, the strongest first
public record Bundle(
    String version, String key, double x, double y, List<Tie> ties, List<Account> accounts) {
  public Bundle {
    ties = List.copyOf(ties);
    accounts = List.copyOf(accounts);
  }

  /// One of them.
  ///
  /// @param state in the cluster, null for an account that is in none
  public record Account(String id, @Nullable String state, double x, double y) {}

  /// How much of the way to the nearest node is used.
  private static final double REACH = 0.45;

  private static final double WIDEST = 120;

  /// Of a picture that has a node with that key.
  static Optional<Bundle> of(ClusterGraph graph, Unit unit, Subgraph picture, String key) {
    return of(
        graph,
        unit.members(),
        Arrays.stream(unit.shared())
            .mapToObj(s -> tie(graph.shared().get(s), unit.members().length))
            .sorted(Comparator.comparingDouble(tie -> -tie.bits()))
            .toList(),
        picture,
        key);
  }

  static Optional<Bundle> of(
      ClusterGraph graph, int[] members, List<Tie> ties, Subgraph picture, String key) {
    Subgraph.Nodes nodes = picture.nodes();
    int node = Arrays.asList(nodes.bundle()).indexOf(key);
    if (node < 0) {
      return Optional.empty();
    }
    double gap = reach(nodes, node) / Math.sqrt(members.length);
    Account[] accounts = new Account[members.length];
    for (int rank = 0; rank < members.length; rank++) {
      double[] at = Scatter.spot(new Scatter.Around(nodes.x()[node], nodes.y()[node], rank), gap);
      MemberNode member = graph.members().get(members[rank]);
      accounts[rank] =
          new Account(
              member.id(),
              Columns.text(member.state()),
              Columns.hundredths(at[0]),
              Columns.hundredths(at[1]));
    }
    return Optional.of(
        new Bundle(
            picture.version(),
            key,
            nodes.x()[node],
            nodes.y()[node],
            ties,
            Arrays.asList(accounts)));
  }

  static Tie tie(SharedNode shared, int accounts) {
    return new Tie(
        shared.type(),
        shared.id(),
        shared.label(),
        Columns.relation(shared.type()),
        accounts,
        Columns.hundredths(shared.bits()));
  }

  private static double reach(Subgraph.Nodes nodes, int node) {
    double nearest = WIDEST / REACH;
    for (int i = 0; i < nodes.x().length; i++) {
      double distance = Math.hypot(nodes.x()[i] - nodes.x()[node], nodes.y()[i] - nodes.y()[node]);
      if (i != node && distance > 0) {
        nearest = Math.min(nearest, distance);
      }
    }
    return REACH * nearest;
  }
}
