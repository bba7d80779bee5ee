package io.iolaus.cypher.run;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.instant;

import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.read.GraphReader;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Reads how much there is and whether a run is due. May be shared by threads.
public final class StatusReader {

  private final GraphReader graph;

  public StatusReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Looks at every account once: not to be asked for each click.
  public GraphStatus status() {
    return graph.first("queries/status", Map.of(), StatusReader::status).orElseThrow();
  }

  /// What tells whether a run is due.
  public DueMarks dueMarks() {
    return graph
        .first(
            "queries/detect/due",
            Map.of("lease", Leases.DETECTION),
            r ->
                new DueMarks(
                    r.get("now").asZonedDateTime().toInstant(),
                    count(r.get("batches")),
                    count(r.get("open")),
                    r.get("news").asBoolean(),
                    instant(r.get("startedAt")),
                    count(r.get("cutOff")),
                    r.get("held").asBoolean()))
        .orElseThrow();
  }

  private static GraphStatus status(Record r) {
    return new GraphStatus(
        instant(r.get("graphTime")),
        count(r.get("accounts")),
        count(r.get("exchanges")),
        new GraphStatus.Clusters(count(r.get("labelled")), count(r.get("review"))),
        count(r.get("batches")),
        r.get("lastRun").isNull() ? null : RunReader.run(r.get("lastRun")));
  }
}
