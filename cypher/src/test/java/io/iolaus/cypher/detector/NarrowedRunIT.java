package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.statement.Statements;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Runs detectors about some accounts, and compares with whole runs.
@Neo4jTest
class NarrowedRunIT {
  private static final DetectorWindow WINDOW = ChangingGraph.WINDOW;
  private static final int ROUNDS = Integer.getInteger("iolaus.narrowed.rounds", 12);

  private final Driver driver;
  private final DetectorRunner runner;

  NarrowedRunIT(Driver driver) {
    this.driver = driver;
    this.runner = new DetectorRunner(driver);
  }

  @BeforeEach
  void nothing() {
    TestGraph.empty(driver);
  }

  /// Those that come with the program, and those that are written down as narrow.
  private static List<DetectorFile> detectors() {
    List<DetectorFile> all = new ArrayList<>(DetectorCatalog.load().all());
    assertThat(all).hasSizeGreaterThanOrEqualTo(12);
    Corpus.read("narrow").forEach(one -> all.add(file(one)));
    return all;
  }

  private static DetectorFile file(Corpus one) {
    Problems problems = new Problems(one.name());
    DetectorFile file =
        DetectorFileReader.read(
                "payment/probe.cypher",
                Detectors.frontMatter("PT60S", "") + one.statement(),
                problems)
            .orElse(null);
    assertThat(problems.found()).as(one.name()).isEmpty();
    return file;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void togetherWithWhatWasKnownItIsAWholeRun(long seed) {
    List<DetectorFile> detectors = detectors();
    ChangingGraph graph = new ChangingGraph(driver, seed, 40, 8);
    List<LinkResult> known = new ArrayList<>();
    detectors.forEach(detector -> known.add(runner.run(detector, WINDOW)));
    Map<String, Integer> seen = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> changed = graph.change();
      for (int d = 0; d < detectors.size(); d++) {
        DetectorFile detector = detectors.get(d);
        List<Link> before = known.get(d).links();
        NarrowedResult narrowed =
            runner.runAbout(detector, WINDOW, changed, keysOf(changed, before)).orElseThrow();
        assertThat(narrowed.result().status()).isEqualTo(Status.COMPLETE);
        assertThat(narrowed.asked())
            .containsAll(narrowed.result().links().stream().map(Link::key).toList());
        List<Link> merged = merged(before, narrowed.asked(), narrowed.result().links());
        List<Link> whole = whole(detector);
        assertThat(merged.toString())
            .as("seed %d, round %d, %s, changed %s", seed, round, detector.statement(), changed)
            .isEqualTo(whole.toString());
        LinkResult updated = runner.update(detector, WINDOW, changed, known.get(d));
        assertThat(updated.links().toString())
            .as("seed %d, round %d, %s, updated %s", seed, round, detector.statement(), changed)
            .isEqualTo(whole.toString());
        assertThat(updated.members()).isEqualTo(whole.stream().mapToLong(Link::total).sum());
        count(before, whole, seen);
        known.set(d, updated);
      }
    }
    assertThat(seen.keySet()).as("%s", seen).contains("appeared", "gone", "changed", "same");
  }

  private static void count(List<Link> before, List<Link> now, Map<String, Integer> seen) {
    Map<String, Link> old = before.stream().collect(Collectors.toMap(Link::key, link -> link));
    for (Link link : now) {
      Link was = old.remove(link.key());
      String what = was == null ? "appeared" : was.equals(link) ? "same" : "changed";
      seen.merge(what, 1, Integer::sum);
    }
    seen.merge("gone", old.size(), Integer::sum);
    seen.remove("gone", 0);
  }

