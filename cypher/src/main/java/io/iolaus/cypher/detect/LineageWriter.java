package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.lineage.Change;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

/// Records what happened to clusters with a run, in the transaction that writes them.
final class LineageWriter {

  private static final int ROWS = 2_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TransactionContext tx;
  private final String run;
  private final Instant asOf;
  private final Instant recordedAt;

  LineageWriter(TransactionContext tx, String run, Instant asOf, Instant recordedAt) {
    this.tx = tx;
    this.run = run;
    this.asOf = asOf;
    this.recordedAt = recordedAt;
  }

  /// Writes events when the clusters are there that they speak of.
  void write(List<LineageEvent> events, List<FoundCluster> clusters) {
    Map<String, FoundCluster> found = new HashMap<>();
    clusters.forEach(c -> found.put(c.id(), c));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LineageEvent event : events) {
      rows.add(row(rows.size() + 1, event, found));
    }
    for (int from = 0; from < rows.size(); from += ROWS) {
      tx.run(
              Statements.load("writes/detect/lineage-events"),
              Map.of(
                  "run", run,
                  "asOf", asOf.atZone(ZoneOffset.UTC),
                  "recordedAt", recordedAt.atZone(ZoneOffset.UTC),
                  "rows", rows.subList(from, Math.min(rows.size(), from + ROWS))))
          .consume();
    }
  }

  private Map<String, Object> row(int place, LineageEvent event, Map<String, FoundCluster> found) {
    List<Outcome> outcomes =
        event.clusters().stream().map(id -> Outcome.of(found.get(id))).toList();
    Map<String, Object> row = new HashMap<>();
    row.put("id", run + "/" + place);
    row.put("place", place);
    row.put("kind", event.kind().text());
    row.put("parents", event.parents());
    row.put("clusters", event.clusters());
    row.put("states", outcomes.stream().map(Outcome::state).toList());
    row.put("organizations", outcomes.stream().map(Outcome::organization).toList());
    row.put("confidences", outcomes.stream().map(Outcome::confidence).toList());
    row.put("before", event.before());
    row.put("after", event.after());
    row.put("joined", counts(event.joined()));
    row.put("left", counts(event.left()));
    row.put("text", event.text());
    return row;
  }

  /// What a cluster is after the run.
  ///
  /// @param state empty where it was not found
  /// @param organization who is named, empty for nobody
  private record Outcome(String state, String organization, double confidence) {
    static Outcome of(@Nullable FoundCluster cluster) {
      if (cluster == null) {
        return new Outcome("", "", 0);
      }
      Optional<Hypothesis> named = cluster.named();
      return new Outcome(
          cluster.labelled() ? "labelled" : "review",
          named.map(Hypothesis::organization).orElse(""),
          named.map(Hypothesis::confidence).orElse(0.0));
    }
  }

  private static String counts(Map<Change, Integer> changes) {
    Map<String, Integer> counts = new TreeMap<>();
    changes.forEach((change, number) -> counts.put(change.text(), number));
    return JSON.writeValueAsString(counts);
  }
}
