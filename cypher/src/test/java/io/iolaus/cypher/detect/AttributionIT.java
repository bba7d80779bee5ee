package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.cluster.ClusterAttribution;
import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/// From traces and claims in the graph to hypotheses that are read back.
@Neo4jTest
class AttributionIT {

  private static final DetectorCatalog CATALOG = DetectorCatalog.load();

  private final Driver driver;

  AttributionIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeEach
  void aCampaignWithTracesOfALab() {
    world(0);
  }

  private void world(int foreign) {
    TestGraph.empty(driver);
    SmallWorld.write(driver, 24, foreign);
    run(
        """
        CREATE (:Organization {id: 'org-lab', name: 'The Lab', kind: 'lab', domains: ['Lab.example'],
          asns: [64510], country: $country})
        CREATE (:Organization {id: 'org-other', name: 'Other', kind: 'lab', prefixes: ['192.0.2.0/25'],
          billingNames: ['Other Ltd'], country: $country})
        CREATE (n:Network {id: '203.0.113.0/24', asn: 64510, use: 'business', country: $country})
        WITH n UNWIND [3, 11, 19] AS number
        MATCH (a:Account {id: 'campaign-0' + right('0' + number, 2)})
        CREATE (i:IpAddress {id: '203.0.113.' + number, prefix: '203.0.113.0/24', evidence: true})-[:IN_NETWORK]->(n)
        CREATE (a)-[:CONNECTED_FROM {days: [date('2026-02-10')], total: 4}]->(i)
        """,
        Map.of("country", foreign == 0 ? "AA" : "BB"));
    run(
        """
        UNWIND ['campaign-001', 'campaign-009', 'campaign-017'] AS id
        MATCH (a:Account {id: id}) SET a.emailDomain = 'mail.lab.example'
        """,
        Map.of());
  }

  private void run(String statement, Map<String, Object> parameters) {
    try (var session = driver.session()) {
      session.run(statement, parameters).consume();
    }
  }

  private ClusterAttribution detect() {
    new DetectionService(
            driver, CATALOG, Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC))
        .run(DetectionOptions.DEFAULT, SILENT);
    return new ClusterReader(driver).attribution(labelled().id()).orElseThrow();
  }

  private ClusterSummary labelled() {
    List<ClusterSummary> clusters = new ArrayList<>();
    new ClusterReader(driver).allClusters(clusters::add);
    return clusters.stream()
        .filter(c -> c.state() == ClusterState.LABELLED)
        .findFirst()
        .orElseThrow();
  }

  private void claim(String id, String organization, String statement, String by, String at) {
    run(
        """
        MATCH (o:Organization {id: $organization})
        CREATE (:Claim {id: $id, cluster: $cluster, statement: $statement, by: $by, at: datetime($at), reference: 'r-1'})-[:ABOUT]->(o)
        """,
        Map.of(
            "id", id,
            "cluster", labelled().id(),
            "organization", organization,
            "statement", statement,
            "by", by,
            "at", at));
  }

  @Test
  void namesWhoHasTwoKindsOfTracesWhateverTheCountryAndTellsWhatThatRestsOn() {
    ClusterAttribution attribution = detect();
    assertThat(attribution.outcome()).isEqualTo("named");
    assertThat(attribution.hypotheses().getFirst().organization())
        .isEqualTo(new ClusterDetail.OrganizationName("org-lab", "The Lab"));
    assertThat(attribution.hypotheses())
        .extracting(ClusterAttribution.Ranked::hypothesis)
        .contains("organization", "deception", "unknown");
    assertThat(attribution.matrix())
        .extracting(ClusterAttribution.Row::evidence)
        .contains("prior", "network", "email-domain");
    assertThat(attribution.matrix())
        .allSatisfy(row -> assertThat(row.bits()).hasSameSizeAs(attribution.hypotheses()));
    assertThat(attribution.changes())
        .anySatisfy(change -> {
          assertThat(change.change()).isEqualTo("without");
          assertThat(change.evidence()).isEqualTo("network");
          assertThat(change.outcome()).isNotEqualTo("named");
        });
    assertThat(labelled().organization()).isNotNull();
    ClusterDetail detail = new ClusterReader(driver).one(labelled().id()).orElseThrow();
    assertThat(detail.hypotheses())
        .extracting(ClusterDetail.Hypothesis::label)
        .contains("The Lab", "Somebody plants signs of The Lab", "Nobody known");
    assertThat(detail.hypotheses().stream().mapToDouble(h -> h.confidence()).sum())
        .isBetween(0.999, 1.001);

    // country and language of everybody, and of the organizations, change nothing
    world(1);
    ClusterAttribution elsewhere = detect();
    assertThat(elsewhere.hypotheses()).isEqualTo(attribution.hypotheses());
    assertThat(elsewhere.matrix()).isEqualTo(attribution.matrix());
    assertThat(elsewhere.changes()).isEqualTo(attribution.changes());
  }

  @Test
  void claimsAreToldWithTheirStatusAndCountOnce() {
    ClusterAttribution without = detect();
    claim("k-1", "org-other", "operates", "vendor", "2026-02-15T00:00:00Z");
    ClusterAttribution once = detect();
    assertThat(once.hypotheses()).isNotEqualTo(without.hypotheses());
    claim("k-2", "org-other", "operates", "newspaper", "2026-02-16T00:00:00Z");
    claim("k-3", "org-other", "operates", "vendor", "2026-02-17T00:00:00Z");
    claim("k-4", "org-lab", "operates", "blog", "2026-02-15T00:00:00Z");
    claim("k-5", "org-lab", "withdraws", "blog", "2026-02-16T00:00:00Z");
    claim("k-6", "org-lab", "confirms", "The Lab", "2027-01-01T00:00:00Z");
    ClusterAttribution often = detect();
    assertThat(often.hypotheses()).isEqualTo(once.hypotheses());
    assertThat(often.statements())
        .extracting(said -> said.by() + " " + said.status())
        .containsExactlyInAnyOrder(
            "vendor withdrawn",
            "newspaper alleged",
            "vendor alleged",
            "blog withdrawn",
            "blog withdrawn");
  }

  /// Of a wide prefix it is asked which blocks there are in it.
  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.0/27", "203.0.112.0/20", "203.0.0.0/9"})
  void tracesAreFoundByPrefixAndOnlyInsideTheWindow(String prefix) {
    run(
        "MATCH (o:Organization {id: 'org-lab'}) SET o.asns = [], o.prefixes = [$prefix]",
        Map.of("prefix", prefix));
    assertThat(detect().outcome()).isEqualTo("named");
    run(
        "MATCH ()-[c:CONNECTED_FROM]->(i) WHERE i.id STARTS WITH '203.0.113.' SET c.days = [date('2020-01-01')]",
        Map.of());
    assertThat(detect().outcome()).isNotEqualTo("named");
  }
}
