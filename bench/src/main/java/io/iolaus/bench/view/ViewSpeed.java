package io.iolaus.bench.view;

import io.iolaus.bench.write.BenchDatabase;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.iolaus.cypher.subgraph.SubgraphReader;
import io.iolaus.cypher.suppression.Suppressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Times what is read of a cluster of 25,000 accounts as it is now, as of a moment, and as of a
/// moment as known at another, in turns; says medians and their ratio to now. Then the levels of
/// its chart, by [LevelSpeed].
///
/// Each account acted on forty days, paid with one of sixty cards and came through six of three
/// hundred addresses; one in ten days was known late.
public final class ViewSpeed {

  private static final int ACCOUNTS = 25_000;
  private static final int SLICE = 1_000;
  private static final int ROUNDS = 7;
  private static final String CLUSTER = "c-large";

  private ViewSpeed() {}

  /// Takes no arguments.
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("iolaus-views-");
    try (BenchDatabase database = BenchDatabase.start(folder.resolve("neo4j"), folder)) {
      fill(database.driver());
      Map<String, View> views = new LinkedHashMap<>();
      views.put("now", View.NOW);
      views.put("as of", new View(Instant.parse("2026-05-01T00:00:00Z"), null));
      views.put(
          "as of, as known at",
          new View(Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-20T00:00:00Z")));
      Driver driver = database.driver();
      SubgraphReader subgraphs = new SubgraphReader(driver);
      ClusterReader clusters = new ClusterReader(driver);
      SubgraphLimits limits = new SubgraphLimits(1_500, 4_000);
      MemberQuery page =
          new MemberQuery(null, MemberQuery.Sort.MEMBERSHIP, true, 50, null, Suppressed.NONE);
      time(
          "chart",
          views,
          view -> SubgraphCut.of(subgraphs.cluster(CLUSTER, view).orElseThrow(), limits).total());
      time("members", views, view -> clusters.members(CLUSTER, page, view).orElseThrow().total());
      time("cluster", views, view -> clusters.one(CLUSTER, view).orElseThrow().summary());
      time(
          "all members",
          views,
          view -> {
            int[] count = {0};
            clusters.allMembers(Suppressed.NONE, view, _ -> count[0]++);
            return count[0];
          });
      LevelSpeed.time(driver, CLUSTER);
    }
  }

  private interface Read {
    Object of(View view);
  }

  private static void time(String what, Map<String, View> views, Read read) {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    Map<String, Object> found = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, View> view : views.entrySet()) {
        long start = System.nanoTime();
        found.put(view.getKey(), read.of(view.getValue()));
        double took = (System.nanoTime() - start) / 1e6;
        if (round > 0) {
          millis.computeIfAbsent(view.getKey(), _ -> new ArrayList<>()).add(took);
        }
      }
    }
    double now = median(millis.getOrDefault("now", List.of()));
    millis.forEach((name, all) ->
        System.out.printf(
            Locale.ROOT,
            "%s, %s: %.0f ms, %.2f of now (%s)%n",
            what,
            name,
            median(all),
            median(all) / now,
            found.get(name)));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void fill(Driver driver) {
    run(
        driver,
        """
        CREATE (:Run {id: 'run-1', seq: 1, complete: true, window: 'PT2880H',
          asOf: datetime('2026-06-10T00:00:00Z'), recordedAt: datetime('2026-06-10T01:00:00Z')})
        CREATE (c:Cluster {id: $cluster, state: 'labelled', score: 0.99, linked: 1.0, abusive: 0.98,
          accounts: $accounts, reviewAccounts: 0, exchanges: $accounts * 80, lifecycle: 'active',
          facets: ['payment', 'network'], facetBits: [9.0, 7.0], withoutFacet: [0.9, 0.9], run: 'run-1',
          timeline: '[]', signals: '[]', validFrom: datetime('2026-06-10T00:00:00Z'),
          recordedAt: datetime('2026-06-10T01:00:00Z'), revisedAt: datetime('2026-06-10T01:00:00Z')})
        WITH c
        CALL (c) {
          UNWIND range(1, 60) AS i
          CREATE (c)-[:SUPPORTED_BY {facet: 'payment', detector: 'shared-instrument', bits: 9.0, members: 417, total: 417,
            discounted: false, run: 'run-1', recordedAt: datetime('2026-06-10T01:00:00Z')}]->
            (:PaymentInstrument {id: '-:card-' + i, instrument: 'card-' + i, accounts: 417})
        }
        CALL (c) {
          UNWIND range(1, 300) AS i
          CREATE (c)-[:SUPPORTED_BY {facet: 'network', detector: 'shared-address', bits: 7.0, members: 500, total: 500,
            discounted: false, run: 'run-1', recordedAt: datetime('2026-06-10T01:00:00Z')}]->
            (:IpAddress {id: '198.51.' + (i / 250) + '.' + (i % 250), prefix: '198.51.0.0/24', evidence: true, accounts: 500})
        }
        """,
        Map.of("cluster", CLUSTER, "accounts", ACCOUNTS));
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
            facets: ['payment', 'network'], facetBits: [9.0, 7.0], run: 'run-1',
            validFrom: datetime({date: days[0]}), recordedAt: datetime('2026-06-10T01:00:00Z')}]->(c)
          WITH a, n, days, known
          MATCH (p:PaymentInstrument {id: '-:card-' + (1 + n % 60)})
          CREATE (a)-[:PAID_WITH {days: days[..4], counts: [1, 1, 1, 1], batches: [1, 4], known: [1780000000000, 0], total: 4,
            firstSeen: datetime({date: days[0]}), lastSeen: datetime({date: days[3]})}]->(p)
          WITH a, n, days, known
          UNWIND range(0, 5) AS exit
          WITH a, days, known, 1 + (n * 7 + exit * 53) % 300 AS i
          MATCH (ip:IpAddress {id: '198.51.' + (i / 250) + '.' + (i % 250)})
          CREATE (a)-[:CONNECTED_FROM {days: days, counts: [d IN days | 2], batches: [1, 40], known: known, total: 80,
            firstSeen: datetime({date: days[0]}), lastSeen: datetime({date: days[39]})}]->(ip)
          """,
          Map.of("cluster", CLUSTER, "from", from, "slice", SLICE));
    }
  }

  private static void run(Driver driver, String statement, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      session.executeWrite(tx -> tx.run(statement, parameters).consume());
    }
  }
}
