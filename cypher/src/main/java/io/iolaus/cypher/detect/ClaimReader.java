package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.lineage.Lineage;
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
  private final Map<String, String> into = new HashMap<>();

  /// @param merged clusters that were merged before, with those that they were merged into
  /// @param fates what this run makes of clusters
  ClaimReader(Driver driver, Map<String, String> merged, Map<String, Lineage.Fate> fates) {
    this.driver = driver;
    into.putAll(merged);
    fates.forEach((id, fate) -> {
      if (fate.into() == null) {
        into.remove(id);
      } else {
        into.put(id, fate.into());
      }
    });
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
            .computeIfAbsent(heir(row.get("cluster").asString("")), c -> new ArrayList<>())
            .add(claim(row));
      }
    }
    return claims;
  }

  /// A cluster goes on in one that went on before: there is no circle.
  private String heir(String cluster) {
    String heir = cluster;
    for (String next = into.get(heir); next != null; next = into.get(heir)) {
      heir = next;
    }
    return heir;
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
