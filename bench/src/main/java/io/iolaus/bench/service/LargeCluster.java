package io.iolaus.bench.service;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// A cluster of 25,000 accounts: each acted on forty days, paid with one of sixty cards and came
/// through some of three hundred addresses; one in ten days was known late.
public final class LargeCluster {

  /// Its id.
  public static final String ID = "c-large";

  /// Six addresses for each account: 175,000 edges.
  public static final List<Integer> DENSE = List.of(6);

  /// One address or two for each account: 60,000 edges.
  static final List<Integer> LOOSE = List.of(2, 2, 1, 1, 1);

  private static final int ACCOUNTS = 25_000;
  private static final int SLICE = 1_000;

  private LargeCluster() {}

  /// Puts it into a graph.
  ///
  /// @param exits how many addresses accounts come through, one account after the other
  public static void fill(Driver driver, List<Integer> exits) {
    run(
        driver,
        """
        CREATE (:Run {id: 'run-large', seq: 1, complete: true, window: 'PT2880H',
          asOf: datetime('2026-06-10T00:00:00Z'), recordedAt: datetime('2026-06-10T01:00:00Z')})
        CREATE (c:Cluster {id: $cluster, state: 'labelled', score: 0.99, linked: 1.0, abusive: 0.98,
          accounts: $accounts, reviewAccounts: 0, exchanges: $accounts * 80, lifecycle: 'active',
          facets: ['payment', 'network'], facetBits: [9.0, 7.0], withoutFacet: [0.9, 0.9], run: 'run-large',
          timeline: '[]', signals: '[]', validFrom: datetime('2026-06-10T00:00:00Z'),
          recordedAt: datetime('2026-06-10T01:00:00Z'), revisedAt: datetime('2026-06-10T01:00:00Z')})
        WITH c
        CALL (c) {
          UNWIND range(1, 60) AS i
          CREATE (c)-[:SUPPORTED_BY {facet: 'payment', detector: 'shared-instrument', bits: 9.0, members: 417, total: 417,
            discounted: false, run: 'run-large', recordedAt: datetime('2026-06-10T01:00:00Z')}]->
            (:PaymentInstrument {id: '-:card-' + i, instrument: 'card-' + i, accounts: 417})
        }
        CALL (c) {
          UNWIND range(1, 300) AS i
          CREATE (c)-[:SUPPORTED_BY {facet: 'network', detector: 'shared-address', bits: 7.0, members: 500, total: 500,
            discounted: false, run: 'run-large', recordedAt: datetime('2026-06-10T01:00:00Z')}]->
            (:IpAddress {id: '198.51.' + (i / 250) + '.' + (i % 250), prefix: '198.51.0.0/24', evidence: true, accounts: 500})
        }
        """,
        Map.of("cluster", ID, "accounts", ACCOUNTS));
    for (int from = 0; from < ACCOUNTS; from += SLICE) {
      run(
          driver,
          """
          MATCH (c:Cluster {id: $cluster})
          UNWIND range($from, $from + $slice - 1) AS n
          WITH c, n, [d IN range(0, 39) | date('2026-04-01') + duration({days: d + n % 30})] AS days,
            CASE WHEN n % 10 = 0 THEN [1780000000000, 0, 1790000000000, 30] ELSE [1780000000000, 0] END AS known
          CREATE (a:Account {id: 'acc-' + n, createdAt: datetime('2026-03-01T00:00:00Z'), days: days,
            dayExchanges: [d IN days | 2], known: known, exchanges: 80,
            firstSeen: datetime({date: days[0]}), lastSeen: datetime({date: days[39]})})
          CREATE (a)-[:MEMBER_OF {state: 'labelled', membership: 0.9 + (n % 100) / 1000.0, bits: 16.0,
            facets: ['payment', 'network'], facetBits: [9.0, 7.0], run: 'run-large',
            validFrom: datetime({date: days[0]}), recordedAt: datetime('2026-06-10T01:00:00Z')}]->(c)
          WITH a, n, days, known
          MATCH (p:PaymentInstrument {id: '-:card-' + (1 + n % 60)})
          CREATE (a)-[:PAID_WITH {days: days[..4], counts: [1, 1, 1, 1], batches: [1, 4], known: [1780000000000, 0], total: 4,
            firstSeen: datetime({date: days[0]}), lastSeen: datetime({date: days[3]})}]->(p)
          WITH a, n, days, known
          UNWIND range(0, $exits[n % size($exits)] - 1) AS exit
          WITH a, days, known, 1 + (n * 7 + exit * 53) % 300 AS i
          MATCH (ip:IpAddress {id: '198.51.' + (i / 250) + '.' + (i % 250)})
          CREATE (a)-[:CONNECTED_FROM {days: days, counts: [d IN days | 2], batches: [1, 40], known: known, total: 80,
            firstSeen: datetime({date: days[0]}), lastSeen: datetime({date: days[39]})}]->(ip)
          """,
          Map.of("cluster", ID, "from", from, "slice", SLICE, "exits", exits));
    }
  }

  /// As a run does that finds the same again.
  static void writeAnew(Driver driver) {
    run(
        driver,
        """
        MATCH (c:Cluster {id: $cluster}), (last:Run)
        WITH c, max(last.seq) + 1 AS seq
        CREATE (r:Run {id: 'run-again-' + seq, seq: seq, complete: true, window: 'PT2880H',
          asOf: datetime('2026-06-10T00:00:00Z'), recordedAt: datetime('2026-06-10T01:00:00Z')})
        SET c.run = r.id
        WITH c
        MATCH (c)-[s:SUPPORTED_BY]->()
        SET s.run = c.run
        """,
        Map.of("cluster", ID));
  }

  static void run(Driver driver, String statement, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      session.executeWrite(tx -> tx.run(statement, parameters).consume());
    }
  }
}
