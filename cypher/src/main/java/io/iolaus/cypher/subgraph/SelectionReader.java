package io.iolaus.cypher.subgraph;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.text;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import io.iolaus.cypher.subgraph.Selection.InCluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads what entities have in common that somebody chose, in one statement. May be shared by
/// threads.
public final class SelectionReader {

  /// More entities than this are no selection.
  public static final int MAX_ENTITIES = 2_000;

  /// A thing that more accounts use is not searched for accounts in common.
  static final int MAX_USERS = 2_000;

  /// So many accounts at most come in besides those chosen.
  static final int MAX_ACCOUNTS = 1_000;

  private final GraphReader graph;

  public SelectionReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// What they have in common at a moment.
  ///
  /// @throws IllegalArgumentException for none, for more than [#MAX_ENTITIES], or for a cluster
  public Selection read(List<EntityRef> entities, View view) {
    if (entities.isEmpty() || entities.size() > MAX_ENTITIES) {
      throw new IllegalArgumentException(
          "entities must be 1..%,d, were %,d".formatted(MAX_ENTITIES, entities.size()));
    }
    if (entities.stream().anyMatch(e -> e.type() == EntityType.CLUSTER)) {
      throw new IllegalArgumentException(
          "type of entities cannot be cluster: a cluster has a subgraph of its own");
    }
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put(
        "entities",
        entities.stream().map(e -> Map.of("label", e.type().label(), "id", e.id())).toList());
    parameters.put("maxUsers", MAX_USERS);
    parameters.put("maxAccounts", MAX_ACCOUNTS);
    parameters.put("maxShared", SubgraphReader.MAX_SHARED);
    return selection(entities, graph.list("queries/selection", parameters, row -> row));
  }

  private static Selection selection(List<EntityRef> entities, List<Record> rows) {
    Set<EntityRef> unknown = new LinkedHashSet<>(entities);
    Record head = rows.getFirst();
    Map<EntityRef, SharedNode> chosen = new LinkedHashMap<>();
    for (Value found : head.get("found").values()) {
      EntityRef ref = ref(found);
      unknown.remove(ref);
      if (ref.type() != EntityType.ACCOUNT) {
        chosen.put(
            ref,
            new SharedNode(
                ref.type(),
                ref.id(),
                found.get("label").asString(),
                0,
                count(found.get("total")),
                new int[0]));
      }
    }
    List<MemberNode> members = head.get("members").asList(SelectionReader::member);
    Map<String, Integer> index = SubgraphReader.index(members);
    List<SharedNode> others = new ArrayList<>();
    for (Record row : rows.subList(1, rows.size())) {
      SharedNode shared = SubgraphReader.shared(row, index);
      EntityRef ref = new EntityRef(shared.type(), shared.id());
      if (chosen.replace(ref, shared) == null) {
        others.add(shared);
      }
    }
    List<SharedNode> all = new ArrayList<>(chosen.values());
    all.addAll(others);
    return new Selection(
        new ClusterGraph(version(members, all), members, all, all.size(), chosen.size()),
        List.copyOf(unknown),
        head.get("clusters")
            .asList(c -> new InCluster(c.get("id").asString(), c.get("accounts").asLong())),
        count(head.get("hubs")));
  }

  private static EntityRef ref(Value found) {
    return new EntityRef(
        EntityType.ofLabel(found.get("nodeLabel").asString()), found.get("id").asString());
  }

  private static MemberNode member(Value account) {
    String state = text(account.get("state"));
    return new MemberNode(
        account.get("id").asString(), state == null ? null : ClusterState.of(state));
  }

  /// Another one wherever anything that is drawn is.
  private static String version(List<MemberNode> members, List<SharedNode> shared) {
    StringBuilder all = new StringBuilder();
    members.forEach(m -> all.append(m).append('\n'));
    shared.forEach(s ->
        all.append(s.type())
            .append(s.id())
            .append(s.bits())
            .append(Arrays.toString(s.accounts()))
            .append('\n'));
    return Columns.digest(all.toString());
  }
}
