package io.iolaus.ingest.replace;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.EntityFold.Kind;
import io.iolaus.ingest.write.EntityProperties;
import io.iolaus.ingest.write.FactSet;
import io.iolaus.ingest.write.NetworkLinks;
import io.iolaus.ingest.write.Properties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Makes what accounts share, and what lines of their own speak of, what it is to be. Like {@link
/// AccountRewriter} it may be done again.
final class SharedRewriter {

  private static final int ROWS = 1000;

  private static final Map<Kind, List<String>> FIELDS =
      Map.of(
          Kind.NETWORK,
          List.of("asn", "name", "use", "country", "changed"),
          Kind.ORGANIZATION,
          List.of(
              "name",
              "aliases",
              "domains",
              "asns",
              "prefixes",
              "billingNames",
              "kind",
              "country",
              "changed"),
          Kind.MODEL,
          List.of("releasedAt", "name"),
          Kind.CLAIM,
          List.of());

  private final GraphWriter graph;
  private final NetworkLinks networks;

  SharedRewriter(GraphWriter graph, NetworkLinks networks) {
    this.graph = graph;
    this.networks = networks;
  }

  /// Writes entities that are to be there; before the accounts, so that addresses find their
  /// networks.
  void write(Map<EntityKey, EntityState> entities) {
    Map<Kind, TreeMap<String, EntityState>> byKind = new TreeMap<>();
    entities.forEach((key, state) -> {
      if (state.exists()) {
        byKind
            .computeIfAbsent(key.kind(), _ -> new TreeMap<>(ByteOrder::compare))
            .put(key.key(), state);
      }
    });
    byKind.forEach(
        (kind, states) -> slices(List.copyOf(states.keySet()), ids -> write(kind, ids, states)));
  }

  private void write(Kind kind, List<String> ids, Map<String, EntityState> states) {
    boolean tookAddresses =
        graph.write(transaction -> {
          String name = kind.name().toLowerCase(Locale.ROOT);
          List<String> created =
              transaction.runAll(name + "-lock", ids).stream()
                  .filter(row -> row.isNull("facts"))
                  .map(row -> row.text("id"))
                  .toList();
          List<Map<String, Object>> rows = new ArrayList<>();
          List<Map<String, Object>> links = new ArrayList<>();
          Set<String> organizations = new TreeSet<>(ByteOrder::compare);
          for (String id : ids) {
            FactSet facts = Objects.requireNonNull(states.get(id)).facts();
            Map<String, Object> properties = new HashMap<>();
            FIELDS.getOrDefault(kind, List.of()).forEach(field -> properties.put(field, null));
            properties.putAll(EntityProperties.of(kind, facts));
            rows.add(Map.of("id", id, "properties", properties));
            if (kind == Kind.CLAIM) {
              for (String organization : facts.values("organization")) {
                organizations.add(organization);
                links.add(Map.of("id", id, "organization", organization));
              }
            }
          }
          transaction.runAll(name + "-write", rows);
          transaction.runAll("organization-mention", List.copyOf(organizations));
          transaction.runAll("claim-about", links);
          return kind == Kind.NETWORK && networks.take(transaction, created);
        });
    if (tookAddresses) {
      networks.taken();
    }
  }

  /// Writes what payments say of instruments; behind the accounts.
  void writeInstruments(Map<String, FactSet> instruments) {
    slices(
        instruments.keySet().stream().sorted(ByteOrder::compare).toList(),
        ids -> {
          List<Map<String, Object>> rows = new ArrayList<>();
          for (String id : ids) {
            Map<String, Object> properties = new HashMap<>();
            List.of("kind", "bin", "issuerCountry", "facts", "changed")
                .forEach(field -> properties.put(field, null));
            FactSet facts = Objects.requireNonNull(instruments.get(id));
            if (!facts.isEmpty()) {
              Properties.putHolding(properties, facts);
            }
            rows.add(Map.of("id", id, "properties", properties));
          }
          run("instrument-write", rows);
        });
  }

  /// Makes the capabilities that are used, and takes the others away.
  void writeCapabilities(Set<String> perhaps, Set<String> used) {
    List<String> sorted = perhaps.stream().sorted(ByteOrder::compare).toList();
    slices(sorted.stream().filter(used::contains).toList(), ids -> run("capability-merge", ids));
    slices(
        sorted.stream().filter(id -> !used.contains(id)).toList(),
        ids -> run("replace/capability-drop", ids));
  }

  /// Takes away what nothing speaks of any more; behind the accounts and all else.
  ///
  /// @param mentioned organizations that accounts or claims name
  void drop(Map<EntityKey, EntityState> entities, Touched touched, Set<String> mentioned) {
    Map<Kind, List<String>> gone = new TreeMap<>();
    entities.entrySet().stream()
        .filter(entry -> !entry.getValue().exists())
        .map(Map.Entry::getKey)
        .sorted(EntityKey.ORDER)
        .forEach(key -> gone.computeIfAbsent(key.kind(), _ -> new ArrayList<>()).add(key.key()));
    gone.forEach((kind, ids) -> {
      switch (kind) {
        case NETWORK -> slices(ids, this::dropNetworks);
        case CLAIM -> slices(ids, slice -> run("replace/claim-drop", slice));
        case MODEL -> slices(ids, slice -> run("replace/model-drop", slice));
        case ORGANIZATION, VERDICT -> {}
      }
    });
    dropOrganizations(entities, touched, mentioned);
    // Not with the edges: an account yet to come may lead there, and the node is to stay the same.
    List.of("address", "instrument", "identifier").forEach(this::dropUnused);
  }

  private void dropOrganizations(
      Map<EntityKey, EntityState> entities, Touched touched, Set<String> mentioned) {
    List<String> gone = new ArrayList<>();
    List<Map<String, Object>> placeholders = new ArrayList<>();
    for (String id : touched.organizations.stream().sorted(ByteOrder::compare).toList()) {
      EntityState state = entities.get(new EntityKey(Kind.ORGANIZATION, id));
      if (state == null ? mentioned.contains(id) : state.exists()) {
        continue;
      }
      if (mentioned.contains(id)) {
        Map<String, Object> properties = new HashMap<>();
        FIELDS
            .getOrDefault(Kind.ORGANIZATION, List.of())
            .forEach(field -> properties.put(field, null));
        properties.put("placeholder", true);
        properties.put("facts", List.of());
        properties.put("factsKnown", null);
        placeholders.add(Map.of("id", id, "properties", properties));
      } else {
        gone.add(id);
      }
    }
    slices(placeholders, slice -> run("organization-write", slice));
    slices(gone, slice -> run("replace/organization-drop", slice));
  }

  private void dropUnused(String kind) {
    long dropped = ROWS;
    while (dropped == ROWS) {
      dropped =
          graph.write(transaction ->
              transaction
                  .run("replace/" + kind + "-drop", Map.of("limit", ROWS))
                  .getFirst()
                  .number("dropped"));
    }
  }

  private void dropNetworks(List<String> ids) {
    graph.write(transaction -> {
      transaction.run("network-change", Map.of());
      List<GraphRow> addresses = transaction.runAll("replace/network-drop", ids);
      networks.link(transaction, addresses.stream().map(row -> row.text("address")).toList());
      return ids;
    });
    networks.taken();
  }

  private void run(String statement, List<? extends Object> rows) {
    graph.write((GraphTransaction transaction) -> transaction.runAll(statement, rows));
  }

  private static <T> void slices(List<T> rows, Consumer<List<T>> action) {
    for (int from = 0; from < rows.size(); from += ROWS) {
      action.accept(rows.subList(from, Math.min(rows.size(), from + ROWS)));
    }
  }
}
