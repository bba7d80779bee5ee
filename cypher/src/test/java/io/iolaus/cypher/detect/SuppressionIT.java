package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.cluster.MemberLine;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.suppression.Hiding;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.iolaus.cypher.suppression.SuppressionRow;
import io.iolaus.cypher.suppression.SuppressionWriter;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// What is suppressed hides what it says, for as long as it says, and says how much that is.
@Neo4jTest
class SuppressionIT {

  private static final int CAMPAIGN = 24;
  private static final DetectorCatalog CATALOG = DetectorCatalog.load();
  private static final List<String> DETECTORS =
      CATALOG.all().stream().map(DetectorFile::id).toList();

  private final Driver driver;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  SuppressionIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
  }

  private Clock clock() {
    now = now.plusSeconds(3_600);
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private DetectionSummary detect() {
    return new DetectionService(driver, CATALOG, clock()).run(DetectionOptions.DEFAULT, SILENT);
  }

  private SuppressionWriter.Outcome suppress(String scope, Duration lasting) {
    Clock clock = clock();
    return new SuppressionWriter(driver, clock)
        .suppress(
            Scope.parse(scope), "known noise", "ana", clock.instant().plus(lasting), DETECTORS);
  }

  private String suppressed(String scope, Duration lasting) {
    SuppressionWriter.Outcome outcome = suppress(scope, lasting);
    assertThat(outcome).isInstanceOf(SuppressionWriter.Outcome.Done.class);
    return ((SuppressionWriter.Outcome.Done) outcome).id();
  }

  private SuppressionReader reader() {
    return new SuppressionReader(driver, clock());
  }

  private SuppressionRow row(String id) {
    return reader().one(id).orElseThrow();
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

  private List<String> facets() {
    return query("MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN c.facets")
        .getFirst()
        .get(0)
        .asList(v -> v.asString());
  }

  private List<String> causes() {
    return query("MATCH (r:Run) WHERE r.complete RETURN r.causes ORDER BY r.seq DESC LIMIT 1")
        .getFirst()
        .get(0)
        .asList(v -> v.asString());
  }

  @Test
  void aThingCarriesNoEvidenceUntilTheSuppressionRunsOut() {
    detect();
    assertThat(facets()).contains("payment", "client");
    String id = suppressed("payment:card-campaign-1", Duration.ofHours(6));
    detect();
    assertThat(strings("MATCH (c:Cluster)-[:SUPPORTED_BY]->(p:PaymentInstrument) RETURN p.id"))
        .isNotEmpty()
        .doesNotContain("card-campaign-1");
    assertThat(causes()).contains("suppression s-1 payment:card-campaign-1 holds");
    SuppressionRow row = row(id);
    assertThat(row.standing()).isEqualTo("ends-soon");
    assertThat(row.links()).isEqualTo(1);
    assertThat(row.accounts()).isEqualTo(4);
    assertThat(row.run()).isEqualTo("run-2");
    now = now.plus(Duration.ofHours(6));
    detect();
    assertThat(strings("MATCH (c:Cluster)-[:SUPPORTED_BY]->(p:PaymentInstrument) RETURN p.id"))
        .contains("card-campaign-1");
    assertThat(causes()).contains("suppression s-1 payment:card-campaign-1 holds no more");
    assertThat(row(id).standing()).isEqualTo("expired");
    assertThat(reader().list(false, 10, null).items()).isEmpty();
    assertThat(reader().list(true, 10, null).items())
        .extracting(SuppressionRow::id)
        .containsExactly(id);
  }

  @Test
  void oneDetectorIsSilencedForAllOrForOneThing() {
    String one =
        suppressed("detector:shared-identifier/identifier:device:campaign-1", Duration.ofDays(30));
    detect();
    assertThat(facets()).contains("client");
    assertThat(strings("MATCH (c:Cluster)-[:SUPPORTED_BY]->(i:Identifier) RETURN i.id"))
        .isNotEmpty()
        .doesNotContain("device:campaign-1");
    assertThat(row(one).links()).isEqualTo(1);
    String all = suppressed("detector:shared-identifier", Duration.ofDays(30));
    detect();
    assertThat(facets()).doesNotContain("client");
    assertThat(row(all).links()).isEqualTo(7);
    assertThat(row(all).accounts()).isEqualTo(CAMPAIGN + 4);
    assertThat(new SuppressionWriter(driver, clock()).end(all, "ben"))
        .isEqualTo(new SuppressionWriter.Outcome.Done(all));
    detect();
    assertThat(facets()).contains("client");
    assertThat(row(all).standing()).isEqualTo("ended");
    assertThat(row(all).endedBy()).isEqualTo("ben");
    assertThat(new SuppressionWriter(driver, clock()).end(all, "ben"))
        .isEqualTo(new SuppressionWriter.Outcome.AlreadyEnded(all));
  }

  @Test
  void anAccountIsNeitherLabelledNorListedAndIsCounted() {
    detect();
    String id = suppressed("account:campaign-003", Duration.ofDays(30));
    assertThat(detect().events()).as("its cluster goes on as it was").isEmpty();
    assertThat(labelled()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
    Suppressed holding = reader().holding();
    List<String> listed = new ArrayList<>();
    new ClusterReader(driver).allMembers(holding, (MemberLine line) -> listed.add(line.account()));
    assertThat(listed).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
    assertThat(reader().hiding(holding)).isEqualTo(new Hiding(0, 1));
    assertThat(row(id).accounts()).isEqualTo(1);
    assertThat(row(id).labelled()).as("it would be").isEqualTo(1);
    List<String> all = new ArrayList<>();
    new ClusterReader(driver)
        .allMembers(Suppressed.NONE, (MemberLine line) -> all.add(line.account()));
    assertThat(all).hasSize(CAMPAIGN);
    new SuppressionWriter(driver, clock()).end(id, "ana");
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN);
  }

  @Test
  void aClusterIsNotListedButFoundAndCounted() {
    detect();
    String cluster = strings("MATCH (c:Cluster) RETURN c.id").getFirst();
    String id = suppressed(cluster, Duration.ofDays(30));
    assertThat(detect().events()).isEmpty();
    assertThat(labelled()).hasSize(CAMPAIGN);
    Suppressed holding = reader().holding();
    List<String> listed = new ArrayList<>();
    new ClusterReader(driver).allClusters(holding, (ClusterSummary c) -> listed.add(c.id()));
    new ClusterReader(driver).allMembers(holding, (MemberLine line) -> listed.add(line.account()));
    assertThat(listed).isEmpty();
    assertThat(reader().hiding(holding)).isEqualTo(new Hiding(1, CAMPAIGN));
    SuppressionRow row = row(id);
    assertThat(row.clusters()).isEqualTo(1);
    assertThat(row.accounts()).isEqualTo(CAMPAIGN);
    assertThat(row.labelled()).isEqualTo(CAMPAIGN);
    now = now.plus(Duration.ofDays(31));
    new ClusterReader(driver)
        .allClusters(reader().holding(), (ClusterSummary c) -> listed.add(c.id()));
    assertThat(listed).as("time alone brings it back").containsExactly(cluster);
  }

  @Test
  void nothingIsSuppressedForEverOrWithoutAReasonOrOfNothing() {
    assertThatThrownBy(() -> suppress("account:user-001", Duration.ofDays(401)))
        .hasMessageContaining("within 400 days");
    assertThatThrownBy(() -> suppress("account:user-001", Duration.ofDays(-1)))
        .hasMessageContaining("after now");
    assertThatThrownBy(() -> suppress("nonsense", Duration.ofDays(1)))
        .hasMessageContaining("detector:ID");
    assertThatThrownBy(() -> suppress("organization:org-works", Duration.ofDays(1)))
        .hasMessageContaining("carries no evidence");
    assertThatThrownBy(() ->
            new SuppressionWriter(driver, clock())
                .suppress(
                    Scope.parse("account:user-001"),
                    " ",
                    "ana",
                    now.plus(Duration.ofDays(1)),
                    DETECTORS))
        .hasMessageContaining("the reason");
    assertThat(suppress("account:nobody", Duration.ofDays(1)))
        .isEqualTo(new SuppressionWriter.Outcome.Unknown("there is no account:nobody"));
    assertThat(suppress("detector:none", Duration.ofDays(1)))
        .isEqualTo(new SuppressionWriter.Outcome.Unknown("there is no detector none"));
    assertThat(new SuppressionWriter(driver, clock()).end("s-9", "ana"))
        .isEqualTo(new SuppressionWriter.Outcome.Unknown("there never was a suppression s-9"));
    assertThat(reader().list(true, 10, null).items()).isEmpty();
  }
}
