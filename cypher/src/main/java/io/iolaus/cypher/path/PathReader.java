package io.iolaus.cypher.path;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.number;

import io.iolaus.core.path.Chain;
import io.iolaus.core.path.Chains;
import io.iolaus.core.path.PathLimits;
import io.iolaus.core.path.PathNode;
import io.iolaus.core.path.PathSearch;
import io.iolaus.core.path.PathSource.Near;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.Relation;
import io.iolaus.cypher.path.EvidencePaths.EvidencePath;
import io.iolaus.cypher.path.EvidencePaths.PathEdge;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Finds the strongest chains of evidence between two entities, at most eight edges long and around
/// hubs: that two accounts both came through an airport's address explains nothing. What is strong
/// is told by [PathNode] and [PathSearch]. May be shared by threads.
///
/// The graph is read in a few statements, each of a transaction of its own: what is written in
/// between may show in a part of the answer.
public final class PathReader {

  /// The most edges a node inside a chain may have.
  static final int MAX_DEGREE = 1_000;

  private static final int MAX_EDGES = 8;

  /// Some seconds of the database's time.
  private static final long MAX_READ = 200_000;

  private static final long MAX_STEPS = 3_000_000;

  private static final int ATTEMPTS = 3;

  private final GraphReader graph;

  public PathReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Has the database plan what it will be asked.
  public void prepare() {
    strongest(
        new EntityRef(EntityType.ACCOUNT, ""), new EntityRef(EntityType.ACCOUNT, ""), 1, View.NOW);
    near(List.of(), View.NOW);
    steps(new Chains(List.of(), Chains.End.ALL), View.NOW);
  }

  /// The strongest chains through what there was at a moment, up to `limit` of them (1..10). Empty
  /// where one of the ends did not exist.
  ///
  /// @throws IllegalArgumentException for a cluster: membership is a conclusion, not evidence; for
  ///   a limit beyond its range
  public Optional<EvidencePaths> strongest(EntityRef from, EntityRef to, int limit, View view) {
    if (from.type() == EntityType.CLUSTER || to.type() == EntityType.CLUSTER) {
      throw new IllegalArgumentException("a path cannot begin or end at a cluster");
    }
    PathLimits limits = new PathLimits(limit, MAX_EDGES, MAX_DEGREE, MAX_READ, MAX_STEPS);
    Map<String, @Nullable Object> parameters = parameters(view);
    parameters.put("fromType", from.type().label());
    parameters.put("from", from.id());
    parameters.put("toType", to.type().label());
    parameters.put("to", to.id());
    Map<Long, PathNode> ends = new TreeMap<>();
    graph
        .list(statement("ends", view), parameters, row -> row)
        .forEach(row -> ends.put(row.get("place").asLong(), node(row)));
    PathNode first = ends.get(0L);
    PathNode last = ends.get(1L);
    if (first == null || last == null) {
      return Optional.empty();
    }
    for (int attempt = 1; ; attempt++) {
      Chains chains =
          first.key().equals(last.key())
              ? new Chains(List.of(new Chain(List.of(first), 0)), Chains.End.ALL)
              : PathSearch.between(nodes -> near(nodes, view), first, last, limits);
      Steps steps = steps(chains, view);
      List<Chain> there = chains.chains().stream().filter(steps::hold).toList();
      // A run that ended meanwhile wrote families and patterns anew: what was found is gone.
      if (there.size() == chains.chains().size() || attempt == ATTEMPTS) {
        return Optional.of(
            EvidencePaths.of(
                there.stream().map(chain -> path(chain, steps)).toList(), reason(chains.end())));
      }
    }
  }

  private List<Near> near(List<PathNode> nodes, View view) {
    Map<String, @Nullable Object> parameters = parameters(view);
    parameters.put("keys", nodes.stream().map(PathNode::key).toList());
    return graph.list(
        statement("near", view),
        parameters,
        row -> new Near(node(row), row.get("of").asList(Value::asInt)));
  }

  private static Map<String, @Nullable Object> parameters(View view) {
    Map<String, @Nullable Object> parameters = view.isNow() ? new HashMap<>() : view.parameters();
    parameters.put("maxDegree", MAX_DEGREE);
    return parameters;
  }

