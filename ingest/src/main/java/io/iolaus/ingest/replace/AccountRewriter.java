package io.iolaus.ingest.replace;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.state.AccountState;
import io.iolaus.ingest.write.NetworkLinks;
import io.iolaus.ingest.write.PartContext;
import io.iolaus.ingest.write.Recording;
import io.iolaus.ingest.write.TargetWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes accounts in the graph what they are to be, some in one transaction: with their edges, the
/// nodes these lead to (but those that nothing leads to any more: they go at the end), verdicts and
/// the organization they are of. The nodes of accounts stay the same, with all that others have
/// attached to them, unless nothing speaks of an account any more.
///
/// Nothing is taken for granted of what the graph holds: done again, it changes nothing.
final class AccountRewriter {

  /// What a node may hold of exchanges and lines; null takes it away.
  private static final List<String> FIELDS =
      List.of(
          "createdAt",
          "status",
          "emailDomain",
          "country",
          "plan",
          "organization",
          "verified",
          "facts",
          "factsKnown",
          "knownFrom",
          "firstSeen",
          "lastSeen",
          "days",
          "known",
          "dayExchanges",
          "activity",
          "prompts",
          "eventIds",
          // A batch that has fewer segments now must not be above what is known of it for ever.
          "changed");

  private final GraphWriter graph;
  private final NetworkLinks networks;

  AccountRewriter(GraphWriter graph, NetworkLinks networks) {
    this.graph = graph;
    this.networks = networks;
  }

  /// Writes these accounts, which are in byte order of their ids.
  void write(List<AccountState> accounts) {
    if (!accounts.isEmpty()) {
      graph.write(transaction -> {
        write(transaction, accounts);
        return accounts.size();
      });
    }
  }

  private void write(GraphTransaction transaction, List<AccountState> accounts) {
    List<String> ids = accounts.stream().map(AccountState::id).toList();
    Map<String, GraphRow> known = new HashMap<>();
    transaction.runAll("account-lock", ids).forEach(row -> known.put(row.text("id"), row));
    transaction.runAll(
        "account-write",
        accounts.stream()
            .filter(AccountState::exists)
            .map(account -> Map.of("id", account.id(), "properties", properties(account)))
            .toList());
    writeEdges(transaction, accounts);
    writeVerdicts(transaction, accounts, ids);
    writeOrganizations(transaction, accounts, known);
    transaction.runAll(
        "capability-merge",
        accounts.stream()
            .flatMap(account -> account.capabilities().stream())
            .distinct()
            .sorted(ByteOrder::compare)
            .toList());
    transaction.runAll(
        "replace/account-drop",
        accounts.stream().filter(account -> !account.exists()).map(AccountState::id).toList());
  }

  private static Map<String, Object> properties(AccountState account) {
    Map<String, Object> properties = new HashMap<>();
    FIELDS.forEach(field -> properties.put(field, null));
    properties.putAll(account.properties());
    return properties;
  }

  private void writeEdges(GraphTransaction transaction, List<AccountState> accounts) {
    List<EdgeChanges> all = new ArrayList<>();
    Map<Target, Long> degrees = new TreeMap<>(TargetWriter.ORDER);
    for (EdgeType type : EdgeType.values()) {
      EdgeChanges changes = EdgeChanges.of(transaction, type, accounts);
      changes.degrees().forEach((target, change) -> degrees.merge(target, change, Long::sum));
      all.add(changes);
    }
    new TargetWriter(new PartContext(transaction, Recording.NONE, ""), Map.of(), networks)
        .write(degrees);
    all.forEach(changes -> changes.write(transaction));
  }

  private static void writeVerdicts(
      GraphTransaction transaction, List<AccountState> accounts, List<String> ids) {
    TreeMap<String, Map<String, Object>> verdicts = new TreeMap<>(ByteOrder::compare);
    List<Map<String, Object>> links = new ArrayList<>();
    for (AccountState account : accounts) {
      account
          .verdictNodes()
          .forEach((id, held) -> {
            Map<String, Object> properties = new HashMap<>();
            properties.put("note", null);
            properties.putAll(held);
            verdicts.put(id, Map.of("id", id, "properties", properties));
            links.add(Map.of("id", id, "account", account.id()));
          });
    }
    Set<String> gone = new TreeSet<>(ByteOrder::compare);
    transaction.runAll("replace/verdicts-of", ids).forEach(row -> gone.add(row.text("id")));
    gone.removeAll(verdicts.keySet());
    transaction.runAll("replace/verdict-drop", List.copyOf(gone));
    transaction.runAll("verdict-lock", List.copyOf(verdicts.keySet()));
    transaction.runAll("verdict-write", List.copyOf(verdicts.values()));
    transaction.runAll("verdict-about", links);
  }

