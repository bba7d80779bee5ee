package io.iolaus.cypher.subgraph;

import io.iolaus.core.layout.ForceLayout.Positions;
import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.core.layout.Scatter;
import io.iolaus.core.layout.SteadyLayout;
import io.iolaus.cypher.subgraph.Subgraph.Accounts;
import io.iolaus.cypher.subgraph.Subgraph.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cuts a graph to what a chart can show at a level, places it, and says what it left out. The same
/// graph, limits and known places always give the same columns.
///
/// Up to [#BY_FORCE] nodes are placed by what pulls and pushes them. Larger cuts are spread around
/// the picture of the default level, so that a full map has everything where that had it.
public final class SubgraphCut {

  /// Beyond this many nodes a layout by force takes longer than a click may.
  public static final int BY_FORCE = 3_000;

  private SubgraphCut() {}

  /// The default level, without an earlier picture.
  public static Subgraph of(ClusterGraph graph, SubgraphLimits limits) {
    return of(graph, SubgraphLevel.DEFAULT, limits, KnownPlaces.NONE);
  }

  /// What is shown at a level.
  ///
  /// @param known where nodes lay before; of [SubgraphLimits#DEFAULT] for a full map
  public static Subgraph of(
      ClusterGraph graph, SubgraphLevel level, SubgraphLimits limits, KnownPlaces known) {
    if (level == SubgraphLevel.OVERVIEW) {
      return Overview.of(graph, limits, known);
    }
    Cut cut = Cut.of(graph, limits);
    Columns columns = new Columns(graph, cut);
    Subgraph.Edges edges = columns.edges();
    Positions at =
        columns.size() <= BY_FORCE
            ? SteadyLayout.place(names(columns), edges.source(), edges.target(), known)
            : Scatter.place(around(graph, cut, columns, known), edges.source(), edges.target());
    return new Subgraph(
        graph.version(),
        level,
        columns.nodes(at, level == SubgraphLevel.FULL),
        edges,
        new Count(columns.size(), cut.edges().size()),
        cut.total(),
        new Accounts(cut.accounts(), graph.members().size()),
        cut.isWhole() ? null : "budget",
        null);
  }

  /// What is in a bundle or a group of the picture, empty where the picture has none of that key.
  public static Optional<Bundle> bundle(
      ClusterGraph graph,
      SubgraphLevel level,
      SubgraphLimits limits,
      Subgraph picture,
      String key) {
    if (level == SubgraphLevel.OVERVIEW) {
      return Overview.bundle(graph, limits, picture, key);
    }
    return Cut.of(graph, limits).units().stream()
        .filter(unit -> unit.members().length > 1)
        .filter(unit -> Columns.bundleKey(graph, unit).equals(key))
        .findFirst()
        .flatMap(unit -> Bundle.of(graph, unit, picture, key));
  }

  /// Where everything lies in a picture, for the next one.
  public static KnownPlaces places(Subgraph picture) {
    Subgraph.Nodes nodes = picture.nodes();
    List<List<String>> names = new ArrayList<>();
    for (int i = 0; i < nodes.id().length; i++) {
      names.add(names(nodes.type()[i], nodes.id()[i], nodes.bundle()[i]));
    }
    return KnownPlaces.of(names, new Positions(nodes.x(), nodes.y()));
  }

  private static List<List<String>> names(Columns columns) {
    Subgraph.Nodes nodes =
        columns.nodes(new Positions(new double[columns.size()], new double[columns.size()]), true);
    List<List<String>> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(names(nodes.type()[i], nodes.id()[i], nodes.bundle()[i]));
    }
    return names;
  }

  /// A bundle is known by what its accounts share, and by the likeliest of them.
  static List<String> names(String type, String id, @Nullable String bundle) {
    return bundle == null ? List.of(type + ' ' + id) : List.of("bundle " + bundle, type + ' ' + id);
  }

  private static Scatter.@Nullable Around[] around(
      ClusterGraph graph, Cut cut, Columns columns, KnownPlaces known) {
    Cut small = Cut.of(graph, SubgraphLimits.DEFAULT);
    Columns drawn = new Columns(graph, small);
    Subgraph.Edges edges = drawn.edges();
    Positions at = SteadyLayout.place(names(drawn), edges.source(), edges.target(), known);
    Scatter.@Nullable Around[] ofMember = new Scatter.@Nullable Around[graph.members().size()];
    Scatter.@Nullable Around[] ofThing = new Scatter.@Nullable Around[graph.shared().size()];
    for (int u = 0; u < small.units().size(); u++) {
      int[] members = small.units().get(u).members();
      for (int rank = 0; rank < members.length; rank++) {
        ofMember[members[rank]] = new Scatter.Around(at.x()[u], at.y()[u], rank);
      }
    }
    int[] reached = drawn.reached();
    for (int s = 0; s < reached.length; s++) {
      int node = small.units().size() + s;
      ofThing[reached[s]] = new Scatter.Around(at.x()[node], at.y()[node], 0);
    }
    Scatter.@Nullable Around[] around = new Scatter.@Nullable Around[columns.size()];
    for (int u = 0; u < cut.units().size(); u++) {
      around[u] = ofMember[cut.units().get(u).members()[0]];
    }
    for (int s = 0; s < columns.reached().length; s++) {
      around[cut.units().size() + s] = ofThing[columns.reached()[s]];
    }
    return around;
  }
}
