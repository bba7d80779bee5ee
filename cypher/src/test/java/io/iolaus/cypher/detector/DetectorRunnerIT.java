package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@Neo4jTest
class DetectorRunnerIT {
  private static final DetectorWindow WINDOW =
      DetectorWindow.ofDays(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-08"));
  private static final String ALL =
      """
      MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
      WITH i, collect(a) AS members WHERE size(members) >= 2
      RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
      """;

  private final Driver driver;

  DetectorRunnerIT(Driver driver) {
    this.driver = driver;
  }

  /// Cards card-1 to card-3 with four accounts each.
  @BeforeEach
  void threeCards() {
    TestGraph.empty(driver);
    write(
        """
        UNWIND range(1, 3) AS c CREATE (i:PaymentInstrument {id: 'card-' + c})
        WITH i, c UNWIND range(1, 4) AS n
        MERGE (a:Account {id: 'acc-' + (c + n)}) CREATE (a)-[:PAID_WITH {days: [date('2026-03-02')]}]->(i)\
        """);
  }

  @Test
  void bringsLinksInOrderOfTheirKeys() {
    LinkResult result = run(Detectors.of(ALL));
    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.links()).extracting(Link::key).containsExactly("card-1", "card-2", "card-3");
    assertThat(result.links().getFirst().members())
        .containsExactly("acc-2", "acc-3", "acc-4", "acc-5");
    assertThat(result.members()).isEqualTo(12);
    assertThat(result.params())
        .containsEntry("from", "2026-01-01")
        .containsEntry("asOf", "2026-03-08")
        .containsEntry("minAccounts", "2");
  }

