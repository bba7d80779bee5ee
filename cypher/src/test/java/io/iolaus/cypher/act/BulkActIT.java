package io.iolaus.cypher.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.act.CollateralForecast.Innocent;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// Bulk acts against a graph whose figures are worked out by hand.
@Neo4jTest
class BulkActIT {

  private static final int ALONE = 20;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-07T00:00:00Z"), ZoneOffset.UTC);

  /// Thirty members, created a day apart, on one card that thirty others use. The first ten were
  /// created a year before, pay each month, and have nothing but the card.
  private static final String GRAPH =
      """
      CREATE (c:Cluster {id: 'c-1', state: 'labelled', run: 'run-1'})
      CREATE (card:PaymentInstrument {id: 'card'}), (device:Identifier {id: 'device'})
      CREATE (c)-[:SUPPORTED_BY {run: 'run-1', bits: 9.0, members: 30, total: 60, discounted: false}]->(card)
      CREATE (c)-[:SUPPORTED_BY {run: 'run-1', bits: 9.0, members: 20, total: 20, discounted: false}]->(device)
      WITH c, card, device
      UNWIND range(101, 130) AS i
      CREATE (a:Account {id: 'acc-' + i, createdAt: datetime('2026-05-01T00:00:00Z') - duration({days: CASE WHEN i <= 110 THEN 365 ELSE 0 END}),
        lastSeen: datetime('2026-06-05T00:00:00Z')})
      CREATE (a)-[:MEMBER_OF {state: CASE WHEN i > 125 THEN 'review' ELSE 'labelled' END, membership: 0.5 + i / 1000.0, run: 'run-1',
        facets: CASE WHEN i <= 110 THEN ['payment'] ELSE ['payment', 'client'] END}]->(c)
      CREATE (a)-[:PAID_WITH {days: CASE WHEN i <= 110 THEN [date('2026-01-01'), date('2026-02-01'), date('2026-04-01')] ELSE [date('2026-05-02')] END}]->(card)
      FOREACH (_ IN CASE WHEN i > 110 THEN [1] ELSE [] END | CREATE (a)-[:HAS_IDENTIFIER]->(device))
      """;

  private final Driver driver;
  private final BulkActWriter writer;
  private final BulkActReader reader;
  private final DecisionReader decisions;

  BulkActIT(Driver driver) {
    this.driver = driver;
    this.writer = new BulkActWriter(driver, CLOCK);
    this.reader = new BulkActReader(driver);
    this.decisions = new DecisionReader(driver);
  }

  @BeforeEach
  void graph() {
    TestGraph.empty(driver);
    try (var session = driver.session()) {
      session.run(GRAPH).consume();
    }
  }

  private static BulkActRow done(BulkActOutcome outcome) {
    assertThat(outcome).isInstanceOf(BulkActOutcome.Done.class);
    return ((BulkActOutcome.Done) outcome).act();
  }

  private BulkActRow propose(Choice choice) {
    return done(
        writer.propose(DecisionKind.FALSE_POSITIVE, "ana", "customers of a bank", choice, ALONE));
  }

  private static Choice some(int from, int to) {
    return new Choice.Accounts(IntStream.rangeClosed(from, to).mapToObj(n -> "acc-" + n).toList());
  }

  private Verdict verdict(String account) {
    Opinions opinions = new Opinions();
    opinions.add(decisions.held(Instant.MAX));
    return opinions.of(account);
  }

  private long legitimate() {
    return IntStream.rangeClosed(101, 130)
        .filter(n -> verdict("acc-" + n) == Verdict.LEGITIMATE)
        .count();
  }

  @Test
  void theForecastCountsWhoMayBeInnocent() {
    BulkActRow act = propose(new Choice.Members("c-1", null, null, null, null));
    assertThat(act.accounts()).isEqualTo(30);
    assertThat(act.secondPerson()).isTrue();
    assertThat(act.forecast().likelyInnocent()).isEqualTo(10);
    assertThat(act.forecast().signs())
        .isEqualTo(Map.of("tenure", 10, "spend", 10, "one-kind", 10, "widely-shared", 10));
    assertThat(act.forecast().sample().getFirst())
        .isEqualTo(
            new Innocent("acc-101", List.of("tenure", "spend", "one-kind", "widely-shared")));
    assertThat(propose(some(111, 113)).forecast().likelyInnocent()).isZero();
    assertThat(decisions.held(Instant.MAX).all()).as("nothing is decided").isEmpty();
  }

  @Test
  void membersAreChosenByWhatTiesThem() {
    assertThat(propose(new Choice.Members("c-1", "review", null, null, null)).accounts())
        .isEqualTo(5);
    assertThat(propose(new Choice.Members("c-1", null, 0.605, 0.615, null)).accounts())
        .isEqualTo(11);
    BulkActRow single = propose(new Choice.Members("c-1", "labelled", null, null, "payment"));
    assertThat(reader.accounts(single.id(), 50, null).orElseThrow().items())
        .hasSize(10)
        .startsWith("acc-101");
    assertThatThrownBy(() -> propose(new Choice.Members("c-1", null, 0.99, null, null)))
        .hasMessageContaining("none");
    assertThat(
            writer.propose(
                DecisionKind.CONFIRMED,
                "ana",
                "x",
                new Choice.Accounts(List.of("acc-101", "acc-9")),
                ALONE))
        .isEqualTo(
            new BulkActOutcome.Unknown(
                BulkActOutcome.Unknown.What.ACCOUNT, "there is no account acc-9"));
  }

