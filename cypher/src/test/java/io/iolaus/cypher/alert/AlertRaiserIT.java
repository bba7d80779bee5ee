package io.iolaus.cypher.alert;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.lineage.LineageEvent.Kind;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.SmallWorld;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.lineage.LineageRow;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.SuppressionWriter;
import io.iolaus.cypher.test.Happenings;
import io.iolaus.cypher.test.Happenings.Event;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// What raises an alert, and how often.
@Neo4jTest
class AlertRaiserIT {

  private static final Instant NOW = Instant.parse("2026-06-02T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Driver driver;
  private final AlertReader alerts;

  AlertRaiserIT(Driver driver) {
    this.driver = driver;
    this.alerts = new AlertReader(driver);
  }

  @BeforeEach
  void empty() {
    TestGraph.empty(driver);
  }

  private int raise(AlertRules rules) {
    return new AlertRaiser(driver, rules, CLOCK).raise();
  }

  private List<String> titles() {
    return alerts.since(0, 1_000).stream().map(Alert::title).toList();
  }

  @Test
  void anEventRaisesOneAlertHoweverOftenItIsLookedAt() {
    String run = Happenings.run(driver, List.of(Event.born("c-1", "labelled")));
    assertThat(raise(AlertRules.DEFAULT)).isEqualTo(1);
    assertThat(raise(AlertRules.DEFAULT)).isZero();
    Happenings.run(driver, List.of(Event.of("grew", "c-1", "labelled", 24, 40)));
    assertThat(raise(AlertRules.DEFAULT)).isEqualTo(1);

    Alert born = alerts.since(0, 10).getFirst();
    assertThat(born.id()).isEqualTo(run + "/1");
    assertThat(born.title()).isEqualTo("new cluster c-1: 24 accounts (labelled)");
    assertThat(born.because()).containsExactly("7 lines came in");
    assertThat(born.raisedAt()).isEqualTo(NOW);
    assertThat(titles().getLast()).isEqualTo("c-1 grew: 40 accounts, 24 before (labelled)");
  }

  @Test
  void manyWhoFollowAtOnceRaiseEachOnceAndInOrder() throws Exception {
    Callable<Integer> follow =
        () -> {
          int raised = 0;
          for (int i = 0; i < 30; i++) {
            raised += raise(AlertRules.DEFAULT);
          }
          return raised;
        };
    int raised = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      List<Future<Integer>> following = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        following.add(threads.submit(follow));
      }
      for (int run = 0; run < 20; run++) {
        int number = run;
        Happenings.run(
            driver,
            IntStream.range(0, 60)
                .mapToObj(i -> Event.born("c-" + number + "-" + i, "labelled"))
                .toList());
      }
      for (Future<Integer> one : following) {
        raised += one.get();
      }
    }
    raised += raise(AlertRules.DEFAULT);
    assertThat(raised).isEqualTo(20 * 60);
    assertThat(alerts.since(0, 5_000))
        .hasSize(20 * 60)
        .isSortedAccordingTo((a, b) -> Long.compare(a.place(), b.place()));
  }

  @Test
  void whatIsSuppressedRaisesNoneAndIsNotMadeUpFor() {
    Happenings.run(driver, List.of(Event.born("c-1", "labelled"), Event.born("c-2", "labelled")));
    SuppressionWriter suppressions = new SuppressionWriter(driver, CLOCK);
    String suppression =
        suppressions.suppress(
                    Scope.parse("cluster:c-1"),
                    "with the police",
                    "ann",
                    NOW.plusSeconds(3_600),
                    List.of())
                instanceof SuppressionWriter.Outcome.Done(String id)
            ? id
            : "";
    assertThat(raise(AlertRules.DEFAULT)).isEqualTo(1);
    assertThat(titles()).containsExactly("new cluster c-2: 24 accounts (labelled)");
    suppressions.end(suppression, "ann");
    assertThat(raise(AlertRules.DEFAULT)).isZero();
    Happenings.run(driver, List.of(Event.of("grew", "c-1", "labelled", 24, 40)));
    assertThat(raise(AlertRules.DEFAULT)).isEqualTo(1);
  }

  @Test
  void whatIsForReviewRaisesNoneUntilItIsLabelled() {
    Happenings.run(
        driver,
        List.of(
            Event.born("c-1", "review"),
            Event.of("grew", "c-1", "review", 24, 40),
            Event.of("changed", "c-1", "labelled", 40, 40),
            Event.of("raised", "c-1", "labelled", 40, 40),
            Event.of("lowered", "c-1", "review", 40, 40)));
    raise(AlertRules.DEFAULT);
    assertThat(titles()).containsExactly("c-1 is labelled now: 40 accounts (labelled)");
  }

  @Test
  void anotherOrganizationRaisesOneAndThatNobodyIsNamedAnyMoreDoesNot() {
    Happenings.run(
        driver,
        List.of(
            new Event("attributed", List.of("c-1"), List.of("c-1"), "labelled", 9, 9, "org-alder"),
            Event.of("attributed", "c-2", "labelled", 9, 9)));
    raise(AlertRules.DEFAULT);
    assertThat(titles()).containsExactly("c-1: org-alder is named (0.87) (labelled)");
    assertThat(alerts.since(0, 10).getFirst().clusters().getFirst())
        .isEqualTo(new Alert.Outcome("c-1", "labelled", "org-alder", 0.87));
  }

  @Test
  void otherKindsAndStatesCanBeAskedFor() {
    Happenings.run(
        driver,
        List.of(
            Event.born("c-1", "review"),
            Event.of("dormant", "c-2", "", 9, 9),
            new Event("dissolved", List.of("c-1"), List.of(), "", 24, 0, ""),
            Event.of("grew", "c-3", "labelled", 9, 12)));
    raise(new AlertRules(Set.of(Kind.DORMANT, Kind.DISSOLVED, Kind.BORN), Set.of("review")));
    assertThat(titles())
        .containsExactly(
            "new cluster c-1: 24 accounts (review)", "c-2 is dormant", "c-1 was dissolved");
  }

  @Test
  void whatHappenedBeforeThereWereAlertsRaisesNone() {
    Happenings.run(driver, List.of(Event.born("c-1", "labelled")));
    try (var session = driver.session()) {
      session.run("MATCH (s:Sequence {id: 'alert'}) DELETE s").consume();
      session.run("MATCH (v:SchemaVersion {version: 10}) DELETE v").consume();
    }
    SchemaMigrations.apply(driver);
    assertThat(raise(AlertRules.DEFAULT)).isZero();
    Happenings.run(driver, List.of(Event.born("c-2", "labelled")));
    assertThat(raise(AlertRules.DEFAULT)).isEqualTo(1);
  }

  @Test
  void aRealRunRaisesWhatItsLineageSays() {
    SmallWorld.write(driver, 24, 0);
    new DetectionService(driver, DetectorCatalog.load(), CLOCK)
        .run(DetectionOptions.DEFAULT, SILENT);
    raise(AlertRules.DEFAULT);
    List<LineageRow> events = new LineageReader(driver).events(100, null).items().reversed();
    assertThat(events).isNotEmpty();
    assertThat(alerts.since(0, 100))
        .extracting(Alert::id, Alert::kind, Alert::text, Alert::after, Alert::because)
        .containsExactlyElementsOf(
            events.stream()
                .map(e ->
                    org.assertj.core.groups.Tuple.tuple(
                        e.id(), e.kind(), e.text(), e.after(), e.causes()))
                .toList());
    assertThat(alerts.since(0, 1).getFirst().because()).containsExactly("first run");
    assertThat(alerts.since(0, 1).getFirst().detectors()).isNotEmpty();

    // the same run once more finds the same, and nobody hears of it
    new DetectionService(driver, DetectorCatalog.load(), CLOCK)
        .run(DetectionOptions.DEFAULT, SILENT);
    assertThat(raise(AlertRules.DEFAULT)).isZero();
  }
}