  @Test
  void listsTheFirstMembersOfAHubAndItsExactSize() {
    LinkResult result =
        new DetectorRunner(driver, new DetectorBudget(10, 100, 3)).run(Detectors.of(ALL), WINDOW);
    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.links())
        .allSatisfy(link -> assertThat(link.total()).isEqualTo(4))
        .allSatisfy(link -> assertThat(link.cut()).isTrue());
    assertThat(result.links().getFirst().members()).containsExactly("acc-2", "acc-3", "acc-4");
  }

  @Test
  void isPartialBeyondItsBudgetOfLinks() {
    LinkResult result =
        new DetectorRunner(driver, new DetectorBudget(2, 100, 100)).run(Detectors.of(ALL), WINDOW);
    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.reason()).contains("more than 2 links");
    assertThat(result.links()).hasSize(2);
  }

  @Test
  void isCompleteAtItsBudgetOfLinks() {
    LinkResult result =
        new DetectorRunner(driver, new DetectorBudget(3, 100, 100)).run(Detectors.of(ALL), WINDOW);
    assertThat(result.status()).isEqualTo(Status.COMPLETE);
  }

  /// What the budget says, two seconds, and one for a machine that is busy with other things.
  private static final long SOON = 4_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // many rows, of which none comes out
        """
        MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WITH i, collect(a) AS users
        UNWIND range(1, 10000) AS x UNWIND range(1, 10000) AS y UNWIND range(1, 10000) AS z
        WITH i, users AS members, count(z) AS n
        RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        // one expression, which the database does not stop
        """
        MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WITH i, collect(a) AS members
        WHERE reduce(s = 0, x IN range(1, 10000) | s + reduce(t = 0, y IN range(1, 10000) |
          t + reduce(u = 0, z IN range(1, 5) | u + z))) > 0
        RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        // a link now and then
        """
        MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WITH i, collect(a) AS members
        UNWIND range(1, 10000) AS x
        WITH i, members, x WHERE reduce(s = 0, y IN range(1, 10000) | s + reduce(t = 0, z IN range(1, 50) | t + z)) > x
        RETURN i.id + x AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
      })
  void stopsARunawayInTimeAndSaysPartial(String statement) {
    DetectorFile runaway = Detectors.of(statement, "PT1S");
    LinkResult result = run(runaway);
    assertThat(result.status()).as("%s", result.reason()).isEqualTo(Status.PARTIAL);
    assertThat(result.reason().orElse("")).contains("out of time");
    assertThat(result.millis()).isBetween(900L, SOON);
    // and the next one is not held up
    assertThat(run(Detectors.of(ALL)).status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void isPartialBeyondItsMemory() {
    LinkResult result =
        run(
            Detectors.of(
                """
                UNWIND range(1, 10000) AS x UNWIND range(1, 10000) AS y
                WITH size(collect(x + y)) AS n
                MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
                WITH i, n, collect(a) AS members WHERE n > 1
                RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
                """));
    assertThat(result.status()).as("%s", result.reason()).isEqualTo(Status.PARTIAL);
    assertThat(result.reason()).contains("out of memory");
  }

  @Test
  void isPartialBeyondItsBudgetOfMembers() {
    LinkResult some =
        new DetectorRunner(driver, new DetectorBudget(10, 9, 100)).run(Detectors.of(ALL), WINDOW);
    assertThat(some.status()).isEqualTo(Status.PARTIAL);
    assertThat(some.reason()).contains("more than 9 members");
    assertThat(some.links()).hasSize(2);
    LinkResult none =
        new DetectorRunner(driver, new DetectorBudget(10, 3, 100)).run(Detectors.of(ALL), WINDOW);
    assertThat(none.status()).as("one link alone is beyond it").isEqualTo(Status.PARTIAL);
    assertThat(none.links()).isEmpty();
  }

  @Test
  void failsWhenAMemberComesTwice() {
    assertFails(
        """
        MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
        WITH i, collect(a) + collect(a) AS members
        RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        "has a member twice");
  }

  @Test
  void failsWhenAKeyComesTwice() {
    assertFails(
        """
        MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WITH collect(a) AS all
        UNWIND [1, 2] AS x WITH 'same' AS key, x, [m IN all WHERE m.id IN ['acc-2'] | m] + [] AS few
        MATCH (a:Account) WITH key, x, collect(a) AS members
        RETURN key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        "comes twice");
  }

  @Test
  void failsWhenMembersAreNoAccounts() {
    assertFails(
        """
        MATCH (i:PaymentInstrument) WITH collect(i) AS members
        RETURN toString(size(members)) AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        "no accounts");
  }

  @Test
  void failsWhenNothingIsShared() {
    assertFails(
        """
        MATCH (a:Account)
        RETURN a.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, [a] AS members\
        """,
        "fewer than two");
  }

  @Test
  void failsWhenAKeyIsMissing() {
    assertFails(
        """
        MATCH (a:Account) WITH collect(a) AS members
        RETURN null AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        "no key");
  }

  @Test
  void failsWhenTheStatementDoes() {
    assertFails(
        """
        MATCH (a:Account) WITH collect(a) AS members
        RETURN toString(1 / 0) AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        "/ by zero");
  }

  @Test
  void refusesAPlanThatMultiplies() {
    assertFails(
        """
        MATCH (a:Account), (b:Account) WHERE a.plan <> b.plan WITH a, collect(b) AS members
        RETURN a.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
        """,
        "CartesianProduct");
  }

  @Test
  void takesOtherValuesInRangeOnly() {
    DetectorFile detector = Detectors.of(ALL);
    DetectorRunner runner = new DetectorRunner(driver);
    assertThat(runner.run(detector, WINDOW, Map.of("minAccounts", "7")).params())
        .containsEntry("minAccounts", "7");
    assertThatThrownBy(() -> runner.run(detector, WINDOW, Map.of("minAccounts", "51")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minAccounts must be 2..50, was 51");
    assertThatThrownBy(() -> runner.run(detector, WINDOW, Map.of("asOf", "2026-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertFails(String statement, String reason) {
    LinkResult result = run(Detectors.of(statement));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.reason().orElse("")).contains(reason);
    assertThat(result.links()).isEmpty();
  }

  private LinkResult run(DetectorFile detector) {
    return new DetectorRunner(driver).run(detector, WINDOW);
  }

  private void write(String statement) {
    try (Session session = driver.session()) {
      session.run(statement).consume();
    }
  }
}
