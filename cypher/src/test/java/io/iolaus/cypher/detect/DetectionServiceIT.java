package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

@Neo4jTest
class DetectionServiceIT {

  private static final int CAMPAIGN = 24;
  private static final DetectorCatalog CATALOG = DetectorCatalog.load();

  private final Driver driver;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  DetectionServiceIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
  }

  private DetectionSummary detect() {
    return detect(DetectionOptions.DEFAULT);
  }

  private DetectionSummary detect(DetectionOptions options) {
    now = now.plusSeconds(3_600);
    return new DetectionService(driver, CATALOG, Clock.fixed(now, ZoneOffset.UTC))
        .run(options, SILENT);
  }

  private List<Record> query(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).list();
    }
  }

  private List<String> strings(String statement) {
    return query(statement).stream().map(r -> r.get(0).asString()).toList();
  }

  private List<String> labelled() {
    return strings(
        "MATCH (a:Account)-[m:MEMBER_OF {state: 'labelled'}]->(c:Cluster {state: 'labelled'})"
            + " WHERE m.validTo IS NULL AND c.validTo IS NULL RETURN a.id AS id ORDER BY id");
  }

  private String cluster() {
    return query("MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL RETURN c.id")
        .getFirst()
        .get(0)
        .asString();
  }

  /// All that a run writes, but for its own stamp.
  private List<String> dump() {
    List<String> lines = new ArrayList<>();
    for (Record row :
        query("MATCH (n:Cluster|PromptFamily|Pattern) RETURN n.id AS id, properties(n) AS p")) {
      lines.add(row.get("id").asString() + " " + unstamped(row));
    }
    for (Record row :
        query(
            "MATCH (x)-[e:MEMBER_OF|SUPPORTED_BY|TARGETS|ATTRIBUTED_TO|PROMPTED|SHOWS]->(y)"
                + " RETURN x.id + ' ' + type(e) + ' ' + y.id AS id, properties(e) AS p")) {
      lines.add(row.get("id").asString() + " " + unstamped(row));
    }
    lines.sort(null);
    return lines;
  }

  private static Map<String, Object> unstamped(Record row) {
    Map<String, Object> properties = new TreeMap<>(row.get("p").asMap());
    properties.remove("run");
    properties.remove("recordedAt");
    properties.remove("revisedAt");
    properties.replaceAll(
        (k, v) -> v instanceof byte[] b ? java.util.HexFormat.of().formatHex(b) : v);
    return properties;
  }

  @Test
  void labelsTheCampaignAndNobodyElse() {
    DetectionSummary summary = detect();
    assertThat(summary.status()).isEqualTo("complete");
    assertThat(summary.clusters()).hasSize(1);
    assertThat(summary.labelled()).isEqualTo(1);
    assertThat(labelled()).isEqualTo(SmallWorld.campaign(CAMPAIGN));
    assertThat(strings("MATCH (a:Account)-[:MEMBER_OF]->() RETURN a.id AS id ORDER BY id"))
        .isEqualTo(SmallWorld.campaign(CAMPAIGN));
    Record figures =
        query(
                "MATCH (c:Cluster)-[t:TARGETS]->(k) RETURN c.accounts, c.facets, k.id, t.share,"
                    + " c.exchanges")
            .getFirst();
    assertThat(figures.get(0).asInt()).isEqualTo(CAMPAIGN);
    assertThat(figures.get(1).asList()).contains("payment", "network", "client", "prompt");
    assertThat(figures.get(2).asString()).isEqualTo("chemistry");
    assertThat(figures.get(3).asDouble()).isGreaterThan(0.9);
    assertThat(figures.get(4).asLong()).isEqualTo(CAMPAIGN * 6L * SmallWorld.DAYS);
  }

  @Test
  void twoOperatorsBehindTheSameExitsAreTenantsOfOneReseller() {
    SmallWorld.rivals(driver, 30);
    DetectionSummary summary = detect();
    assertThat(summary.labelled()).isEqualTo(2);
    List<String> clusters = strings("MATCH (c:Cluster) RETURN c.id AS id ORDER BY id");
    for (String id : clusters) {
      assertThat(strings("MATCH (a)-[:MEMBER_OF]->({id: '" + id + "'}) RETURN a.id"))
          .extracting(a -> a.substring(0, a.indexOf('-')))
          .satisfies(operators -> assertThat(Set.copyOf(operators)).hasSize(1));
      ClusterDetail.Supply supply = new ClusterReader(driver).one(id).orElseThrow().supply();
      assertThat(supply).isNotNull();
      assertThat(supply.share()).isGreaterThan(0.9);
      assertThat(supply.exits()).isGreaterThanOrEqualTo(12);
      assertThat(supply.tenants())
          .extracting(ClusterDetail.Tenant::id)
          .containsExactlyElementsOf(clusters.stream().filter(c -> !c.equals(id)).toList());
    }
    detect();
    assertThat(query("MATCH (r:Reseller) RETURN r")).hasSize(1);
    query("MATCH (a:Account) WHERE a.id STARTS WITH 'rival' DETACH DELETE a RETURN count(*)");
    detect();
    assertThat(query("MATCH (r:Reseller) RETURN r")).isEmpty();
    assertThat(new ClusterReader(driver).one(cluster()).orElseThrow().supply()).isNull();
  }

  @Test
  void secondRunChangesNothingButItsStamp() {
    DetectionSummary first = detect();
    List<String> before = dump();
    DetectionSummary second = detect();
    assertThat(dump()).isEqualTo(before);
    assertThat(second.run()).isNotEqualTo(first.run());
    assertThat(strings("MATCH (c:Cluster) RETURN c.run")).containsExactly(second.run());
    assertThat(query("MATCH (r:Run) WHERE r.complete RETURN r")).hasSize(2);
  }

  @Test
  void aMemberThatLeavesKeepsItsPastMembership() {
    detect();
    String id = cluster();
    query("MATCH (a:Account {id: 'campaign-007'}) SET a.status = 'deleted'");
    detect();
    assertThat(cluster()).isEqualTo(id);
    assertThat(labelled()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-007");
    assertThat(
            strings(
                "MATCH (a:Account)-[m:MEMBER_OF]->() WHERE m.validTo IS NOT NULL AND m.validFrom IS"
                    + " NOT NULL RETURN a.id"))
        .containsExactly("campaign-007");
    // and one that comes back has two memberships, one after the other
    query("MATCH (a:Account {id: 'campaign-007'}) SET a.status = 'active'");
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN);
    assertThat(query("MATCH (:Account {id: 'campaign-007'})-[m:MEMBER_OF]->() RETURN m"))
        .hasSize(2);
  }

  @Test
  void aRunForANamedMomentOnlyReports() {
    detect();
    List<String> before = dump();
    DetectionSummary early =
        detect(DetectionOptions.DEFAULT.at(SmallWorld.START.plus(Duration.ofDays(1))));
    assertThat(early.labelled()).as("two days are too short for a label").isZero();
    assertThat(dump()).isEqualTo(before);
    DetectionSummary later =
        detect(DetectionOptions.DEFAULT.at(SmallWorld.START.plus(Duration.ofDays(12))));
    assertThat(later.labelled()).isEqualTo(1);
    assertThat(dump()).isEqualTo(before);
    assertThat(query("MATCH (r:Run) RETURN r")).hasSize(1);
  }

  @Test
  void aRunForANamedMomentSaysNothingOfLaterTimes() {
    Instant moment = SmallWorld.START.plus(Duration.ofDays(12));
    query(
        "MATCH (a:Account) SET a.firstSeen = datetime('%s'), a.lastSeen = datetime('%s')"
            .formatted(SmallWorld.START, SmallWorld.START.plus(Duration.ofDays(13))));
    assertThat(detect().clusters().getFirst().lastSeen()).isAfter(moment);
    assertThat(detect(DetectionOptions.DEFAULT.at(moment)).clusters().getFirst().lastSeen())
        .isBetween(moment.minus(Duration.ofDays(1)), moment);
    query("MATCH (a:Account) SET a.firstSeen = a.lastSeen");
    assertThat(detect(DetectionOptions.DEFAULT.at(moment)).clusters().getFirst().firstSeen())
        .isNull();
  }

  @Test
  void aRunForANamedMomentBeforeAnyOtherLeavesNothing() {
    assertThat(
            detect(DetectionOptions.DEFAULT.at(SmallWorld.START.plus(Duration.ofDays(12))))
                .labelled())
        .isEqualTo(1);
    assertThat(dump()).isEmpty();
  }

  private void decide(String verdict, int from, int to) {
    for (int n = from; n < to; n++) {
      query(
          "MERGE (v:Verdict {id: 'v-%1$03d'}) SET v.account = 'campaign-%1$03d', v.by = 'ana',"
                  .formatted(n)
              + " v.verdict = '%s', v.at = datetime('2026-02-10T00:00:00Z')".formatted(verdict));
    }
  }

  @Test
  void whoIsDecidedToBeLegitimateLeavesUntilThatIsTakenBack() {
    detect();
    decide("legitimate", 3, 4);
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
    assertThat(
            strings(
                "MATCH (:Account {id: 'campaign-003'})-[m:MEMBER_OF]->() WHERE m.validTo IS NULL"
                    + " RETURN m.state"))
        .isEmpty();
    decide("unsure", 3, 4);
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN);
  }

  @Test
  void aClusterThatPeopleContradictIsForReview() {
    decide("legitimate", 3, 5);
    assertThat(detect().labelled()).isZero();
    assertThat(strings("MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN c.signals").getFirst())
        .contains("2 were decided to be legitimate and 0 fraudulent");
    decide("fraudulent", 5, 7);
    assertThat(detect().labelled()).isEqualTo(1);
    assertThat(labelled()).hasSize(CAMPAIGN - 2);
  }

  @Test
  void verdictsLowerWhatSharingCanBeWorthAndTheRunSaysSo() {
    decide("fraudulent", 5, 15);
    decide("legitimate", 3, 5);
    DetectionSummary summary = detect();
    assertThat(summary.lowered()).anyMatch(l -> l.startsWith("shared-identifier client device"));
    assertThat(query("MATCH (r:Run) RETURN r.lowered").getFirst().get(0).asList(v -> v.asString()))
        .isEqualTo(summary.lowered());
    assertThat(labelled()).hasSize(CAMPAIGN - 2);
  }

  @Test
  void aVerifiedSeatIsNotLabelled() {
    query(
        "MATCH (a:Account {id: 'campaign-003'}), (o:Organization {id: 'org-works'})"
            + " SET a.verified = true, a.organization = o.id CREATE (a)-[:VERIFIED_BY]->(o)");
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
  }

  @Test
  void whoPaysWithACompanysCardIsOfTheCompanyThoughItHasNoSeat() {
    query(
        "MATCH (:Account {id: 'seat-000'})-[e:PAID_WITH]->(p) MATCH (a:Account)"
            + " WHERE a.id IN ['campaign-003', 'campaign-004'] CREATE (a)-[n:PAID_WITH]->(p)"
            + " SET n = properties(e)");
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN - 2).doesNotContain("campaign-003", "campaign-004");
  }

  @Test
  void aResellersWordExcusesNobody() {
    query(
        "CREATE (o:Organization {id: 'org-reseller', kind: 'reseller'}) WITH o"
            + " MATCH (a:Account) WHERE a.id STARTS WITH 'campaign'"
            + " SET a.verified = true, a.organization = o.id CREATE (a)-[:VERIFIED_BY]->(o)");
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN);
  }

  @Test
  void aClusterKeepsItsIdWhenItGrows() {
    detect();
    String id = cluster();
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    detect();
    assertThat(cluster()).isEqualTo(id);
    assertThat(labelled()).isEqualTo(SmallWorld.campaign(CAMPAIGN + 8));
    assertThat(query("MATCH (c:Cluster) RETURN c")).hasSize(1);
  }

  @Test
  void aClusterThatVanishesEndsAndIsKept() {
    detect();
    String id = cluster();
    query("MATCH (a:Account) WHERE a.id STARTS WITH 'campaign' SET a.status = 'deleted'");
    detect();
    assertThat(labelled()).isEmpty();
    assertThat(strings("MATCH (c:Cluster) WHERE c.validTo IS NOT NULL RETURN c.id"))
        .containsExactly(id);
    assertThat(query("MATCH ()-[m:MEMBER_OF]->() WHERE m.validTo IS NULL RETURN m")).isEmpty();
    query("MATCH (a:Account) SET a.status = 'active'");
    detect();
    assertThat(cluster()).as("found again, it stands again").isEqualTo(id);
  }

  @Test
  void countryAndLanguageChangeNothing() {
    detect();
    List<String> before = dump();
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 1);
    detect();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void aRunThatDiesWhileItWritesClustersLeavesThoseOfTheRunBefore() {
    detect();
    List<String> before = dump();
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    DetectionListener dies =
        (stage, done, total) -> {
          if (stage.equals("writing clusters") && total >= CAMPAIGN) {
            throw new IllegalStateException("the power fails");
          }
        };
    DetectionService service =
        new DetectionService(driver, CATALOG, Clock.fixed(now, ZoneOffset.UTC));
    assertThatThrownBy(() -> service.run(DetectionOptions.DEFAULT, dies))
        .hasMessageContaining("the power fails");
    assertThat(dump().stream().filter(l -> l.contains("MEMBER_OF")))
        .isEqualTo(before.stream().filter(l -> l.contains("MEMBER_OF")).toList());
    assertThat(query("MATCH (r:Run) WHERE NOT r.complete RETURN r")).hasSize(1);

    detect();
    List<String> after = dump();
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
    detect();
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    detect();
    assertThat(after).as("as if nothing had happened").isEqualTo(dump());
  }

  @Test
  void leftoversOfARunThatDiedAreForgotten() {
    query(
        "CREATE (:Run {id: 'run-1', seq: 1, complete: false}), (:Sequence {id: 'run', value: 1})"
            + " WITH 1 AS one MATCH (a:Account) WHERE a.id STARTS WITH 'user' WITH a LIMIT 50"
            + " MERGE (f:PromptFamily {id: 'half', kind: 'prompt', run: 'run-1'})"
            + " MERGE (p:Pattern {id: 'half', kind: 'co-timing', run: 'run-1'})"
            + " CREATE (a)-[:PROMPTED {run: 'run-1'}]->(f), (a)-[:SHOWS {run: 'run-1'}]->(p)");
    DetectionSummary summary = detect();
    assertThat(summary.run()).isEqualTo("run-2");
    assertThat(labelled()).isEqualTo(SmallWorld.campaign(CAMPAIGN));
    assertThat(query("MATCH (n {id: 'half'}) RETURN n")).isEmpty();
  }

  @Test
  void anEmptyGraphHasNoClusters() {
    TestGraph.empty(driver);
    DetectionSummary summary = detect();
    assertThat(summary.clusters()).isEmpty();
    assertThat(summary.accounts()).isZero();
    assertThat(summary.status()).isEqualTo("complete");
  }
}