  /// Where narrowing is refused it would be wrong: even who asks for the right links of all keys
  /// that can be known of misses some.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reaches-accounts-through-others",
        "asks-whether-there-are-two-hops",
        "takes-the-first-hundred",
        "leaves-out-the-first",
        "has-an-upper-bound",
        "has-an-upper-bound-of-a-count",
        "asks-for-an-exact-number",
        "counts-those-that-are-no-members",
        "counts-at-most",
        "adds-up-what-can-be-negative",
      })
  void whatIsRefusedWouldBeWrong(String name) {
    DetectorFile detector =
        file(
            Corpus.read("whole").stream()
                .filter(one -> one.name().equals(name + ".cypher"))
                .findFirst()
                .orElseThrow());
    assertThat(runner.runAbout(detector, WINDOW, List.of(), List.of())).isEmpty();
    for (long seed = 1; seed <= 6; seed++) {
      TestGraph.empty(driver);
      ChangingGraph graph = new ChangingGraph(driver, seed, 40, 8);
      List<Link> before = whole(detector);
      for (int round = 0; round < 40; round++) {
        Set<String> changed = graph.change();
        Set<String> asked = new HashSet<>(keysOf(changed, before));
        asked.addAll(leadsTo(changed));
        List<Link> whole = whole(detector);
        List<Link> about = whole.stream().filter(link -> asked.contains(link.key())).toList();
        if (!merged(before, asked, about).equals(whole)) {
          return;
        }
        before = whole;
      }
    }
    assertThat(name).as("was never wrong").isEmpty();
  }

  @Test
  void plansOfAllFindTheirWayByKeys() {
    for (DetectorFile detector : detectors()) {
      assertThat(runner.runAbout(detector, WINDOW, List.of("nobody"), List.of()))
          .as(detector.statement())
          .hasValueSatisfying(narrowed -> {
            assertThat(narrowed.result().status()).isEqualTo(Status.COMPLETE);
            assertThat(narrowed.asked()).isEmpty();
          });
    }
  }

  @Test
  void asksForManyKeysInSlices() {
    write(
        """
        UNWIND range(1, 11000) AS n
        CREATE (i:PaymentInstrument {id: 'card-' + n})
        FOREACH (m IN [1, 2] |
          CREATE (:Account {id: 'acc-' + n + '-' + m})-[:PAID_WITH {days: [date('2026-03-02')]}]->(i))
        """);
    DetectorFile detector = instrument();
    List<String> accounts =
        IntStream.rangeClosed(1, 11_000).mapToObj(n -> "acc-" + n + "-1").toList();
    NarrowedResult all = runner.runAbout(detector, WINDOW, accounts, List.of()).orElseThrow();
    assertThat(all.asked()).hasSize(11_000);
    assertThat(all.result().links()).isEqualTo(whole(detector));
  }

  @Test
  void holdsItsBudgetsOverAllSlices() {
    asksForManyKeysInSlices();
    List<String> keys = IntStream.rangeClosed(1, 11_000).mapToObj(n -> "card-" + n).toList();
    DetectorRunner small = new DetectorRunner(driver, new DetectorBudget(7_000, 100_000, 1));
    LinkResult few = small.runAbout(instrument(), WINDOW, List.of(), keys).orElseThrow().result();
    assertThat(few.status()).isEqualTo(Status.PARTIAL);
    assertThat(few.reason()).contains("more than 7000 links");
    assertThat(few.links())
        .hasSize(7_000)
        .allSatisfy(link -> assertThat(link.members()).hasSize(1))
        .allSatisfy(link -> assertThat(link.total()).isEqualTo(2));
    DetectorRunner members = new DetectorRunner(driver, new DetectorBudget(20_000, 12_000, 9));
    LinkResult some =
        members.runAbout(instrument(), WINDOW, List.of(), keys).orElseThrow().result();
    assertThat(some.status()).isEqualTo(Status.PARTIAL);
    assertThat(some.reason()).contains("more than 12000 members");
  }

  @Test
  void oneSliceThatFailsFailsAll() {
    write(
        """
        UNWIND range(1, 6000) AS n
        CREATE (i:PaymentInstrument {id: 'card-' + n})
        FOREACH (m IN CASE n WHEN 6000 THEN [1, 1] ELSE [1, 2] END |
          MERGE (a:Account {id: 'acc-' + m}) CREATE (a)-[:PAID_WITH {days: [date('2026-03-02')]}]->(i))
        """);
    List<String> keys = IntStream.rangeClosed(1, 6_000).mapToObj(n -> "card-" + n).toList();
    LinkResult result =
        runner.runAbout(instrument(), WINDOW, List.of(), keys).orElseThrow().result();
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.reason().orElse("")).contains("card-6000 has a member twice");
    assertThat(result.links()).isEmpty();
  }

  @Test
  void isForAWholeRunWhereAThingHasNoKey() {
    write(
        "CREATE (:Account {id: 'acc-1'})-[:CONNECTED_FROM {days: [date('2026-03-02')]}]->"
            + "(:IpAddress {id: '192.0.2.1', evidence: true})");
    DetectorFile network = DetectorCatalog.load().find("shared-network").orElseThrow();
    assertThat(runner.runAbout(network, WINDOW, List.of("acc-1"), List.of())).isEmpty();
  }

  @Test
  void knowsWhenTooFewThingsOfAGroupAreUsed() {
    write(
        """
        CREATE (i:IpAddress {id: '192.0.2.1', prefix: '192.0.2.0/24', evidence: true})
        CREATE (j:IpAddress {id: '192.0.2.2', prefix: '192.0.2.0/24', evidence: true})
        CREATE (a:Account {id: 'acc-1'})-[:CONNECTED_FROM {days: [date('2026-03-02')]}]->(i)
        CREATE (a)-[:CONNECTED_FROM {days: [date('2026-03-02')]}]->(j)
        CREATE (:Account {id: 'acc-2'})-[:CONNECTED_FROM {days: [date('2026-03-02')]}]->(i)
        """);
    DetectorFile network = DetectorCatalog.load().find("shared-network").orElseThrow();
    LinkResult two = runner.run(network, WINDOW);
    assertThat(two.links()).hasSize(1);
    write("MATCH (:Account {id: 'acc-1'})-[c:CONNECTED_FROM]->({id: '192.0.2.2'}) DELETE c");
    LinkResult one = runner.update(network, WINDOW, Set.of("acc-1"), two);
    assertThat(one.links()).isEqualTo(whole(network)).isEmpty();
    write(
        "MATCH (a:Account {id: 'acc-2'}), (i {id: '192.0.2.2'})"
            + " CREATE (a)-[:CONNECTED_FROM {days: [date('2026-03-03')]}]->(i)");
    LinkResult again = runner.update(network, WINDOW, Set.of("acc-2"), one);
    assertThat(again.links()).isEqualTo(whole(network)).isEqualTo(two.links());
  }

  private static DetectorFile instrument() {
    return DetectorCatalog.load().find("shared-instrument").orElseThrow();
  }

  private List<Link> whole(DetectorFile detector) {
    LinkResult result = runner.run(detector, WINDOW);
    assertThat(result.status()).as("%s", result.reason()).isEqualTo(Status.COMPLETE);
    return result.links();
  }

  private static Set<String> keysOf(Set<String> accounts, List<Link> links) {
    return links.stream()
        .filter(link -> link.members().stream().anyMatch(accounts::contains))
        .map(Link::key)
        .collect(Collectors.toSet());
  }

  private Set<String> leadsTo(Collection<String> accounts) {
    try (Session session = driver.session()) {
      return new HashSet<>(
          session
              .run(
                  Statements.load("queries/detector/keys-of-accounts"),
                  Map.of(
                      "accounts",
                      List.copyOf(accounts),
                      "label",
                      "PaymentInstrument",
                      "property",
                      "id"))
              .list(row -> row.get("key").asString()));
    }
  }

  private static List<Link> merged(List<Link> before, Set<String> asked, List<Link> now) {
    List<Link> all = new ArrayList<>(now);
    before.stream().filter(link -> !asked.contains(link.key())).forEach(all::add);
    all.sort(Comparator.comparing(Link::type).thenComparing(Link::key));
    return all;
  }

  private void write(String statement) {
    try (Session session = driver.session()) {
      session.run(statement).consume();
    }
  }
}
