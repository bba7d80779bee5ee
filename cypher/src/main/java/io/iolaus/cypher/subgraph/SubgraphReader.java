package io.iolaus.cypher.subgraph;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.numberOrZero;

import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads what holds a cluster together in one statement. Choosing what to show of it is
/// [SubgraphCut]'s. May be shared by threads.
public final class SubgraphReader {

  /// More shared things than this are not even looked at; the rest counts as not shown.
  static final int MAX_SHARED = 20_000;

  private final GraphReader graph;
  private final ClusterReader clusters;

  public SubgraphReader(Driver driver) {
    this.graph = new GraphReader(driver);
    this.clusters = new ClusterReader(driver);
  }

  /// What held a cluster together at a moment, empty where there was no such cluster.
  public Optional<ClusterGraph> cluster(String id, View view) {
    return view.isNow()
        ? cluster(id)
        : clusters.state(id, view).flatMap(state -> past(id, state, view));
  }

  private Optional<ClusterGraph> past(String id, ClusterState state, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("id", id);
    parameters.put("maxShared", MAX_SHARED);
    parameters.put("of", state.text());
    return graph(graph.list("queries/history/subgraph", parameters, row -> row))
        // what one member showed by then tied nobody yet
        .map(found ->
            found.withShared(
                found.shared().stream().filter(shared -> shared.accounts().length >= 2).toList()));
  }

  /// Empty where there is no such cluster now.
  public Optional<ClusterGraph> cluster(String id) {
    return graph(
        graph.list(
            "queries/cluster-subgraph", Map.of("id", id, "maxShared", MAX_SHARED), row -> row));
  }

  /// Hands over all that members share or shared, the strongest first, one thing at a time.
  ///
  /// @return the version of what was read: two readings of one version hand over the same; empty
  ///   where there is or was no such cluster
  public Optional<String> each(String id, View view, Consumer<SharedThing> consumer) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("id", id);
    parameters.put("maxShared", Integer.MAX_VALUE);
    if (view.isNow()) {
      return each("queries/cluster-subgraph", parameters, 0, consumer);
    }
    return clusters
        .state(id, view)
        .flatMap(state -> {
          parameters.put("of", state.text());
          return each("queries/history/subgraph", parameters, 2, consumer);
        });
  }

  private Optional<String> each(
      String statement,
      Map<String, @Nullable Object> parameters,
      int leastAccounts,
      Consumer<SharedThing> consumer) {
    AtomicReference<@Nullable String> version = new AtomicReference<>();
    graph.each(
        statement,
        parameters,
        row -> {
          if (!row.get("version").isNull()) {
            version.set(row.get("version").asString());
          } else if (row.get("accounts").size() >= leastAccounts) {
            consumer.accept(thing(row));
          }
        });
    return Optional.ofNullable(version.get());
  }

  private static SharedThing thing(Record row) {
    Value node = row.get("shared");
    return new SharedThing(
        EntityType.ofLabel(node.get("nodeLabel").asString()),
        node.get("id").asString(),
        node.get("label").asString(),
        numberOrZero(node.get("bits")),
        count(node.get("total")),
        row.get("accounts").asList(Value::asString));
  }

  private static Optional<ClusterGraph> graph(List<Record> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Record head = rows.getFirst();
    List<MemberNode> members = head.get("members").asList(SubgraphReader::member);
    Map<String, Integer> index = index(members);
    List<SharedNode> shared =
        rows.subList(1, rows.size()).stream().map(row -> shared(row, index)).toList();
    return Optional.of(
        new ClusterGraph(
            head.get("version").asString(),
            members,
            shared,
            head.containsKey("sharedTotal") ? count(head.get("sharedTotal")) : shared.size()));
  }

  static Map<String, Integer> index(List<MemberNode> members) {
    Map<String, Integer> index = HashMap.newHashMap(members.size());
    for (int i = 0; i < members.size(); i++) {
      index.put(members.get(i).id(), i);
    }
    return index;
  }

  private static MemberNode member(Value v) {
    return new MemberNode(v.get("id").asString(), ClusterState.of(v.get("state").asString()));
  }

  static SharedNode shared(Record row, Map<String, Integer> index) {
    Value node = row.get("shared");
    int[] members =
        row.get("accounts").asList(Value::asString).stream()
            .mapToInt(account -> index.getOrDefault(account, -1))
            .filter(i -> i >= 0)
            .toArray();
    return new SharedNode(
        EntityType.ofLabel(node.get("nodeLabel").asString()),
        node.get("id").asString(),
        node.get("label").asString(),
        numberOrZero(node.get("bits")),
        count(node.get("total")),
        members);
  }
}
