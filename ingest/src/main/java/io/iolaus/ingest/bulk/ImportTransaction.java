package io.iolaus.ingest.bulk;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.ingest.bulk.TargetSums.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the statements of `cypher/writes/` do to a graph that was empty at first, if nothing of it
/// is read again but what {@link SmallNodes} holds: nodes and edges go to the importer's files.
///
/// The writers decide what a node or an edge is to hold, here as in a database; this only says
/// where it goes. A statement that finds something in a database and cannot find anything here
/// gives no rows; one that would change an edge does not occur.
final class ImportTransaction implements GraphTransaction {

  private static final List<String> EDGE =
      List.of("days", "counts", "batches", "total", "firstSeen", "lastSeen");

  private final ImportFolder folder;
  private final SmallNodes small;
  private final TargetSums targets;
  private final Map<ImportFile, EntityFrames> frames = new HashMap<>();

  ImportTransaction(ImportFolder folder, SmallNodes small, TargetSums targets) {
    this.folder = folder;
    this.small = small;
    this.targets = targets;
  }

  /// Hands over what was written.
  void flush() {
    frames.values().forEach(EntityFrames::flush);
  }

  @Override
  public List<GraphRow> run(String statement, Map<String, ?> parameters) {
    return switch (statement) {
      case "account-lock" -> ids(parameters).stream().map(ImportTransaction::newAccount).toList();
      case "account-write" -> each(parameters, row -> node("Account", row));
      case "account-organization" -> each(parameters, this::organization);
      case "paid-with-create" -> edges(parameters, "PAID_WITH", "PaymentInstrument");
      case "connected-from-create" -> edges(parameters, "CONNECTED_FROM", "IpAddress");
      case "has-identifier-create" -> edges(parameters, "HAS_IDENTIFIER", "Identifier");
      case "instrument-merge" -> instruments(parameters);
      case "instrument-write" -> each(parameters, this::instrumentFacts);
      // Which network an address is in is known when all networks are: none is given back here.
      case "address-merge" -> each(parameters, row -> target(Kind.ADDRESS, row));
      case "identifier-merge" -> each(parameters, this::identifier);
      case "verdict-lock" ->
          ids(parameters).stream().map(id -> GraphRow.of(Map.of("id", id))).toList();
      case "verdict-write" -> each(parameters, row -> node("Verdict", row));
      case "verdict-about" ->
          each(
              parameters,
              row -> edge("ABOUT", "Verdict", text(row, "id"), "Account", text(row, "account")));
      case "network-lock" -> lock("Network", parameters);
      case "organization-lock" -> lock("Organization", parameters);
      case "model-lock" -> lock("Model", parameters);
      case "claim-lock" -> lock("Claim", parameters);
      case "network-write" -> each(parameters, row -> set("Network", row));
      case "organization-write" -> each(parameters, row -> set("Organization", row));
      case "model-write" -> each(parameters, row -> set("Model", row));
      case "claim-write" -> each(parameters, row -> set("Claim", row));
      case "organization-mention" ->
          merge("Organization", parameters, Map.of("placeholder", true, "facts", List.of()));
      case "capability-merge" -> merge("Capability", parameters, Map.of());
      case "claim-about" -> each(parameters, this::aboutOrganization);
      // No address is anywhere yet.
      case "network-take", "network-lengths" -> List.of();
      case "network-settle" -> networkChanges(0);
      case "network-change" -> networkChanges(1);
      case "site-key" -> {
        small.merge("Site", "site", Map.of("key", text(parameters, "key")));
        yield List.of(small.row("Site", "site"));
      }
      default -> ImportBatch.run(small, statement, parameters);
    };
  }

  private static GraphRow newAccount(String id) {
    return GraphRow.of(
        Map.of(
            "id", id, "placeholder", true, "paidWith", 0, "connectedFrom", 0, "hasIdentifier", 0));
  }

  private void organization(Map<?, ?> row) {
    String type = Objects.equals(row.get("verified"), true) ? "VERIFIED_BY" : "SEAT_OF";
    edge(type, "Account", text(row, "id"), "Organization", text(row, "organization"));
  }

