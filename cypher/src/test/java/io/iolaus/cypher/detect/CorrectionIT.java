package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.decision.RulingOutcome;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// What people decide about accounts shows at once, and goes as it came.
@Neo4jTest
class CorrectionIT {

  private static final int CAMPAIGN = 24;
  private static final DetectorCatalog CATALOG = DetectorCatalog.load();

  private final Driver driver;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  CorrectionIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
    detect(SILENT);
  }

  private Clock clock() {
    now = now.plusSeconds(3_600);
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private DetectionSummary detect(DetectionListener listener) {
    return new DetectionService(driver, CATALOG, clock()).run(DetectionOptions.DEFAULT, listener);
  }

  private String decide(DecisionKind kind, String by, String cluster, String... accounts) {
    return taken(
        new DecisionWriter(driver, clock())
            .take(new Ruling(kind, by, "looked into it", List.of(accounts), cluster, null)));
  }

  private String clear(String... accounts) {
    return decide(DecisionKind.FALSE_POSITIVE, "ana", null, accounts);
  }

  private void withdraw(String id) {
    taken(new DecisionWriter(driver, clock()).withdraw(id, "ben", "was wrong"));
  }

  private static String taken(RulingOutcome outcome) {
    assertThat(outcome).isInstanceOf(RulingOutcome.Taken.class);
    return ((RulingOutcome.Taken) outcome).decision().id();
  }

  private List<String> lines(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).list(r -> r.get(0).asString());
    }
  }

  /// What is shown of memberships and clusters.
  private List<String> shown() {
    List<String> shown =
        new ArrayList<>(
            lines(
                "MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL RETURN a.id +"
                    + " ' ' + c.id + ' ' + m.state + ' ' + m.bits AS line ORDER BY line"));
    shown.addAll(
        lines(
            "MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN c.id + ' ' + c.state + ' ' +"
                + " c.accounts + ' ' + c.reviewAccounts + ' ' + c.lifecycle AS line ORDER BY"
                + " line"));
    return shown;
  }

  private Set<String> members() {
    return new HashSet<>(
        lines(
            "MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL AND c.validTo IS"
                + " NULL RETURN a.id"));
  }

  private String cluster() {
    return lines("MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL RETURN c.id")
        .getFirst();
  }

  private long counted() {
    try (var session = driver.session()) {
      return session
          .run("MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL RETURN c.accounts")
          .single()
          .get(0)
          .asLong();
    }
  }

  @Test
  void anInnocentIsOutAtOnceAndBackWhenThatIsTakenBack() {
    List<String> before = shown();
    String decision = clear("campaign-003");
    assertThat(members()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
    assertThat(counted()).isEqualTo(CAMPAIGN - 1);
    withdraw(decision);
    assertThat(shown()).isEqualTo(before);
    assertThat(detect(SILENT).events()).isEmpty();
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void anInnocentStaysOutInLaterRuns() {
    List<String> before = shown();
    String decision = clear("campaign-003");
    List<String> corrected = shown();
    detect(SILENT);
    assertThat(members()).doesNotContain("campaign-003");
    assertThat(shown()).as("as many").hasSameSizeAs(corrected);
    detect(SILENT);
    assertThat(members()).doesNotContain("campaign-003");
    withdraw(decision);
    assertThat(members()).as("the next run judges it").doesNotContain("campaign-003");
    detect(SILENT);
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void aRunThatKnowsNothingOfADecisionDoesNotPutAnybodyBack() {
    AtomicBoolean decided = new AtomicBoolean();
    detect((phase, done, total) -> {
      if (phase.equals("writing clusters") && !decided.getAndSet(true)) {
        clear("campaign-003");
      }
    });
    assertThat(decided).isTrue();
    assertThat(members()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
    assertThat(counted()).isEqualTo(CAMPAIGN - 1);
    detect(SILENT);
    assertThat(members()).doesNotContain("campaign-003");
  }

  @Test
  void aClusterOfInnocentsIsDissolvedAtOnceAndReturns() {
    List<String> before = shown();
    String cluster = cluster();
    String decision = decide(DecisionKind.FALSE_POSITIVE, "ana", cluster);
    assertThat(members()).isEmpty();
    assertThat(shown()).isEmpty();
    assertThat(events()).endsWith("dissolved " + CAMPAIGN + " 0");
    withdraw(decision);
    assertThat(shown()).isEqualTo(before);
    assertThat(events()).endsWith("returned 0 " + CAMPAIGN);
    assertThat(detect(SILENT).events()).isEmpty();
    assertThat(shown()).isEqualTo(before);
  }

  private List<String> events() {
    return lines(
        "MATCH (e:LineageEvent) RETURN e.kind + ' ' + e.before + ' ' + e.after ORDER BY e.place");
  }

  /// What somebody said, and may have withdrawn.
  private record Word(String id, String by, boolean innocent, List<String> accounts) {}

  @Test
  void whateverIsSaidAndTakenBackWhoIsAgreedToBeInnocentIsOut() {
    long seed = 7;
    Random random = new Random(seed);
    List<String> everybody = List.copyOf(members().stream().sorted().toList());
    String cluster = cluster();
    List<String> before = shown();
    List<Word> said = new ArrayList<>();
    for (int step = 0; step < 25; step++) {
      if (!said.isEmpty() && random.nextInt(3) == 0) {
        withdraw(said.remove(random.nextInt(said.size())).id());
      } else {
        boolean innocent = random.nextInt(3) > 0;
        String by = random.nextBoolean() ? "ana" : "ben";
        List<String> accounts =
            List.of(everybody.get(random.nextInt(5)), everybody.get(5 + random.nextInt(5)));
        DecisionKind kind = innocent ? DecisionKind.FALSE_POSITIVE : DecisionKind.CONFIRMED;
        said.add(
            new Word(
                decide(kind, by, null, accounts.toArray(String[]::new)), by, innocent, accounts));
      }
      Set<String> expected = new HashSet<>(everybody);
      expected.removeAll(innocents(said));
      assertThat(members()).as("seed %d, step %d", seed, step).isEqualTo(expected);
      assertThat(counted()).isEqualTo(expected.size());
    }
    said.forEach(word -> withdraw(word.id()));
    assertThat(shown()).isEqualTo(before);
    assertThat(cluster()).isEqualTo(cluster);
  }

  /// Whose latest words all say so.
  private static Set<String> innocents(List<Word> said) {
    Map<String, Map<String, Boolean>> latest = new HashMap<>();
    for (Word word : said) {
      for (String account : word.accounts()) {
        latest.computeIfAbsent(account, a -> new HashMap<>()).put(word.by(), word.innocent());
      }
    }
    Set<String> innocents = new HashSet<>();
    latest.forEach((account, words) -> {
      if (words.values().stream().allMatch(innocent -> innocent)) {
        innocents.add(account);
      }
    });
    return innocents;
  }
}
