package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.backtest.BacktestFigures;
import io.iolaus.cypher.backtest.Backtest;
import io.iolaus.cypher.backtest.BacktestRecords;
import io.iolaus.cypher.backtest.Backtester;
import io.iolaus.cypher.backtest.DetectorPublisher;
import io.iolaus.cypher.backtest.PublishRefusedException;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorOrigin;
import io.iolaus.cypher.detector.DetectorVersion;
import io.iolaus.cypher.detector.InvalidDetectorsException;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// A detector from its file to its end, against a real graph.
@Neo4jTest
class DetectorLifeIT {

  private static final int CAMPAIGN = 24;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

  /// Without these the campaign is found by its skeletons, cards and devices alone.
  private static final List<String> OTHERS =
      List.of(
          "shared-network",
          "shared-client",
          "creation-cohort",
          "co-timing",
          "lockstep",
          "model-pivot",
          "shared-system-prompt",
          "shared-wallet-or-billing-name");

  private final Driver driver;
  private final SiteDetectors site;
  private final DetectorPublisher publisher;

  DetectorLifeIT(Driver driver) {
    this.driver = driver;
    this.site = new SiteDetectors(driver);
    this.publisher = new DetectorPublisher(driver, site, CLOCK);
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
  }

  private DetectionService detection() {
    return new DetectionService(driver, site::catalog, CLOCK);
  }

  private DetectionSummary detect() {
    return detection().run(DetectionOptions.DEFAULT, SILENT);
  }

  private Backtest backtest(DetectorDraft draft) {
    return new Backtester(driver, site, detection(), CLOCK)
        .run(draft, 3, "alice", DetectionOptions.DEFAULT, SILENT);
  }

