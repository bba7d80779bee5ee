package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.lineage.Lifecycle;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.lineage.ClusterLife;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.lineage.LineageRow;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// What a run records of the lives of clusters, and what is read of it.
@Neo4jTest
class LineageIT {

  private static final int CAMPAIGN = 24;
  private static final DetectorCatalog CATALOG = DetectorCatalog.load();

  private final Driver driver;
  private final LineageReader lineage;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  LineageIT(Driver driver) {
    this.driver = driver;
    this.lineage = new LineageReader(driver);
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
  }

  private DetectionSummary detect(DetectionListener listener) {
    now = now.plusSeconds(3_600);
    return new DetectionService(driver, CATALOG, Clock.fixed(now, ZoneOffset.UTC))
        .run(DetectionOptions.DEFAULT, listener);
  }

  private DetectionSummary detect() {
    return detect(SILENT);
  }

  private void change(String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private String cluster() {
    try (var session = driver.session()) {
      return session
          .run("MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN c.id")
          .single()
          .get(0)
          .asString();
    }
  }

  /// What happened since the run before, the first first.
  private List<LineageRow> latest(DetectionSummary run) {
    return lineage.events(100, null).items().reversed().stream()
        .filter(row -> row.run().equals(run.run()))
        .toList();
  }

  private ClusterLife life(String id) {
    return lineage.life(id).orElseThrow();
  }

  @Test
  void aClusterHasOneLifeFromItsBirthThroughItsTakedownToItsRegrowth() {
    List<LineageRow> birth = latest(detect());
    String id = cluster();
    assertThat(birth).extracting(LineageRow::kind).contains("born");
    LineageRow born = birth.getFirst();
    assertThat(born.parents()).isEmpty();
    assertThat(born.clusters()).containsExactly(new LineageRow.Outcome(id, "labelled"));
    assertThat(born.after()).isEqualTo(CAMPAIGN);
    assertThat(born.causes()).containsExactly("first run");
    assertThat(born.recordedAt()).isEqualTo(now);

    assertThat(latest(detect())).as("nothing changed").isEmpty();

    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    change(
        "MERGE (b:Batch {id: 'b-2'}) SET b.seq = 2, b.read = 77, b.complete = true,"
            + " b.recordedAt = datetime()");
    LineageRow grew = latest(detect()).getFirst();
    assertThat(grew.kind()).isEqualTo("grew");
    assertThat(grew.parents()).containsExactly(id);
    assertThat(grew.joined().values().stream().mapToInt(n -> n).sum()).isEqualTo(8);
    assertThat(grew.causes()).containsExactly("77 lines came in");
    assertThat(life(id).lifecycle()).isEqualTo(Lifecycle.ACTIVE);

    change("MATCH (a:Account) WHERE a.id STARTS WITH 'campaign' SET a.status = 'suspended'");
    LineageRow dormant = latest(detect()).getFirst();
    assertThat(dormant.kind()).isEqualTo("dormant");
    assertThat(dormant.text()).startsWith("32 of 32 accounts were suspended");
    assertThat(life(id).lifecycle()).isEqualTo(Lifecycle.DORMANT);

    SmallWorld.grow(driver, CAMPAIGN + 8, CAMPAIGN + 16);
    LineageRow regrew = latest(detect()).getFirst();
    assertThat(regrew.kind()).isEqualTo("regrew");
    assertThat(regrew.clusters()).extracting(LineageRow.Outcome::id).containsExactly(id);
    assertThat(life(id)).isEqualTo(new ClusterLife(id, Lifecycle.ACTIVE, null, null));

    assertThat(lineage.events(Set.of(id), 100, null).items())
        .extracting(LineageRow::kind)
        .containsSubsequence("regrew", "dormant", "grew", "born");
  }

  @Test
  void whatIsDeletedIsRememberedAndItsReturnIsRegrowth() {
    detect();
    String id = cluster();
    change("MATCH (a:Account) WHERE a.id STARTS WITH 'campaign' SET a.status = 'deleted'");
    LineageRow dormant = latest(detect()).getFirst();
    assertThat(dormant.kind()).isEqualTo("dormant");
    assertThat(dormant.left()).isEqualTo(Map.of("deleted", CAMPAIGN));
    assertThat(dormant.clusters()).containsExactly(new LineageRow.Outcome(id, ""));
    assertThat(latest(detect())).as("dormant it stays").isEmpty();
    assertThat(life(id).lifecycle()).isEqualTo(Lifecycle.DORMANT);
    change("MATCH (a:Account) SET a.status = 'active'");
    assertThat(latest(detect()).getFirst().kind()).isEqualTo("regrew");
    assertThat(cluster()).isEqualTo(id);
  }

  @Test
  void aClusterThatPeopleContradictIsLoweredAndRaisedAgain() {
    detect();
    change(
        "UNWIND ['campaign-003', 'campaign-004'] AS a CREATE (:Verdict {id: 'v-' + a, account: a,"
            + " by: 'ana', verdict: 'legitimate', at: datetime('2026-02-10T00:00:00Z')})");
    List<LineageRow> lowered = latest(detect());
    assertThat(lowered).extracting(LineageRow::kind).containsExactly("shrank", "lowered");
    assertThat(lowered.getFirst().left()).isEqualTo(Map.of("decided", 2));
    assertThat(lowered.getLast().clusters().getFirst().state()).isEqualTo("review");
    change("MATCH (v:Verdict) SET v.verdict = 'unsure'");
    assertThat(latest(detect())).extracting(LineageRow::kind).containsExactly("grew", "raised");
  }

  @Test
  void aRunThatDiesLeavesNoEvent() {
    detect();
    long before = lineage.events(100, null).total();
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    try {
      detect((stage, done, total) -> {
        if (stage.equals("writing clusters") && total >= CAMPAIGN) {
          throw new IllegalStateException("the power fails");
        }
      });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the power fails");
    }
    assertThat(lineage.events(100, null).total()).isEqualTo(before);
    assertThat(latest(detect())).extracting(LineageRow::kind).containsExactly("grew");
  }

  @Test
  void aPreviewRecordsNothing() {
    detect();
    long before = lineage.events(100, null).total();
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    DetectionSummary preview =
        new DetectionService(driver, CATALOG, Clock.systemUTC())
            .preview(DetectionOptions.DEFAULT, SILENT);
    assertThat(preview.events()).extracting(e -> e.kind().text()).containsExactly("grew");
    assertThat(lineage.events(100, null).total()).isEqualTo(before);
  }

  @Test
  void pagesAndFamilies() {
    change(
        """
        CREATE (r:Run {id: 'run-1', seq: 1, complete: true, causes: ['first run']})
        WITH r
        UNWIND range(0, 3) AS n
        MERGE (a:Cluster {id: 'c-' + n, lifecycle: CASE WHEN n < 3 THEN 'merged' ELSE 'active' END})
        WITH r, n, a
        MERGE (b:Cluster {id: 'c-' + (n + 1)})
        CREATE (e:LineageEvent {id: 'run-1/' + n, place: 1000000 + n, kind: 'merged', states: ['review'],
          at: datetime(), recordedAt: datetime(), before: 4, after: 4, joined: '{}', left: '{}', text: '4 accounts'})
        CREATE (e)-[:IN_RUN]->(r), (a)<-[:FROM]-(e)-[:TO]->(b)
        """);
    assertThat(lineage.family("c-4")).containsExactly("c-0", "c-1", "c-2", "c-3", "c-4");
    List<String> read = new ArrayList<>();
    Page<LineageRow> page = lineage.events(3, null);
    page.items().forEach(row -> read.add(row.id()));
    assertThat(page.total()).isEqualTo(4);
    lineage.events(3, page.next()).items().forEach(row -> read.add(row.id()));
    assertThat(read).containsExactly("run-1/3", "run-1/2", "run-1/1", "run-1/0");
    assertThat(lineage.events(Set.of("c-1"), 10, null).items())
        .extracting(LineageRow::id)
        .containsExactly("run-1/1", "run-1/0");
    assertThat(lineage.life("c-none")).isEmpty();
  }
}