  @Test
  void whoProposesDoesNotAgree() {
    BulkActRow act = propose(some(101, 130));
    assertThat(writer.start(act.id(), 1, "ana")).isInstanceOf(BulkActOutcome.SecondPerson.class);
    assertThat(writer.approve(act.id(), 1, "ana")).isInstanceOf(BulkActOutcome.SecondPerson.class);
    assertThat(writer.step(act.id(), 100)).as("nobody agreed").isFalse();
    assertThat(legitimate()).isZero();
    BulkActRow approved = done(writer.approve(act.id(), 1, "ben"));
    assertThat(approved.version()).isEqualTo(2);
    assertThat(writer.cancel(act.id(), 1, "ana")).isInstanceOf(BulkActOutcome.Changed.class);
    assertThat(writer.start(act.id(), 2, "ben"))
        .as("it needs a second person")
        .isInstanceOf(BulkActOutcome.SecondPerson.class);
    assertThat(reader.open()).containsExactly(act.id());
    while (writer.step(act.id(), 7)) {}
    assertThat(legitimate()).isEqualTo(30);
    assertThat(reader.open()).isEmpty();
  }

  @Test
  void whatIsCancelledStopsWhereItIs() {
    BulkActRow act = propose(some(101, 120));
    assertThat(done(writer.start(act.id(), 1, "ana")).state()).isEqualTo("approved");
    assertThat(writer.step(act.id(), 6)).isTrue();
    assertThat(writer.undo(act.id(), 2, "ana", "x")).isInstanceOf(BulkActOutcome.NotNow.class);
    BulkActRow cancelled = done(writer.cancel(act.id(), 2, "ana"));
    assertThat(cancelled.state()).isEqualTo("cancelled");
    assertThat(cancelled.decided()).isEqualTo(6);
    assertThat(writer.step(act.id(), 6)).isFalse();
    assertThat(legitimate()).isEqualTo(6);
    assertThat(done(writer.undo(act.id(), 3, "ben", "wrong bank")).state()).isEqualTo("undone");
    assertThat(legitimate()).isZero();
    assertThat(writer.undo(act.id(), 4, "ben", "x")).isInstanceOf(BulkActOutcome.NotNow.class);
  }

  @Test
  void eachAccountIsDecidedAboutOnceWhoeverCarriesItOut() throws Exception {
    BulkActRow act = propose(some(101, 120));
    writer.start(act.id(), 1, "ana");
    // processes that begin where another one was killed, at the same time
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> processes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        processes.add(() -> {
          BulkActWriter own = new BulkActWriter(driver, CLOCK);
          while (own.step(act.id(), 3)) {}
          return true;
        });
      }
      for (Future<Boolean> process : threads.invokeAll(processes)) {
        assertThat(process.get()).isTrue();
      }
    }
    Held held = decisions.held(Instant.MAX);
    assertThat(held.all().stream().flatMap(d -> d.judged().stream()).sorted().toList())
        .isEqualTo(IntStream.rangeClosed(101, 120).mapToObj(n -> "acc-" + n).toList());
    assertThat(held.all()).hasSize(7);
    assertThat(decisions.one("d-1").orElseThrow().act()).isEqualTo(act.id());
    assertThat(reader.one(act.id()).orElseThrow().state()).isEqualTo("done");
  }

  @Test
  void undoingLeavesWhatOthersSaid() {
    BulkActRow act = propose(some(101, 110));
    writer.start(act.id(), 1, "ana");
    assertThat(writer.step(act.id(), 100)).isFalse();
    DecisionWriter others = new DecisionWriter(driver, CLOCK);
    others.take(
        new Ruling(
            DecisionKind.FALSE_POSITIVE, "ben", "I know them", List.of("acc-101"), null, null));
    others.take(
        new Ruling(DecisionKind.CONFIRMED, "ana", "seen it", List.of("acc-102"), null, null));
    assertThat(verdict("acc-102")).as("her latest word").isEqualTo(Verdict.FRAUDULENT);
    done(writer.undo(act.id(), 2, "cem", "not all of them"));
    assertThat(verdict("acc-101")).isEqualTo(Verdict.LEGITIMATE);
    assertThat(verdict("acc-102")).isEqualTo(Verdict.FRAUDULENT);
    assertThat(verdict("acc-103")).isEqualTo(Verdict.OPEN);
    assertThat(legitimate()).isEqualTo(1);
    assertThat(decisions.one("d-1").orElseThrow().standing()).isEqualTo("withdrawn");
  }

  @Test
  void whatWasTamperedWithIsNotCarriedOut() {
    BulkActRow act = propose(some(101, 103));
    writer.start(act.id(), 1, "ana");
    try (var session = driver.session()) {
      session.run("MATCH (b:BulkAct) SET b.accounts = b.accounts + ['acc-130']").consume();
    }
    assertThatThrownBy(() -> writer.step(act.id(), 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not those that were agreed to");
    writer.fail(act.id(), "changed");
    assertThat(reader.one(act.id()).orElseThrow().failure()).isEqualTo("changed");
    assertThat(reader.open()).isEmpty();
    assertThat(legitimate()).isZero();
  }
}
