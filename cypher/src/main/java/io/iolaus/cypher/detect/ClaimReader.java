package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Reads what was said about clusters up to a moment.
final class ClaimReader {

  private ClaimReader() {}

  /// Statements by the id of the cluster that they name; under the empty id those that name none.
  static Map<String, List<ClaimEvidence>> read(Driver driver, Instant asOf) {
    Map<String, List<ClaimEvidence>> claims = new HashMap<>();
    try (var session = driver.session()) {
      List<Record> rows =
          session.executeRead(tx ->
              tx.run(
                      Statements.load("queries/detect/claims"),
                      Map.of("asOf", asOf.atZone(ZoneOffset.UTC)))
                  .list());
      for (Record row : rows) {
        claims
            .computeIfAbsent(row.get("cluster").asString(""), c -> new ArrayList<>())
            .add(claim(row));
      }
    }
    return claims;
  }

  private static ClaimEvidence claim(Record row) {
    return new ClaimEvidence(
        row.get("organization").asString(),
        row.get("statement").asString(),
        row.get("by").asString(),
        row.get("bySelf").asBoolean(false),
        row.get("at").asZonedDateTime().toInstant(),
        row.get("campaign").asString(null),
        row.get("reference").asString(null));
  }
}
