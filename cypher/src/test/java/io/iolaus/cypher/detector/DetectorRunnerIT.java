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
        new DetectorRunner(driver, new DetectorBudget(10, 3)).run(Detectors.of(ALL), WINDOW);
    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.links())
        .allSatisfy(link -> assertThat(link.total()).isEqualTo(4))
        .allSatisfy(link -> assertThat(link.cut()).isTrue());
    assertThat(result.links().getFirst().members()).containsExactly("acc-2", "acc-3", "acc-4");
  }

  @Test
  void isPartialBeyondItsBudgetOfLinks() {
    LinkResult result =
        new DetectorRunner(driver, new DetectorBudget(2, 100)).run(Detectors.of(ALL), WINDOW);
    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.reason()).contains("more than 2 links");
    assertThat(result.links()).hasSize(2);
  }

  @Test
  void isCompleteAtItsBudgetOfLinks() {
    LinkResult result =
        new DetectorRunner(driver, new DetectorBudget(3, 100)).run(Detectors.of(ALL), WINDOW);
    assertThat(result.status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void stopsARunawayInTime() {
    DetectorFile runaway =
        Detectors.of(
            """
            UNWIND range(1, 1000000000) AS x UNWIND range(1, 1000000000) AS y
            WITH x % 2 AS even, count(y) AS n
            MATCH (a:Account)
            WITH even, n, collect(a) AS members
            RETURN toString(even) AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
            """,
            "PT1S");
    long start = System.nanoTime();
    LinkResult result = run(runaway);
    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.reason()).contains("out of time");
    assertThat(System.nanoTime() - start)
        .as("budget + 2 s, and some for a busy machine")
        .isLessThan(8_000_000_000L);
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
        RETURN 'x' AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
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
