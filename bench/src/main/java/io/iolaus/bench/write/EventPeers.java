package io.iolaus.bench.write;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/// The two usual ways to bring events into a graph, without folding them first: the driver with
/// `UNWIND … MERGE`, and serial `LOAD CSV`. Indexes are there, plans hold no scan and no `Eager`.
///
/// They write less than the product does: no counts by day, no activity, no prompts, no markers.
final class EventPeers {

  private static final int ROWS = 10_000;

  private static final String EVENT =
      """
      MERGE (a:Account {id: e.account})
      ON CREATE SET a.exchanges = 1, a.inputTokens = e.inputTokens, a.outputTokens = e.outputTokens
      ON MATCH SET a.exchanges = a.exchanges + 1, a.inputTokens = a.inputTokens + e.inputTokens,
        a.outputTokens = a.outputTokens + e.outputTokens
      MERGE (i:IpAddress {id: e.ip})
      MERGE (c:Identifier {id: e.client})
      MERGE (a)-[r:CONNECTED_FROM]->(i)
      ON CREATE SET r.total = 1, r.firstSeen = e.at, r.lastSeen = e.at
      ON MATCH SET r.total = r.total + 1, r.lastSeen = e.at
      MERGE (a)-[h:HAS_IDENTIFIER]->(c)
      ON CREATE SET h.total = 1, h.firstSeen = e.at, h.lastSeen = e.at
      ON MATCH SET h.total = h.total + 1, h.lastSeen = e.at
      """;

  private static final String UNWIND = "UNWIND $rows AS e\n" + EVENT;

  private static final String LOAD_CSV =
      """
      LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS line
      CALL (line) {
        WITH {account: line.account, ip: line.ip, client: line.client, at: datetime(line.at),
          inputTokens: toInteger(line.inputTokens), outputTokens: toInteger(line.outputTokens)} AS e
      %s} IN TRANSACTIONS OF 10000 ROWS
      """
          .formatted(EVENT);

  private EventPeers() {}

  /// Rows of {account, ip, client, at, inputTokens, outputTokens}, 10,000 a transaction.
  static void unwind(BenchDatabase database, List<Map<String, Object>> rows) {
    try (Session session = database.driver().session()) {
      for (int from = 0; from < rows.size(); from += ROWS) {
        Value batch = Values.value(rows.subList(from, Math.min(rows.size(), from + ROWS)));
        session.executeWriteWithoutResult(
            transaction -> transaction.run(UNWIND, Values.parameters("rows", batch)).consume());
      }
    }
  }

  /// The file `events.csv`, sorted by time.
  static void loadCsv(BenchDatabase database) {
    database.run(LOAD_CSV, Map.of());
  }
}
