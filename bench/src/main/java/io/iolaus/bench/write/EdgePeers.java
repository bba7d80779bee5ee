package io.iolaus.bench.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Edges that somebody has folded already: `LOAD CSV` in several transactions at once, and the
/// offline importer.
final class EdgePeers {

  private static final String ACCOUNTS =
      """
      LOAD CSV WITH HEADERS FROM 'file:///accounts.csv' AS line
      CALL (line) {
        CREATE (:Account {id: line.id, exchanges: toInteger(line.exchanges)})
      } IN TRANSACTIONS OF 10000 ROWS
      """;

  private static final String ADDRESSES =
      """
      LOAD CSV WITH HEADERS FROM 'file:///addresses.csv' AS line
      CALL (line) {
        CREATE (:IpAddress {id: line.id, version: toInteger(line.version), prefix: line.prefix,
          evidence: line.evidence = 'true', ordinal: line.ordinal, accounts: toInteger(line.accounts)})
      } IN TRANSACTIONS OF 10000 ROWS
      """;

  private static final String EDGES =
      """
      LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS line
      CALL (line) {
        MATCH (a:Account {id: line.account})
        MATCH (t:IpAddress {id: line.target})
        CREATE (a)-[:CONNECTED_FROM {days: [day IN split(line.days, ';') | date(day)],
          counts: [count IN split(line.counts, ';') | toInteger(count)],
          batches: [number IN split(line.batches, ';') | toInteger(number)],
          total: toInteger(line.total), firstSeen: datetime(line.firstSeen), lastSeen: datetime(line.lastSeen)}]->(t)
      } IN $concurrency CONCURRENT TRANSACTIONS OF 10000 ROWS ON ERROR RETRY
      """;

  private EdgePeers() {}

  /// Nodes first, then edges, this many transactions at once.
  static void loadCsv(BenchDatabase database, int concurrency) {
    database.run(ACCOUNTS, Map.of());
    database.run(ADDRESSES, Map.of());
    database.run(EDGES, Map.of("concurrency", concurrency));
  }

  /// The bare importer: no constraint and no index is made.
  static double importFiles(Path store, Path files) throws IOException {
    return BenchDatabase.importFiles(
        store,
        List.of(
            "--nodes=Account=" + files.resolve("accounts-import.csv"),
            "--nodes=IpAddress=" + files.resolve("addresses-import.csv"),
            "--relationships=CONNECTED_FROM=" + files.resolve("edges-import.csv")));
  }
}
