package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.cluster.Member;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// What runs leave of the past, and how much that is.
@Neo4jTest
class PastViewsIT {

  private static final int CAMPAIGN = 24;
  private static final String ONE = "campaign-007";
  private static final DetectorCatalog CATALOG = DetectorCatalog.load();
  private static final Instant END = SmallWorld.START.plus(Duration.ofDays(SmallWorld.DAYS + 1));

  private final Driver driver;
  private final ClusterReader clusters;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  PastViewsIT(Driver driver) {
    this.driver = driver;
    this.clusters = new ClusterReader(driver);
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
  }

  /// Runs and says when its clusters became known.
  private Instant detect() {
    now = now.plusSeconds(3_600);
    new DetectionService(driver, CATALOG, Clock.fixed(now, ZoneOffset.UTC))
        .run(DetectionOptions.DEFAULT, SILENT);
    return now;
  }

  private void change(String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private long count(String pattern) {
    try (var session = driver.session()) {
      return session.run("MATCH " + pattern + " RETURN count(*)").single().get(0).asLong();
    }
  }

  private Map<String, Long> kept() {
    return Map.of(
        "revisions", count("(n:ClusterRevision)"),
        "supports", count("(n:PastSupport)"),
        "memberships", count("()-[n:WAS_MEMBER_OF]->()"));
  }

  private String cluster() {
    try (var session = driver.session()) {
      return session.run("MATCH (c:Cluster) RETURN c.id").single().get(0).asString();
    }
  }

  private List<String> members(Instant asOf, Instant knownAt) {
    return clusters
        .members(
            cluster(),
            new MemberQuery(null, MemberQuery.Sort.ACCOUNT, false, 500, null, Suppressed.NONE),
            new View(asOf, knownAt))
        .map(page -> page.items().stream().map(Member::account).toList())
        .orElse(List.of());
  }

  @Test
  void aRunThatFindsTheSameKeepsNothing() {
    detect();
    detect();
    detect();
    assertThat(kept().values()).containsOnly(0L);
  }

  @Test
  void whoCameToRestWasAMemberUntilThen() {
    Instant first = detect();
    change("MATCH (a:Account {id: '" + ONE + "'}) SET a.status = 'deleted'");
    Instant second = detect();
    assertThat(members(END, first)).contains(ONE).hasSize(CAMPAIGN);
    assertThat(members(END, second)).doesNotContain(ONE).hasSize(CAMPAIGN - 1);
    Instant early = SmallWorld.START.plus(Duration.ofDays(10));
    assertThat(members(early, second)).as("it was one then").contains(ONE).hasSize(CAMPAIGN);
    assertThat(count("(:Account {id: '" + ONE + "'})-[n:WAS_MEMBER_OF]->()")).isEqualTo(1);
    assertThat(kept().get("memberships")).as("of those that changed").isLessThan(CAMPAIGN / 2);
  }

  @Test
  void whoWasAMemberByMistakeNeverWasOne() {
    Instant first = detect();
    change(
        "MATCH (a:Account {id: '"
            + ONE
            + "'}) CREATE (:Verdict {id: 'v', account: a.id, by: 'x', verdict: 'legitimate',"
            + " at: datetime('2026-02-10T00:00:00Z')})-[:ABOUT]->(a)");
    Instant second = detect();
    Instant early = SmallWorld.START.plus(Duration.ofDays(10));
    assertThat(members(early, first)).contains(ONE);
    assertThat(members(early, second)).doesNotContain(ONE).hasSize(CAMPAIGN - 1);
    assertThat(members(END, second)).doesNotContain(ONE);
  }

  @Test
  void aClusterOfThePastSumsUpItsMembersOfThen() {
    Instant first = detect();
    ClusterSummary present = clusters.one(cluster()).orElseThrow().summary();
    ClusterSummary end = clusters.one(cluster(), new View(END, null)).orElseThrow().summary();
    assertThat(end).isEqualTo(present);
    Instant early = SmallWorld.START.plus(Duration.ofDays(4));
    ClusterSummary then = clusters.one(cluster(), new View(early, first)).orElseThrow().summary();
    assertThat(then.accounts()).isEqualTo(CAMPAIGN);
    assertThat(then.exchanges()).as("of five days").isEqualTo(CAMPAIGN * 6L * 5);
    assertThat(then.lastSeen()).isBefore(SmallWorld.START.plus(Duration.ofDays(5)));
    assertThat(clusters.one(cluster(), new View(null, first.minusSeconds(1)))).isEmpty();
    assertThat(clusters.one(cluster(), new View(SmallWorld.START.minusSeconds(1), null)))
        .as("nobody had shown anything")
        .isEmpty();
  }

  @Test
  void whatRunsJudgedIsKeptUntilTheyJudgeOtherwise() {
    Instant first = detect();
    // fewer and fewer of them, until a person says that the others are no operator's either
    change(
        "MATCH (a:Account) WHERE a.id STARTS WITH 'campaign' AND a.id <> 'campaign-000'"
            + " AND a.id <> 'campaign-001' CREATE (:Verdict {id: 'v' + a.id, account: a.id, by: 'x',"
            + " verdict: 'legitimate', at: datetime('2026-02-10T00:00:00Z')})-[:ABOUT]->(a)");
    Instant second = detect();
    assertThat(clusters.state(cluster(), new View(null, first))).contains(ClusterState.LABELLED);
    assertThat(clusters.state(cluster(), new View(null, second)))
        .isNotEqualTo(clusters.state(cluster(), new View(null, first)));
    assertThat(kept().get("revisions")).isEqualTo(1);
  }
}
