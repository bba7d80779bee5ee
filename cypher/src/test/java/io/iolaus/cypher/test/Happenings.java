package io.iolaus.cypher.test;

import io.iolaus.cypher.statement.Statements;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;

/// Runs that recorded this and that of clusters, without any detection: by the statements that
/// detection writes with, in one transaction as there.
public final class Happenings {

  private static final ZonedDateTime AT = ZonedDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private Happenings() {}

  /// @param state of the clusters that came of it
  /// @param organization who is named for them, empty for nobody
  public record Event(
      String kind,
      List<String> parents,
      List<String> clusters,
      String state,
      int before,
      int after,
      String organization) {

    /// A new cluster of 24 accounts.
    public static Event born(String cluster, String state) {
      return new Event("born", List.of(), List.of(cluster), state, 0, 24, "");
    }

    /// The same cluster, other accounts.
    public static Event of(String kind, String cluster, String state, int before, int after) {
      return new Event(kind, List.of(cluster), List.of(cluster), state, before, after, "");
    }
  }

  /// One complete run.
  ///
  /// @return its id
  public static String run(Driver driver, List<Event> events) {
    Map<String, Object> start = new HashMap<>();
    start.put("asOf", AT);
    start.put("window", "PT2880H");
    start.put("ignoring", List.of());
    start.put("lines", 7L);
    start.put("replaced", 0L);
    start.put("newest", null);
    start.put("recordedAt", AT);
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        String run =
            tx.run(Statements.load("writes/detect/run-start"), start).single().get("id").asString();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Event event : events) {
          event
              .clusters()
              .forEach(id ->
                  tx.run(
                          "MERGE (c:Cluster {id: $id}) ON CREATE SET c.validTo = datetime()",
                          Map.of("id", id))
                      .consume());
          rows.add(row(run, rows.size() + 1, event));
        }
        tx.run(
                Statements.load("writes/detect/lineage-events"),
                Map.of("run", run, "asOf", AT, "recordedAt", AT, "rows", rows))
            .consume();
        tx.run(Statements.load("writes/detect/run-end"), end(run)).consume();
        return run;
      });
    }
  }

  private static Map<String, Object> row(String run, int place, Event event) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", run + "/" + place);
    row.put("place", place);
    row.put("kind", event.kind());
    row.put("parents", event.parents());
    row.put("clusters", event.clusters());
    row.put("states", event.clusters().stream().map(c -> event.state()).toList());
    row.put("organizations", event.clusters().stream().map(c -> event.organization()).toList());
    row.put("confidences", event.clusters().stream().map(c -> 0.87).toList());
    row.put("before", event.before());
    row.put("after", event.after());
    int joined = Math.max(0, event.after() - event.before());
    row.put("joined", joined == 0 ? "{}" : "{\"new\":" + joined + "}");
    row.put("left", "{}");
    row.put("text", event.before() + " accounts before, " + event.after() + " now");
    return row;
  }

  private static Map<String, Object> end(String run) {
    Map<String, Object> end = new HashMap<>();
    end.put("run", run);
    end.put("knownFrom", AT);
    end.put("status", "complete");
    end.put("since", null);
    end.put("touched", 100);
    end.put("accounts", 100);
    end.put("clusters", 1);
    end.put("lowered", List.of());
    end.put("causes", List.of("7 lines came in"));
    end.put("decisions", List.of());
    end.put("suppressions", List.of());
    end.put("millis", 1);
    return end;
  }
}
