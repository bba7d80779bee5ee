package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/// All that detection runs read of accounts, as it is at a moment.
///
/// @param rows of the population by account, with all that detectors read of the account and its
///   edges
/// @param links of all detectors that read what was ingested: members by detector and key
record ReadByRuns(Map<String, String> rows, Map<String, Set<String>> links) {

  private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

  private static final String EDGES =
      """
      MATCH (a:Account)
      RETURN a.id AS id, a.status AS status, COLLECT {
        MATCH (a)-[r:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER]->(t)
        RETURN [type(r), t.id, CASE WHEN t:Identifier THEN t.kind END, t.prefix, t.evidence, [day IN r.days | toString(day)]]
        ORDER BY type(r), t.id
      } AS edges
      """;

  static ReadByRuns of(Driver driver) {
    Map<String, String> rows = new HashMap<>();
    try (Session session = driver.session()) {
      session
          .run(
              Statements.load("queries/detect/population"),
              Map.of(
                  "asOf",
                  AS_OF.atZone(ZoneOffset.UTC),
                  "after",
                  "",
                  "until",
                  Character.toString(Character.MAX_CODE_POINT)))
          .forEachRemaining(row -> rows.put(row.get("id").asString(), text(row)));
      session
          .run(EDGES)
          .forEachRemaining(row -> rows.merge(row.get("id").asString(), text(row), String::concat));
    }
    return new ReadByRuns(rows, links(driver));
  }

  private static Map<String, Set<String>> links(Driver driver) {
    DetectorRunner runner = new DetectorRunner(driver);
    DetectorWindow window = DetectorWindow.endingAt(AS_OF, Duration.ofDays(200));
    Map<String, Set<String>> links = new HashMap<>();
    DetectorCatalog.load().active().stream()
        .filter(detector -> !detector.readsDerived())
        .map(detector -> runner.run(detector, window))
        .forEach(result -> {
          assertThat(result.status()).isEqualTo(LinkResult.Status.COMPLETE);
          result
              .links()
              .forEach(link ->
                  links.put(result.detector() + " " + link.key(), Set.copyOf(link.members())));
        });
    return links;
  }

  private static String text(Record row) {
    return new TreeMap<>(row.asMap(ReadByRuns::text)).toString();
  }

  private static String text(org.neo4j.driver.Value value) {
    return switch (value.asObject()) {
      case null -> "-";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case List<?> list -> list.stream().map(String::valueOf).sorted().toList().toString();
      case Object other -> other.toString();
    };
  }

  /// Accounts of which something else is read at another moment.
  Set<String> differing(ReadByRuns other) {
    Set<String> accounts = new TreeSet<>(rows.keySet());
    accounts.addAll(other.rows.keySet());
    accounts.removeIf(id -> rows.getOrDefault(id, "").equals(other.rows.getOrDefault(id, "")));
    return accounts;
  }

  /// Requires that links are others at another moment only by accounts that are named: whoever came
  /// into a link that goes on, or left it, is named, and so is somebody of each that came or went.
  void assertLinksDifferBy(Set<String> named, ReadByRuns other) {
    Set<String> keys = new HashSet<>(links.keySet());
    keys.addAll(other.links.keySet());
    for (String key : keys) {
      Set<String> before = links.getOrDefault(key, Set.of());
      Set<String> after = other.links.getOrDefault(key, Set.of());
      Set<String> changed = new TreeSet<>(before);
      changed.addAll(after);
      changed.removeIf(id -> before.contains(id) && after.contains(id));
      if (before.isEmpty() || after.isEmpty()) {
        assertThat(named).as("link %s of %s", key, changed).containsAnyElementsOf(changed);
      } else {
        assertThat(named).as("link %s", key).containsAll(changed);
      }
    }
  }
}