  private List<GraphRow> edges(Map<String, ?> parameters, String type, String label) {
    EntityFrames file = frames(folder.edges(type, "Account", label));
    return each(
        parameters,
        row -> {
          String account = text(row, "account");
          for (Object edge : (List<?>) value(row, "edges")) {
            List<?> columns = (List<?>) edge;
            file.edge(account, (String) columns.getFirst(), EDGE, columns, 1);
          }
        });
  }

  private List<GraphRow> instruments(Map<String, ?> parameters) {
    List<GraphRow> known = new ArrayList<>();
    each(
        parameters,
        row -> {
          target(Kind.INSTRUMENT, row);
          known.add(GraphRow.of(Map.of("id", text(row, "id"))));
        });
    return known;
  }

  /// What this part says; what all say together is found when they are added up.
  private void instrumentFacts(Map<?, ?> row) {
    List<String> facts = new ArrayList<>();
    Map<?, ?> properties = (Map<?, ?>) value(row, "properties");
    ((List<?>) value(properties, "facts")).forEach(fact -> facts.add((String) fact));
    targets.add(Kind.INSTRUMENT, text(row, "id"), 0, facts);
  }

  private void identifier(Map<?, ?> row) {
    target(Objects.equals(row.get("keyed"), true) ? Kind.KEYED_IDENTIFIER : Kind.IDENTIFIER, row);
  }

  private void target(Kind kind, Map<?, ?> row) {
    targets.add(kind, text(row, "id"), (Long) value(row, "newAccounts"), List.of());
  }

  private void aboutOrganization(Map<?, ?> row) {
    String claim = text(row, "id");
    String organization = text(row, "organization");
    // The same may be stated with several times.
    if (small.addOnce("ABOUT " + claim + ' ' + organization)) {
      edge("ABOUT", "Claim", claim, "Organization", organization);
    }
  }

  private List<GraphRow> networkChanges(long more) {
    long changes = small.count("Sequence", "network", "changes", more);
    return List.of(GraphRow.of(Map.of("changes", changes)));
  }

  private List<GraphRow> lock(String label, Map<String, ?> parameters) {
    List<GraphRow> rows = new ArrayList<>();
    for (String id : ids(parameters)) {
      small.merge(label, id, Map.of());
      rows.add(small.row(label, id));
    }
    return rows;
  }

  private List<GraphRow> merge(
      String label, Map<String, ?> parameters, Map<String, Object> created) {
    ids(parameters).forEach(id -> small.merge(label, id, created));
    return List.of();
  }

  private void set(String label, Map<?, ?> row) {
    small.set(label, text(row, "id"), (Map<?, ?>) value(row, "properties"));
  }

  private void node(String label, Map<?, ?> row) {
    @SuppressWarnings("unchecked") // As all parameters are.
    Map<String, ?> properties = (Map<String, ?>) value(row, "properties");
    frames(folder.nodes(label, "id")).node(text(row, "id"), properties);
  }

  private void edge(String type, String from, String start, String to, String end) {
    frames(folder.edges(type, from, to)).edge(start, end, List.of(), List.of(), 0);
  }

  private EntityFrames frames(ImportFile file) {
    return frames.computeIfAbsent(file, EntityFrames::new);
  }

  private interface RowAction {
    void on(Map<?, ?> row);
  }

  private static List<GraphRow> each(Map<String, ?> parameters, RowAction action) {
    ((List<?>) value(parameters, "rows")).forEach(row -> action.on((Map<?, ?>) row));
    return List.of();
  }

  private static List<String> ids(Map<String, ?> parameters) {
    return ((List<?>) value(parameters, "rows")).stream().map(String.class::cast).toList();
  }

  static String text(Map<?, ?> row, String column) {
    return (String) value(row, column);
  }

  static Object value(Map<?, ?> row, String column) {
    Object value = row.get(column);
    if (value == null) {
      throw new IllegalArgumentException("a row without " + column);
    }
    return value;
  }
}