  private static void writeOrganizations(
      GraphTransaction transaction, List<AccountState> accounts, Map<String, GraphRow> known) {
    Set<String> mentioned = new TreeSet<>(ByteOrder::compare);
    List<Map<String, Object>> links = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (AccountState account : accounts) {
      mentioned.addAll(account.facts().values(AccountState.ORGANIZATION));
      Optional<String> organization = account.organization();
      GraphRow before = Objects.requireNonNull(known.get(account.id()));
      if (organization.isPresent()) {
        links.add(
            Map.of(
                "id",
                account.id(),
                "organization",
                organization.get(),
                "verified",
                account.isVerified()));
      } else if (!before.isNull(AccountState.ORGANIZATION)) {
        without.add(account.id());
      }
    }
    transaction.runAll("organization-mention", List.copyOf(new ArrayList<>(mentioned)));
    transaction.runAll("replace/account-unseat", without);
    transaction.runAll("account-organization", links);
  }

  /// The edges of one type, and the statements for them.
  private enum EdgeType {
    PAID_WITH("paid-with"),
    CONNECTED_FROM("connected-from"),
    HAS_IDENTIFIER("has-identifier");

    private final String statements;

    EdgeType(String statements) {
      this.statements = statements;
    }

    static EdgeType of(Target target) {
      return switch (target) {
        case Target.Instrument _ -> PAID_WITH;
        case Target.Address _ -> CONNECTED_FROM;
        case Target.Identifier _ -> HAS_IDENTIFIER;
      };
    }

    /// What an edge of this type leads to.
    Target target(String id) {
      int colon = id.indexOf(':');
      return switch (this) {
        case CONNECTED_FROM -> new Target.Address(id);
        case PAID_WITH -> {
          String key = id.substring(0, colon);
          yield new Target.Instrument(id.substring(colon + 1), key.equals("-") ? null : key);
        }
        // The node is there, so that nothing is made of what is not known here.
        case HAS_IDENTIFIER ->
            new Target.Identifier(id.substring(0, colon), id.substring(colon + 1), false);
      };
    }
  }

  /// What is to be done to the edges of one type of some accounts.
  private record EdgeChanges(
      EdgeType type,
      Map<Target, Long> degrees,
      List<String> gone,
      List<List<Object>> updated,
      TreeMap<String, List<Object>> created) {

    static EdgeChanges of(
        GraphTransaction transaction, EdgeType type, List<AccountState> accounts) {
      EdgeChanges changes =
          new EdgeChanges(
              type,
              new HashMap<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new TreeMap<>(ByteOrder::compare));
      Map<String, Map<String, GraphRow>> stored = new HashMap<>();
      List<String> ids = accounts.stream().map(AccountState::id).toList();
      transaction
          .runAll(type.statements + "-read-all", ids)
          .forEach(row ->
              stored
                  .computeIfAbsent(row.text("account"), _ -> new HashMap<>())
                  .put(row.text("target"), row));
      accounts.forEach(
          account -> changes.add(account, stored.getOrDefault(account.id(), Map.of())));
      return changes;
    }

    private void add(AccountState account, Map<String, GraphRow> stored) {
      Set<String> kept = new HashSet<>();
      account
          .edges()
          .forEach((target, edge) -> {
            if (EdgeType.of(target) != type) {
              return;
            }
            GraphRow row = stored.get(target.id());
            if (row == null) {
              degrees.merge(target, 1L, Long::sum);
              created
                  .computeIfAbsent(account.id(), _ -> new ArrayList<>())
                  .add(edge.row(target.id()));
            } else {
              kept.add(target.id());
              if (!edge.isLike(row)) {
                updated.add(edge.row(row.text("edge")));
              }
            }
          });
      stored.forEach((id, row) -> {
        if (!kept.contains(id)) {
          gone.add(row.text("edge"));
          degrees.merge(type.target(id), -1L, Long::sum);
        }
      });
    }

    void write(GraphTransaction transaction) {
      transaction.runAll("replace/edges-drop", gone);
      transaction.runAll(type.statements + "-update", updated);
      List<Map<String, Object>> rows = new ArrayList<>();
      created.forEach((account, edges) -> rows.add(Map.of("account", account, "edges", edges)));
      transaction.runAll(type.statements + "-create", rows);
    }
  }
}