  private static String statement(String name, View view) {
    return (view.isNow() ? "queries/path/" : "queries/history/path/") + name;
  }

  private static PathNode node(Record row) {
    String label = row.get("nodeLabel").asString();
    long users = count(row.get("users"));
    return new PathNode(
        row.get("key").asString(),
        label + " " + row.get("id").asString(),
        label.equals(EntityType.ACCOUNT.label()),
        users,
        users + count(row.get("leading")),
        row.get("evidence").asBoolean());
  }

  /// What is to be said of nodes, by key, and of steps, by the keys of both.
  private record Steps(Map<String, Value> nodes, Map<List<String>, Value> edges) {

    boolean hold(Chain chain) {
      return chain.nodes().stream().allMatch(node -> nodes.containsKey(node.key()))
          && IntStream.range(0, chain.nodes().size() - 1)
              .allMatch(i -> edges.containsKey(step(chain, i)));
    }

    Value node(PathNode node) {
      return Objects.requireNonNull(nodes.get(node.key()));
    }

    Value edge(Chain chain, int at) {
      return Objects.requireNonNull(edges.get(step(chain, at)));
    }
  }

  private Steps steps(Chains chains, View view) {
    List<List<String>> steps = new ArrayList<>();
    for (Chain chain : chains.chains()) {
      for (int i = 0; i + 1 < chain.nodes().size(); i++) {
        steps.add(step(chain, i));
      }
    }
    Map<String, @Nullable Object> parameters = parameters(view);
    parameters.put(
        "nodes",
        chains.chains().stream()
            .flatMap(chain -> chain.nodes().stream())
            .map(PathNode::key)
            .distinct()
            .toList());
    parameters.put("steps", steps.stream().distinct().toList());
    Map<String, Value> nodes = new HashMap<>();
    Map<List<String>, Value> edges = new HashMap<>();
    for (Record row : graph.list(statement("steps", view), parameters, row -> row)) {
      row.get("nodes").values().forEach(node -> nodes.put(node.get("key").asString(), node));
      row.get("edges")
          .values()
          .forEach(edge -> edges.put(edge.get("step").asList(Value::asString), edge));
    }
    return new Steps(nodes, edges);
  }

  private static List<String> step(Chain chain, int at) {
    return List.of(chain.nodes().get(at).key(), chain.nodes().get(at + 1).key());
  }

  private static EvidencePath path(Chain chain, Steps steps) {
    List<EvidencePaths.PathNode> nodes =
        chain.nodes().stream().map(node -> shown(node, steps.node(node))).toList();
    List<PathEdge> edges =
        IntStream.range(0, chain.nodes().size() - 1)
            .mapToObj(i -> edge(chain, i, steps.edge(chain, i)))
            .toList();
    Optional<Double> weakest =
        nodes.stream()
            .map(EvidencePaths.PathNode::bits)
            .filter(Objects::nonNull)
            .min(Double::compare);
    return new EvidencePath(nodes, edges, weakest.orElse(null), chain.cost());
  }

  private static EvidencePaths.PathNode shown(PathNode node, Value said) {
    String[] name = node.name().split(" ", 2);
    return new EvidencePaths.PathNode(
        EntityType.ofLabel(name[0]),
        name[1],
        said.get("label").asString(),
        node.account() ? null : node.users(),
        number(said.get("bits")));
  }

  private static PathEdge edge(Chain chain, int at, Value edge) {
    PathNode node = chain.nodes().get(at);
    PathNode next = chain.nodes().get(at + 1);
    boolean forward = edge.get("start").asString().equals(node.key());
    Relation relation = Relation.valueOf(edge.get("relation").asString());
    return new PathEdge(
        forward ? at : at + 1,
        forward ? at + 1 : at,
        relation,
        StepText.of(relation, edge, (forward ? next : node).users()));
  }

  private static @Nullable String reason(Chains.End end) {
    return switch (end) {
      case ALL -> null;
      case LIMIT -> "limit";
      case BUDGET -> "budget";
      case UNCONNECTED -> "unconnected";
      case ONLY_THROUGH_HUBS -> "only-through-hubs";
      case TOO_FAR -> "too-far";
    };
  }
}
