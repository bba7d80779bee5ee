package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Reads what was said about clusters up to a moment. What was said about one that was merged
/// counts for the one that it goes on in; what was said about one that was split stays with the
/// part that kept the id.
final class ClaimReader {

  private final Driver driver;
  private final Heirs heirs;

  /// @param heirs in which clusters those go on that were merged
  ClaimReader(Driver driver, Heirs heirs) {
    this.driver = driver;
    this.heirs = heirs;
  }

  /// Statements by the id of the cluster that they are about; under the empty id those that name
  /// none.
  Map<String, List<ClaimEvidence>> read(Instant asOf) {
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
            .computeIfAbsent(heirs.of(row.get("cluster").asString("")), c -> new ArrayList<>())
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
