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
import java.util.Set;
import java.util.TreeMap;

/// Writes the edges of a part's accounts and the nodes they lead to.
///
/// The accounts are locked and an edge belongs to one account, so what is read here stays true and a
/// missing edge can be created without looking again.
final class EdgeWriter {

  private final PartContext context;
  private final TargetWriter targets;

  EdgeWriter(PartContext context, TargetWriter targets) {
    this.context = context;
    this.targets = targets;
  }

  private enum Type {
    PAID_WITH("paid-with"),
    CONNECTED_FROM("connected-from"),
    HAS_IDENTIFIER("has-identifier");

    private final String statements;

    Type(String statements) {
      this.statements = statements;
    }

    static Type of(Target target) {
      return switch (target) {
        case Target.Instrument _ -> PAID_WITH;
        case Target.Address _ -> CONNECTED_FROM;
        case Target.Identifier _ -> HAS_IDENTIFIER;
      };
    }
  }

  private record Edge(String account, Target target, EdgeFold fold) {}

  /// Writes all edges of these accounts.
  ///
  /// @param old ids of the accounts that may have edges already
  void write(List<AccountFold> accounts, Set<String> old) {
    Map<Type, List<Edge>> edges = new TreeMap<>();
    for (AccountFold account : accounts) {
      account
          .edges()
          .forEach(
              (target, fold) ->
                  edges
                      .computeIfAbsent(Type.of(target), _ -> new ArrayList<>())
                      .add(new Edge(account.id(), target, fold)));
    }
    Map<Type, List<Edge>> created = new TreeMap<>();
    edges.forEach((type, list) -> created.put(type, update(type, list, old)));
    Map<Target, Long> newAccounts = new TreeMap<>(TargetWriter.ORDER);
    created.values().stream()
        .flatMap(List::stream)
        .forEach(edge -> newAccounts.merge(edge.target, 1L, Long::sum));
    targets.write(newAccounts);
    created.forEach(this::create);
  }

  /// Updates the edges that are there; returns the others.
  private List<Edge> update(Type type, List<Edge> edges, Set<String> old) {
    List<Map<String, Object>> reads = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      if (old.contains(edge.account)) {
        reads.add(Map.of("row", i, "account", edge.account, "target", edge.target.id()));
      }
    }
    Map<Integer, GraphRow> stored = new HashMap<>();
    for (GraphRow row : context.transaction().runAll(type.statements + "-read", reads)) {
      stored.put(Math.toIntExact(row.number("row")), row);
    }
    List<Map<String, Object>> updates = new ArrayList<>();
    List<Edge> missing = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      GraphRow row = stored.get(i);
      if (row == null) {
        missing.add(edges.get(i));
      } else {
        Map<String, Object> properties =
            EdgeState.merged(row, edges.get(i).fold, context.batch());
        updates.add(Map.of("edge", row.text("edge"), "properties", properties));
      }
    }
    context.transaction().runAll(type.statements + "-update", updates);
    return missing;
  }

  private void create(Type type, List<Edge> edges) {
    edges.sort(
        (a, b) -> {
          int order = ByteOrder.compare(a.target.id(), b.target.id());
          return order != 0 ? order : ByteOrder.compare(a.account, b.account);
        });
    List<Map<String, Object>> rows = new ArrayList<>(edges.size());
    for (Edge edge : edges) {
      context.tally().created(edge.fold.firstTag());
      rows.add(
          Map.of(
              "account", edge.account,
              "target", edge.target.id(),
              "properties", EdgeState.created(edge.fold, context.batch())));
    }
    context.transaction().runAll(type.statements + "-create", rows);
  }
}
