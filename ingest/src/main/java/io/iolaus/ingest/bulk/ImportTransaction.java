package io.iolaus.ingest.bulk;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the statements of `cypher/writes/` about entities and batches do to a graph that was empty
/// at first: {@link SmallNodes} holds what they read again, edges go to the importer's files.
///
/// The writers decide what a node or an edge is to hold, here as in a database; this only says
/// where it goes. A statement that finds something in a database and cannot find anything here
/// gives no rows.
final class ImportTransaction implements GraphTransaction {

  private final ImportFolder folder;
  private final SmallNodes small;
  private final Map<ImportFile, EntityFrames> frames = new HashMap<>();

  ImportTransaction(ImportFolder folder, SmallNodes small) {
    this.folder = folder;
    this.small = small;
  }

  /// Hands over what was written.
  void flush() {
    frames.values().forEach(EntityFrames::flush);
  }

  @Override
  public List<GraphRow> run(String statement, Map<String, ?> parameters) {
    return switch (statement) {
      case "network-lock" -> lock("Network", parameters);
      case "organization-lock" -> lock("Organization", parameters);
      case "model-lock" -> lock("Model", parameters);
      case "claim-lock" -> lock("Claim", parameters);
      case "network-write" -> each(parameters, row -> set("Network", row));
      case "organization-write" -> each(parameters, row -> set("Organization", row));
      case "model-write" -> each(parameters, row -> set("Model", row));
      case "claim-write" -> each(parameters, row -> set("Claim", row));
      case "organization-mention" -> {
        ids(parameters).forEach(small::mentionOrganization);
        yield List.of();
      }
      case "capability-merge" -> {
        ids(parameters).forEach(small::capability);
        yield List.of();
      }
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

  private void set(String label, Map<?, ?> row) {
    small.set(label, text(row, "id"), (Map<?, ?>) value(row, "properties"));
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
