package io.iolaus.cypher.subgraph;

import io.iolaus.core.layout.ForceLayout.Positions;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of a cut, filled node by node: first the units, then the shared things that an edge
/// reaches.
final class Columns {

  /// How many accounts of a bundle are named.
  static final int FIRST = 5;

  private final ClusterGraph graph;
  private final Cut cut;
  private final int[] reached;

  Columns(ClusterGraph graph, Cut cut) {
    this.graph = graph;
    this.cut = cut;
    this.reached = cut.reached();
  }

  int size() {
    return cut.units().size() + reached.length;
  }

  /// Indices of the shared things, in the order of their nodes.
  int[] reached() {
    return reached;
  }

  /// @param terse whether a label that is the id is left out
  @SuppressWarnings({"unchecked", "rawtypes"}) // columns are arrays, also those of lists
  Subgraph.Nodes nodes(Positions at, boolean terse) {
    int n = size();
    String[] type = new String[n];
    String[] id = new String[n];
    @Nullable String[] label = new @Nullable String[n];
    int[] size = new int[n];
    @Nullable String[] state = new @Nullable String[n];
    long[] anywhere = new long[n];
    @Nullable String[] bundle = new @Nullable String[n];
    @Nullable List<String>[] first = new @Nullable List[n];
    for (int u = 0; u < cut.units().size(); u++) {
      int[] members = cut.units().get(u).members();
      MemberNode likeliest = graph.members().get(members[0]);
      boolean many = members.length > 1;
      type[u] = "account";
      id[u] = likeliest.id();
      label[u] = many ? members.length + " accounts" : terse ? null : likeliest.id();
      size[u] = members.length;
      state[u] = text(likeliest.state());
      anywhere[u] = members.length;
      bundle[u] = many ? bundleKey(graph, cut.units().get(u)) : null;
      first[u] = many ? first(graph, members) : null;
    }
    for (int s = 0; s < reached.length; s++) {
      SharedNode shared = graph.shared().get(reached[s]);
      int node = cut.units().size() + s;
      type[node] = shared.type().text();
      id[node] = shared.id();
      label[node] = terse && shared.label().equals(shared.id()) ? null : shared.label();
      size[node] = shared.accounts().length;
      anywhere[node] = Math.max(shared.total(), shared.accounts().length);
    }
    return new Subgraph.Nodes(
        type, id, label, at.x(), at.y(), size, state, anywhere, bundle, first, null, null, null);
  }

  Subgraph.Edges edges() {
    int m = cut.edges().size();
    int[] source = new int[m];
    int[] target = new int[m];
    String[] type = new String[m];
    double[] weight = new double[m];
    boolean[] inferred = new boolean[m];
    for (int e = 0; e < m; e++) {
      SharedNode shared = graph.shared().get(cut.edges().get(e)[1]);
      source[e] = cut.edges().get(e)[0];
      target[e] = cut.units().size() + Arrays.binarySearch(reached, cut.edges().get(e)[1]);
      weight[e] = hundredths(shared.bits());
      type[e] = relation(shared.type());
      inferred[e] = inferred(shared.type());
    }
    return new Subgraph.Edges(source, target, type, weight, inferred, null);
  }

  static @Nullable String text(@Nullable ClusterState state) {
    return state == null ? null : state.text();
  }

  static List<String> first(ClusterGraph graph, int[] members) {
    return Arrays.stream(members).limit(FIRST).mapToObj(m -> graph.members().get(m).id()).toList();
  }

  static double hundredths(double bits) {
    return Math.round(bits * 100) / 100.0;
  }

  /// The same as long as the accounts of the bundle share the same and are in the same state.
  static String bundleKey(ClusterGraph graph, Unit unit) {
    return digest(
        text(graph.members().get(unit.members()[0]).state())
            + '\n'
            + Arrays.stream(unit.shared())
                .mapToObj(s -> name(graph, s))
                .sorted()
                .collect(Collectors.joining("\n")));
  }

  static String name(ClusterGraph graph, int thing) {
    SharedNode shared = graph.shared().get(thing);
    return shared.type().text() + ' ' + shared.id();
  }

  /// 16 hexadecimal digits.
  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String relation(EntityType thing) {
    return switch (thing) {
      case PAYMENT -> "PAID_WITH";
      case IP, NETWORK -> "CONNECTED_FROM";
      case IDENTIFIER -> "HAS_IDENTIFIER";
      case PROMPT_FAMILY -> "PROMPTED";
      case PATTERN -> "SHOWS";
      case ORGANIZATION -> "SEAT_OF";
      case CLUSTER -> "MEMBER_OF";
      case ACCOUNT -> throw new IllegalArgumentException("accounts do not share an account");
    };
  }

  static boolean inferred(EntityType thing) {
    return switch (thing) {
      case PAYMENT, IP, IDENTIFIER, ORGANIZATION, ACCOUNT -> false;
      case NETWORK, PROMPT_FAMILY, PATTERN, CLUSTER -> true;
    };
  }
}
