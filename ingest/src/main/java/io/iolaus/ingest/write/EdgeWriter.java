package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.fold.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the edges of a part's accounts and the nodes they lead to.
///
/// The accounts are locked and an edge belongs to one account, so what is read here stays true and
/// a missing edge can be created without looking again.
final class EdgeWriter {

  // Reading all edges of an account costs less than looking up each that is wanted up to about
  // here.
  private static final long READ_ALL = 3;

  private final PartContext context;
  private final TargetWriter targets;

  EdgeWriter(PartContext context, TargetWriter targets) {
    this.context = context;
    this.targets = targets;
  }

  private enum Type {
    PAID_WITH("paid-with", "paidWith"),
    CONNECTED_FROM("connected-from", "connectedFrom"),
    HAS_IDENTIFIER("has-identifier", "hasIdentifier");

    private final String statements;
    private final String column;

    Type(String statements, String column) {
      this.statements = statements;
      this.column = column;
    }

    static Type of(Target target) {
      return switch (target) {
        case Target.Instrument _ -> PAID_WITH;
        case Target.Address _ -> CONNECTED_FROM;
        case Target.Identifier _ -> HAS_IDENTIFIER;
      };
    }
  }

  private record Key(String account, String target) {}

  private record Edge(Key key, Target target, EdgeFold fold) {}

  /// Writes all edges of these accounts.
  ///
  /// @param stored what the graph held of each account
  void write(List<AccountFold> accounts, Map<String, StoredAccount> stored) {
    Map<Type, List<Edge>> created = new TreeMap<>();
    for (Type type : Type.values()) {
      created.put(type, update(type, edges(type, accounts), stored));
    }
    Map<Target, Long> newAccounts = new TreeMap<>(TargetWriter.ORDER);
    created.values().stream()
        .flatMap(List::stream)
        .forEach(edge -> newAccounts.merge(edge.target, 1L, Long::sum));
    targets.write(newAccounts);
    created.forEach(this::create);
  }

  private static Map<String, List<Edge>> edges(Type type, List<AccountFold> accounts) {
    Map<String, List<Edge>> edges = new HashMap<>();
    for (AccountFold account : accounts) {
      account
          .edges()
          .forEach((target, fold) -> {
            if (Type.of(target) == type) {
              edges
                  .computeIfAbsent(account.id(), _ -> new ArrayList<>())
                  .add(new Edge(new Key(account.id(), target.id()), target, fold));
            }
          });
    }
    return edges;
  }

  /// Updates the edges that are there; returns the others.
  private List<Edge> update(
      Type type, Map<String, List<Edge>> edges, Map<String, StoredAccount> stored) {
    Map<Key, GraphRow> known = read(type, edges, stored);
    List<List<Object>> updates = new ArrayList<>();
    List<Edge> missing = new ArrayList<>();
    for (Edge edge : edges.values().stream().flatMap(List::stream).toList()) {
      GraphRow row = known.get(edge.key);
      if (row == null) {
        missing.add(edge);
      } else {
        updates.add(EdgeState.merged(row, edge.fold, context.recording()));
      }
    }
    context.transaction().runAll(type.statements + "-update", updates);
    return missing;
  }

  private Map<Key, GraphRow> read(
      Type type, Map<String, List<Edge>> edges, Map<String, StoredAccount> stored) {
    List<String> whole = new ArrayList<>();
    List<Map<String, Object>> single = new ArrayList<>();
    edges.forEach((account, list) -> {
      StoredAccount before = stored.get(account);
      long degree = before == null ? 0 : before.degree(type.column);
      if (degree > 0 && degree <= READ_ALL * list.size()) {
        whole.add(account);
      } else if (degree > 0) {
        list.forEach(edge -> single.add(Map.of("account", account, "target", edge.target.id())));
      }
    });
    Map<Key, GraphRow> known = new HashMap<>();
    for (List<GraphRow> rows :
        List.of(
            context.transaction().runAll(type.statements + "-read-all", whole),
            context.transaction().runAll(type.statements + "-read", single))) {
      rows.forEach(row -> known.put(new Key(row.text("account"), row.text("target")), row));
    }
    return known;
  }

  private void create(Type type, List<Edge> edges) {
    Map<String, List<Object>> byAccount = new TreeMap<>(ByteOrder::compare);
    for (Edge edge : edges) {
      context.tally().created(edge.fold.firstTag());
      byAccount
          .computeIfAbsent(edge.key.account, _ -> new ArrayList<>())
          .add(EdgeState.created(edge.key.target, edge.fold, context.recording()));
    }
    List<Map<String, Object>> rows = new ArrayList<>(byAccount.size());
    byAccount.forEach((account, list) -> rows.add(Map.of("account", account, "edges", list)));
    context.transaction().runAll(type.statements + "-create", rows);
  }
}