  private List<Record> query(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).list();
    }
  }

  /// A later version of one that came with the program.
  private DetectorDraft version(String id, int version, String old, String now) {
    DetectorDraft draft = site.builtIn(id).orElseThrow();
    assertThat(draft.text()).contains(old);
    return DetectorDraft.of(
        id + ".cypher",
        draft.text().replace("version: 1", "version: " + version).replace(old, now),
        draft.tests());
  }

  private DetectorDraft harmless() {
    return version("shared-address", 2, "default: 2,", "default: 3,");
  }

  /// Finds nothing any more.
  private DetectorDraft blind() {
    return version("shared-prompt-family", 2, "default: 2,", "default: 1000,");
  }

  private void decide(String verdict, int from, int to) {
    for (int n = from; n < to; n++) {
      query(
          "MERGE (v:Verdict {id: 'v-%1$03d'}) SET v.account = 'campaign-%1$03d', v.by = 'ana',"
                  .formatted(n)
              + " v.verdict = '%s', v.at = datetime('2026-02-10T00:00:00Z')".formatted(verdict));
    }
  }

  private void retire(List<String> detectors) {
    detectors.forEach(id -> publisher.retire(id, "bob", "not here"));
  }

  private static void assertRefused(Runnable work, String... reasons) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            PublishRefusedException.class,
            e -> assertThat(String.join("\n", e.reasons())).contains(reasons));
  }

  @Test
  void isPublishedByASecondPersonAndRunsThen() {
    detect();
    DetectorDraft draft = harmless();
    assertRefused(
        () -> publisher.propose(draft, "alice", null), "no backtest of exactly this text");
    Backtest backtest = backtest(draft);
    assertThat(backtest.figures().objections()).isEmpty();
    assertThat(backtest.figures().changes().same()).isEqualTo(1);
    assertThat(new BacktestRecords(driver).of("shared-address", 2)).containsExactly(backtest);

    DetectorVersion proposed = publisher.propose(draft, "Alice", "fewer households");
    assertThat(proposed.status()).isEqualTo(DetectorVersion.State.PROPOSED);
    assertThat(site.catalog().find("shared-address").orElseThrow().version())
        .as("nothing runs before the second person")
        .isEqualTo(1);
    assertThat(publisher.propose(draft, "carol", null)).as("changes nothing").isEqualTo(proposed);
    assertRefused(() -> publisher.approve("shared-address", 2, "  ALICE "), "cannot approve it");

    DetectorVersion published = publisher.approve("shared-address", 2, "bob");
    assertThat(published.backtest()).isEqualTo(backtest.id());
    assertThat(published.approvedBy()).isEqualTo("bob");
    assertRefused(() -> publisher.approve("shared-address", 2, "carol"), "published already");
    SiteDetectors.Standing standing =
        site.standing().stream()
            .filter(one -> one.file().id().equals("shared-address"))
            .findFirst()
            .orElseThrow();
    assertThat(standing.origin()).isEqualTo(DetectorOrigin.SITE);
    detect();
    assertThat(
            query("MATCH (d:DetectorRun {detector: 'shared-address'}) RETURN d.version AS v")
                .stream()
                .map(r -> r.get("v").asInt()))
        .containsExactlyInAnyOrder(1, 2);
    assertThat(causes()).contains("detector shared-address is version 2, was 1");
  }

  @Test
  void aBacktestLeavesTheGraphAsItWas() {
    detect();
    String marks =
        "MATCH (n) WHERE NOT n:Backtest AND NOT n:Sequence AND NOT n:Run"
            + " RETURN labels(n)[0] AS l, count(n) AS n, sum(size(keys(n))) AS k,"
            + " sum(COUNT { (n)--() }) AS e ORDER BY l";
    List<Record> before = query(marks);
    backtest(blind());
    assertThat(query(marks)).isEqualTo(before);
    assertThat(detect().events()).isEmpty();
  }

  @Test
  void oneThatFindsLessIsRefusedWithTheFigures() {
    retire(OTHERS);
    decide("fraudulent", 5, 15);
    BacktestFigures figures = backtest(blind()).figures();
    assertThat(figures.before().decided().recall()).isEqualTo("10 of 10 fraudulent");
    assertThat(figures.after().decided().recall()).isEqualTo("0 of 10 fraudulent");
    assertThat(figures.changes().unlabelled()).hasSize(CAMPAIGN);
    assertRefused(
        () -> publisher.propose(blind(), "alice", null),
        "recall falls from 10 of 10 fraudulent to 0 of 10 fraudulent");
  }

  @Test
  void oneThatLabelsWhoWasDecidedToBeLegitimateIsRefused() {
    retire(OTHERS);
    retire(List.of("shared-prompt-family"));
    decide("legitimate", 3, 5);
    DetectorDraft again = version("shared-prompt-family", 2, "default: 2,", "default: 3,");
    BacktestFigures figures = backtest(again).figures();
    assertThat(figures.newlyLegitimate()).containsExactly("campaign-003", "campaign-004");
    assertRefused(
        () -> publisher.propose(again, "alice", null),
        "2 accounts decided to be legitimate would be labelled: campaign-003, campaign-004");
  }

  @Test
  void aBacktestGoesStale() {
    DetectorDraft draft = harmless();
    backtest(draft);
    decide("fraudulent", 5, 6);
    assertRefused(() -> publisher.propose(draft, "alice", null), "people decided about accounts");
    backtest(draft);
    publisher.propose(draft, "alice", null);
    publisher.retire("shared-client", "bob", "too common");
    assertRefused(() -> publisher.approve("shared-address", 2, "bob"), "other detectors run now");
    backtest(draft);
    query("CREATE (:Batch {id: 'b-1', seq: 1, read: 1, replaced: 1, complete: true})");
    assertRefused(() -> publisher.approve("shared-address", 2, "bob"), "a batch was replaced");
    backtest(draft);
    query(
        "MATCH (a:Account {id: 'campaign-001'}) SET a.lastSeen = datetime('2026-03-08T00:00:00Z')");
    assertRefused(
        () -> publisher.approve("shared-address", 2, "bob"), "events of more than 7 days");
  }

  @Test
  void aRunawayIsRefusedByTheGate() {
    DetectorDraft runaway = hasty(runaway());
    BacktestFigures figures = backtest(runaway).figures();
    assertThat(figures.candidate().status()).isEqualTo("partial");
    assertRefused(
        () -> publisher.propose(runaway, "alice", null),
        "the run with it is partial",
        "out of time");
  }

  private DetectorDraft runaway() {
    return version(
        "shared-wallet-or-billing-name",
        2,
        "---*/\n",
        "---*/\nUNWIND range(1, 10000) AS x UNWIND range(1, 10000) AS y"
            + " UNWIND range(1, 10000) AS z\nWITH count(z) AS everything\n");
  }

  @Test
  void aTextThatSomebodyChangedStopsEverythingLoudly() {
    DetectorDraft draft = harmless();
    backtest(draft);
    publisher.propose(draft, "alice", null);
    publisher.approve("shared-address", 2, "bob");
    query(
        "MATCH (v:DetectorVersion {id: 'shared-address@2'})"
            + " SET v.text = replace(v.text, 'default: 3,', 'default: 30,')");
    assertThatThrownBy(this::detect)
        .isInstanceOf(InvalidDetectorsException.class)
        .hasMessageContaining("DetectorVersion shared-address@2")
        .hasMessageContaining("the digest differs")
        .hasMessageContaining("detectors retire shared-address");
    assertThat(query("MATCH (r:Run) RETURN r")).as("no run was opened").isEmpty();
    publisher.retire("shared-address", "bob", "tampered with");
    assertThat(detect().status()).isEqualTo("complete");
  }

  @Test
  void aVersionHasOneTextForEver() {
    DetectorDraft draft = harmless();
    backtest(draft);
    publisher.propose(draft, "alice", null);
    DetectorDraft other = version("shared-address", 2, "default: 2,", "default: 4,");
    backtest(other);
    assertRefused(() -> publisher.propose(other, "alice", null), "has another text already");
    DetectorDraft old = site.builtIn("shared-address").orElseThrow();
    backtest(old);
    assertRefused(() -> publisher.propose(old, "alice", null), "versions only rise");
  }

  @Test
  void oneThatIsRetiredRunsNoMoreAndTheRunSaysSo() {
    detect();
    assertRefused(() -> publisher.retire("shared-client", "bob", " "), "say why");
    assertRefused(() -> publisher.retire("shared-nothing", "bob", "x"), "no such detector");
    publisher.retire("shared-client", "bob", "too common");
    assertRefused(() -> publisher.retire("shared-client", "bob", "again"), "retired already");
    assertThat(site.catalog().active())
        .extracting(DetectorFile::id)
        .doesNotContain("shared-client");
    detect();
    assertThat(causes()).contains("detector shared-client is not run any more");
    DetectorDraft back = version("shared-client", 2, "default: 2,", "default: 3,");
    backtest(back);
    publisher.propose(back, "alice", null);
    publisher.approve("shared-client", 2, "bob");
    assertThat(site.catalog().active()).extracting(DetectorFile::id).contains("shared-client");
  }

  /// Nothing dissolves in silence because a detector did not come to its end.
  @Test
  void aRunThatIsPartialSaysSoAndWhy() {
    detect();
    DetectorCatalog cut = site.catalog().with(hasty(runaway()).file());
    DetectionSummary summary =
        new DetectionService(driver, cut, CLOCK).run(DetectionOptions.DEFAULT, SILENT);
    assertThat(summary.status()).isEqualTo("partial");
    assertThat(summary.unfinished())
        .anyMatch(u -> u.startsWith("shared-wallet-or-billing-name is partial: out of time"));
    Record run =
        query(
                "MATCH (r:Run {id: '%s'})-[:INCLUDES]->(d:DetectorRun) WHERE d.status <> 'complete'"
                        .formatted(summary.run())
                    + " RETURN r.status AS run, d.status AS status, d.reason AS reason, d.millis AS"
                    + " ms")
            .getFirst();
    assertThat(run.get("run").asString()).isEqualTo("partial");
    assertThat(run.get("status").asString()).isEqualTo("partial");
    assertThat(run.get("reason").asString()).contains("out of time");
    assertThat(run.get("ms").asLong()).as("budget + 2 s").isLessThan(1_000 + 2_000);
    assertThat(causes())
        .anyMatch(c -> c.equals("detector shared-wallet-or-billing-name is partial, was complete"));
    assertThat(query("MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL RETURN c"))
        .hasSize(1);
  }

  /// The same with a second to run.
  private static DetectorDraft hasty(DetectorDraft draft) {
    return DetectorDraft.of(
        draft.file().id() + ".cypher",
        draft.text().replaceFirst("timeout: PT[0-9]+[SM]", "timeout: PT1S"),
        draft.tests());
  }

  private List<String> causes() {
    return query("MATCH (r:Run) WHERE r.complete RETURN r.causes AS c ORDER BY r.seq DESC LIMIT 1")
        .getFirst()
        .get("c")
        .asList(v -> v.asString());
  }
}
