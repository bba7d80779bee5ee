package io.iolaus.cypher.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.report.ClusterReport.AddressRange;
import io.iolaus.cypher.report.ClusterReport.AutonomousSystem;
import io.iolaus.cypher.report.ClusterReport.Target;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class ClusterReportReaderIT {

  @BeforeAll
  static void graph(Driver driver) {
    try (var session = driver.session()) {
      session
          .run(
              """
              CREATE (r:Run {id: 'run-1', asOf: datetime('2026-06-01T10:00:00Z')})
              CREATE (c:Cluster {id: 'c-1', state: 'labelled', score: 0.9, accounts: 6, exchanges: 600, run: 'run-1',
                firstSeen: datetime('2026-05-01T10:11:12Z'), lastSeen: datetime('2026-05-30T10:11:12Z'),
                validFrom: datetime('2026-05-20T00:00:00Z'), facets: ['payment', 'network']})
              CREATE (c)-[:TARGETS {exchanges: 500, share: 0.83}]->(:Capability {id: 'coding'})
              CREATE (hosted:IpAddress {id: '203.0.113.7', prefix: '203.0.113.0/24', evidence: true})
                       -[:IN_NETWORK]->(:Network {id: '203.0.113.0/25', asn: 64500, use: 'hosting'})
              CREATE (:IpAddress {id: '203.0.113.200', prefix: '203.0.113.0/24', evidence: true})
                       -[:IN_NETWORK]->(:Network {id: '203.0.113.128/25', asn: 64501, use: 'education'})
              CREATE (home:IpAddress {id: '10.0.0.1', prefix: '10.0.0.0/24', evidence: false})
              WITH c, hosted, home
              UNWIND range(1, 8) AS n
              CREATE (a:Account {id: 'acc-' + n})-[:CONNECTED_FROM]->(hosted)
              CREATE (a)-[:CONNECTED_FROM]->(home)
              FOREACH (x IN CASE WHEN n <= 6 THEN [1] END | CREATE (a)-[:MEMBER_OF {state: 'labelled'}]->(c))
              FOREACH (x IN CASE WHEN n = 7 THEN [1] END | CREATE (a)-[:MEMBER_OF {state: 'review'}]->(c))
              """)
          .consume();
    }
  }

  @Test
  void readsFiguresAndNetworksOfLabelledMembers(Driver driver) {
    assertThat(new ClusterReportReader(driver).one("c-1", 5))
        .contains(
            new ClusterReport(
                "c-1",
                true,
                0.9,
                6,
                600,
                Instant.parse("2026-05-01T10:11:12Z"),
                Instant.parse("2026-05-30T10:11:12Z"),
                Instant.parse("2026-05-20T00:00:00Z"),
                Instant.parse("2026-06-01T10:00:00Z"),
                List.of(new Target("coding", 0.83)),
                List.of("payment", "network"),
                List.of(
                    new AddressRange(
                        "203.0.113.0/24",
                        List.of(64500L, 64501L),
                        List.of("education", "hosting"),
                        6,
                        8)),
                List.of(new AutonomousSystem(64500, "hosting", 6))));
  }

  @Test
  void leavesOutNetworksOfTooFewMembers(Driver driver) {
    ClusterReport report = new ClusterReportReader(driver).one("c-1", 7).orElseThrow();
    assertThat(report.ranges()).isEmpty();
    assertThat(report.systems()).isEmpty();
  }

  @Test
  void knowsNothingOfAClusterThatIsNotThere(Driver driver) {
    assertThat(new ClusterReportReader(driver).one("c-2", 5)).isEmpty();
  }
}
