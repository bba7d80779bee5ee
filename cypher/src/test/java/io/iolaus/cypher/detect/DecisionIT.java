package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.abuse.Signal;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.cypher.decision.DecisionQuery;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.DetectorPrecision;
import io.iolaus.cypher.decision.DetectorPrecisionReader;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.decision.RulingOutcome;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.explain.ExplanationReader;
import io.iolaus.cypher.explain.MembershipExplanation;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// What people decide holds in every later run, and can be taken back.
@Neo4jTest
class DecisionIT {

  private static final int CAMPAIGN = 24;
  private static final DetectorCatalog CATALOG = DetectorCatalog.load();

  private final Driver driver;
  private final DecisionReader decisions;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  DecisionIT(Driver driver) {
    this.driver = driver;
    this.decisions = new DecisionReader(driver);
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
    return detect(DetectionOptions.DEFAULT);
  }

  private DetectionSummary detect(DetectionOptions options) {
    return new DetectionService(driver, CATALOG, clock()).run(options, SILENT);
  }

  private RulingOutcome rule(
      DecisionKind kind, String by, @Nullable String cluster, String... accounts) {
    return ruleAt(kind, by, null, cluster, accounts);
  }

  private RulingOutcome ruleAt(
      DecisionKind kind,
      String by,
      @Nullable Instant at,
      @Nullable String cluster,
      String... accounts) {
    return new DecisionWriter(driver, clock())
        .take(new Ruling(kind, by, "looked into it", List.of(accounts), cluster, at));
  }

  private DecisionRow decide(DecisionKind kind, @Nullable String cluster, String... accounts) {
    return taken(rule(kind, "ana", cluster, accounts));
  }

  private static DecisionRow taken(RulingOutcome outcome) {
    assertThat(outcome).isInstanceOf(RulingOutcome.Taken.class);
    return ((RulingOutcome.Taken) outcome).decision();
  }

  private void withdraw(DecisionRow decision) {
    taken(new DecisionWriter(driver, clock()).withdraw(decision.id(), "ben", "was wrong"));
  }

  private List<Record> query(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).list();
    }
  }

  private List<String> strings(String statement) {
    return query(statement).stream().map(r -> r.get(0).asString()).toList();
  }

  private List<String> members(String state) {
    return strings(
        "MATCH (a:Account)-[m:MEMBER_OF {state: '%s'}]->(c:Cluster) WHERE m.validTo IS NULL AND"
                .formatted(state)
            + " c.validTo IS NULL RETURN a.id AS id ORDER BY id");
  }

  private List<String> labelled() {
    return members("labelled");
  }

  private String cluster() {
    return strings("MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL RETURN c.id")
        .getFirst();
  }

  /// Who is in which cluster and how.
  private List<String> memberships() {
    return query(
            "MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL"
                + " RETURN a.id + ' ' + c.id + ' ' + m.state AS line ORDER BY line")
        .stream()
        .map(r -> r.get(0).asString())
        .toList();
  }

  /// The one account of the campaign that is not labelled.
  private String whoLeft() {
    List<String> left = new ArrayList<>(SmallWorld.campaign(CAMPAIGN));
    left.removeAll(labelled());
    assertThat(left).hasSize(1);
    return left.getFirst();
  }

  private DecisionRow standing(DecisionRow decision) {
    return decisions.one(decision.id()).orElseThrow();
  }

  private List<String> causes() {
    return query("MATCH (r:Run) WHERE r.complete RETURN r.causes ORDER BY r.seq DESC LIMIT 1")
        .getFirst()
        .get(0)
        .asList(v -> v.asString());
  }

  @Test
  void accountsThatPeopleCallDifferentAreInNoClusterTogetherUntilThatIsWithdrawn() {
    detect();
    List<String> before = memberships();
    DecisionRow decision = decide(DecisionKind.DIFFERENT, null, "campaign-003", "campaign-011");
    DetectionSummary summary = detect();
    String left = whoLeft();
    assertThat(left).isIn("campaign-003", "campaign-011");
    assertThat(members("review")).isEmpty();
    assertThat(causes())
        .containsExactly("decision d-1 holds (different: campaign-003, campaign-011)");
    assertThat(summary.events())
        .extracting(LineageEvent::text)
        .anyMatch(t -> t.contains("by decision"));
    assertThat(detect().events()).as("it holds, and nothing else happens").isEmpty();
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 8);
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN + 7);
    assertThat(labelled().containsAll(List.of("campaign-003", "campaign-011"))).isFalse();
    assertThat(standing(decision).standing()).isEqualTo("holds");

    query("MATCH (a:Account) WHERE a.id >= 'campaign-024' AND a.id < 'campaign-9' DETACH DELETE a");
    withdraw(decision);
    detect();
    assertThat(memberships()).isEqualTo(before);
    assertThat(causes()).contains("decision d-1 holds no more");
    assertThat(standing(decision).standing()).isEqualTo("withdrawn");
    assertThat(standing(decision).withdrawnBy()).isEqualTo("ben");
  }

  @Test
  void aDecisionChangesNothingButWhatItIsAbout() {
    SmallWorld.rivals(driver, 30);
    detect();
    List<String> before = memberships();
    decide(DecisionKind.DIFFERENT, null, "campaign-003", "campaign-011");
    decide(DecisionKind.DIFFERENT, null, "campaign-004", "rival-004");
    decide(DecisionKind.DIFFERENT, null, "user-001", "user-002");
    decide(DecisionKind.SAME, null, "student-001", "student-002");
    detect();
    String left = whoLeft();
    assertThat(left).isIn("campaign-003", "campaign-011");
    assertThat(memberships())
        .isEqualTo(before.stream().filter(l -> !l.startsWith(left + " ")).toList());
  }

  @Test
  void anAccountThatPeopleTieToAMemberIsForReviewAndBringsNobodyAlong() {
    detect();
    String id = cluster();
    DecisionRow decision = decide(DecisionKind.SAME, null, "user-007", "campaign-003");
    DetectionSummary summary = detect();
    assertThat(labelled()).isEqualTo(SmallWorld.campaign(CAMPAIGN));
    assertThat(members("review")).containsExactly("user-007");
    assertThat(summary.events()).as("nothing happened to the cluster").isEmpty();
    MembershipExplanation explanation =
        new ExplanationReader(driver).membership(id, "user-007").orElseThrow();
    assertThat(explanation.decided()).isTrue();
    assertThat(explanation.state()).isEqualTo("review");
    assertThat(explanation.membership()).isLessThan(0.1);
    assertThat(String.join("\n", explanation.text()))
        .contains("because people say so")
        .contains("ana decided same: campaign-003, user-007 (d-1, holds): looked into it");
    assertThat(new ExplanationReader(driver).cluster(id).orElseThrow().decisions())
        .extracting(DecisionRow::id)
        .containsExactly("d-1");
    detect();
    assertThat(members("review")).containsExactly("user-007");
    withdraw(decision);
    assertThat(detect().events()).isEmpty();
    assertThat(members("review")).isEmpty();
    assertThat(query("MATCH (:Account {id: 'user-007'})-[m:MEMBER_OF]->() RETURN m"))
        .as("it is remembered")
        .hasSize(1);
  }

  @Test
  void whereBothAreInClustersOneIsInBothAndNoLabelIsLost() {
    SmallWorld.rivals(driver, 30);
    detect();
    List<String> before = memberships();
    decide(DecisionKind.SAME, null, "campaign-003", "rival-003");
    detect();
    List<String> added = new ArrayList<>(memberships());
    assertThat(added).containsAll(before);
    added.removeAll(before);
    assertThat(added).singleElement().satisfies(l -> assertThat(l).endsWith(" review"));
  }

  @Test
  void anAccountIsNotOfAClusterOrOfWhatThatGoesOnAs() {
    detect();
    String id = cluster();
    DecisionRow decision = decide(DecisionKind.DIFFERENT, id, "campaign-003");
    detect();
    assertThat(labelled()).hasSize(CAMPAIGN - 1).doesNotContain("campaign-003");
    assertThat(cluster()).isEqualTo(id);
    // all who were of it then are gone but the one: who took their place is what it goes on as
    SmallWorld.grow(driver, CAMPAIGN, CAMPAIGN + 24);
    detect();
    query(
        "MATCH (a:Account) WHERE a.id < 'campaign-024' AND a.id STARTS WITH 'campaign' AND a.id <>"
            + " 'campaign-003' SET a.status = 'deleted'");
    detect();
    detect();
    assertThat(cluster()).isEqualTo(id);
    assertThat(labelled()).hasSize(24).doesNotContain("campaign-003");
    assertThat(standing(decision).standing()).isEqualTo("holds");
  }

  @Test
  void anAccountOfAClusterByDecisionIsForReviewInIt() {
    detect();
    decide(DecisionKind.SAME, cluster(), "user-007");
    detect();
    assertThat(members("review")).containsExactly("user-007");
    assertThat(labelled()).hasSize(CAMPAIGN);
  }

  @Test
  void aFalsePositiveClearsItsAccountsAndTheyComeBackWhenItIsWithdrawn() {
    detect();
    String id = cluster();
    List<String> before = memberships();
    DecisionRow decision = decide(DecisionKind.FALSE_POSITIVE, id);
    assertThat(decision.members()).isEqualTo(CAMPAIGN);
    assertThat(memberships()).as("at once").isEmpty();
    DetectionSummary cleared = detect();
    assertThat(memberships()).isEmpty();
    assertThat(cleared.events()).as("that it dissolved was told when it was decided").isEmpty();
    assertThat(new ExplanationReader(driver).account("campaign-003").orElseThrow().text())
        .anyMatch(t -> t.contains("ana decided false-positive"));
    // who comes later was not decided about
    withdraw(decision);
    detect();
    assertThat(memberships()).isEqualTo(before);
    assertThat(cluster()).isEqualTo(id);
  }

  @Test
  void aLaterWordOfTheSamePersonAboutOneAccountCounts() {
    detect();
    DecisionRow decision = decide(DecisionKind.FALSE_POSITIVE, cluster());
    query(
        "MATCH (a:Account {id: 'campaign-003'}) CREATE (v:Verdict {id: 'v', account: a.id, by:"
            + " 'ana', verdict: 'fraudulent', at:"
            + " datetime('2026-02-21T00:00:00Z')})-[:ABOUT]->(a)");
    assertThat(standing(decision).remark())
        .isEqualTo("of 1 of its 24 accounts a later word of ana counts");
    query("MATCH (v:Verdict) SET v.at = datetime('2026-02-01T00:00:00Z')");
    assertThat(standing(decision).remark()).isEmpty();
  }

  @Test
  void confirmingCalibratesAsVerdictsDo() {
    detect();
    String id = cluster();
    decide(DecisionKind.CONFIRMED, id);
    DetectionSummary confirmed = detect();
    assertThat(confirmed.lowered()).as("nobody is legitimate yet").isEmpty();
    assertThat(confirmed.events()).as("to say what it is puts no cluster to sleep").isEmpty();
    // her later word about two of them, who share devices with those that stay confirmed
    query(
        "UNWIND ['campaign-003', 'campaign-004'] AS id CREATE (:Verdict {id: 'v' + id, account: id,"
            + " by: 'ana', verdict: 'legitimate', at: datetime('2026-02-20T23:59:59Z')})");
    DetectionSummary summary = detect();
    assertThat(summary.lowered()).anyMatch(l -> l.startsWith("shared-identifier client device"));
    assertThat(labelled()).hasSize(CAMPAIGN - 2);
  }

  @Test
  void aConfirmedClusterStaysForReviewAndItsLoweringIsTold() {
    detect();
    String id = cluster();
    decide(DecisionKind.CONFIRMED, id);
    // what made it hostile has left the window: it asks what everybody asks, from homes
    query("MATCH (n:Network) SET n.use = 'residential'");
    query("MATCH (a:Account)-[p:PAID_WITH]->() WHERE a.id STARTS WITH 'campaign' DELETE p");
    query(
        "MATCH (a:Account) WHERE a.id STARTS WITH 'campaign' MATCH (u:Account {id: 'user-' +"
            + " right(a.id, 3)}) SET a.activity = u.activity, a.prompts = u.prompts");
    DetectionSummary summary = detect();
    // only devices tie it now, and each part of it stays: nobody said that these are harmless
    assertThat(summary.clusters()).extracting(FoundCluster::id).contains(id);
    assertThat(summary.clusters()).allMatch(c -> !c.labelled());
    assertThat(summary.clusters())
        .allSatisfy(c ->
            assertThat(c.signals())
                .extracting(Signal::text)
                .contains("goes on for cluster " + id + ", which was confirmed by ana"));
    assertThat(summary.events())
        .filteredOn(e -> e.kind() == LineageEvent.Kind.LOWERED)
        .singleElement()
        .satisfies(e ->
            assertThat(e.text()).startsWith("for review, was labelled; ana had confirmed it; "));
    DecisionRow decision = decisions.one("d-1").orElseThrow();
    assertThat(decision.parts())
        .as("each part of a split has those of its accounts")
        .hasSizeGreaterThan(1);
    assertThat(decision.parts().stream().mapToLong(DecisionRow.Part::accounts).sum())
        .isEqualTo(CAMPAIGN);
    withdraw(decision);
    assertThat(detect().clusters()).as("without it nothing is left to look at").isEmpty();
  }

  @Test
  void whatIsSaidOfAClusterGoesToTheOneThatItWasMergedInto() {
    detect();
    String id = cluster();
    DecisionRow decision = decide(DecisionKind.CONFIRMED, id);
    query("MATCH (c:Cluster) SET c.id = 'c-heir', c.lifecycle = 'active'");
    query(
        "CREATE (:Cluster {id: '%s', lifecycle: 'merged', mergedInto: 'c-heir', state: 'labelled',"
                .formatted(id)
            + " validTo: datetime('2026-02-21T00:00:00Z')})");
    assertThat(standing(decision).clusterNow()).isEqualTo("c-heir");
    assertThat(standing(decision).standing()).isEqualTo("holds");
    assertThat(new ExplanationReader(driver).cluster("c-heir").orElseThrow().decisions())
        .extracting(DecisionRow::id)
        .containsExactly(decision.id());
    assertThat(rule(DecisionKind.CONFIRMED, "ben", id))
        .isEqualTo(
            new RulingOutcome.Unknown(
                RulingOutcome.Unknown.What.CLUSTER,
                "cluster " + id + " was merged into c-heir: decide about that one"));
  }

  @Test
  void unsureIsRecordedAndChangesNothing() {
    detect();
    List<String> before = memberships();
    decide(DecisionKind.UNSURE, cluster());
    decide(DecisionKind.UNSURE, null, "campaign-003", "campaign-004");
    detect();
    assertThat(memberships()).isEqualTo(before);
    assertThat(decisions.list(DecisionQuery.all(10)).total()).isEqualTo(2);
  }

  @Test
  void aMomentBeforeADecisionKnowsNothingOfIt() {
    detect();
    Instant decided = SmallWorld.START.plus(Duration.ofDays(15));
    taken(ruleAt(DecisionKind.DIFFERENT, "ana", decided, null, "campaign-003", "campaign-011"));
    assertThat(
            detect(DetectionOptions.DEFAULT.at(decided.minusSeconds(1)))
                .clusters()
                .getFirst()
                .members())
        .hasSize(CAMPAIGN);
    assertThat(detect(DetectionOptions.DEFAULT.at(decided)).clusters().getFirst().members())
        .hasSize(CAMPAIGN - 1);
    DecisionRow later =
        taken(
            ruleAt(
                DecisionKind.DIFFERENT,
                "ana",
                Instant.parse("2027-01-01T00:00:00Z"),
                null,
                "campaign-005",
                "campaign-006"));
    assertThat(later.standing()).isEqualTo("pending");
  }

  @Test
  void whatCannotHoldIsRefusedAndNamed() {
    detect();
    decide(DecisionKind.SAME, null, "user-001", "user-002");
    decide(DecisionKind.SAME, null, "user-002", "user-003");
    RulingOutcome refused = rule(DecisionKind.DIFFERENT, "ben", null, "user-001", "user-003");
    assertThat(refused).isInstanceOf(RulingOutcome.Contradicted.class);
    assertThat(((RulingOutcome.Contradicted) refused).text())
        .contains("d-1 (same: user-001, user-002; by ana)")
        .contains("d-2 (same: user-002, user-003; by ana)");
    assertThat(rule(DecisionKind.DIFFERENT, "ana", null, "user-001", "user-002"))
        .as("one's own word may be taken back")
        .isInstanceOf(RulingOutcome.Taken.class);
    assertThat(rule(DecisionKind.SAME, "ana", null, "user-001", "nobody"))
        .isEqualTo(
            new RulingOutcome.Unknown(
                RulingOutcome.Unknown.What.ACCOUNT, "there is no account nobody"));
    assertThat(rule(DecisionKind.CONFIRMED, "ana", "c-none"))
        .isEqualTo(
            new RulingOutcome.Unknown(
                RulingOutcome.Unknown.What.CLUSTER, "there never was a cluster c-none"));
    assertThatThrownBy(() -> rule(DecisionKind.SAME, "ana", null, "user-001", "user-001"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(decisions.list(DecisionQuery.all(10)).total()).isEqualTo(3);
  }

  @Test
  void ofContradictionsThatAreDecidedAtOnceOneIsTaken() throws Exception {
    for (int round = 0; round < 5; round++) {
      String one = "user-%03d".formatted(2 * round);
      String other = "user-%03d".formatted(2 * round + 1);
      List<Callable<RulingOutcome>> both =
          List.of(
              () -> rule(DecisionKind.SAME, "ana", null, one, other),
              () -> rule(DecisionKind.DIFFERENT, "ben", null, one, other));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        int taken = 0;
        for (Future<RulingOutcome> outcome : threads.invokeAll(both)) {
          taken += outcome.get() instanceof RulingOutcome.Taken ? 1 : 0;
        }
        assertThat(taken).isEqualTo(1);
      }
    }
  }

  @Test
  void decisionsAreListedFilteredAndPagedAndNeverLost() {
    detect();
    for (int n = 0; n < 5; n++) {
      decide(DecisionKind.SAME, null, "user-%03d".formatted(n), "user-%03d".formatted(n + 1));
    }
    DecisionRow confirmed = decide(DecisionKind.CONFIRMED, cluster());
    withdraw(confirmed);
    var first = decisions.list(DecisionQuery.all(4));
    assertThat(first.items())
        .extracting(DecisionRow::id)
        .containsExactly("d-6", "d-5", "d-4", "d-3");
    var second = decisions.list(new DecisionQuery(null, null, null, null, null, 4, first.next()));
    assertThat(second.items()).extracting(DecisionRow::id).containsExactly("d-2", "d-1");
    assertThat(second.next()).isNull();
    assertThat(
            decisions
                .list(new DecisionQuery(null, null, "user-001", null, "holds", 10, null))
                .items())
        .extracting(DecisionRow::id)
        .containsExactly("d-2", "d-1");
    assertThat(
            decisions
                .list(
                    new DecisionQuery(
                        DecisionKind.CONFIRMED, "ana", null, cluster(), null, 10, null))
                .items())
        .extracting(DecisionRow::standing)
        .containsExactly("withdrawn");
    assertThat(new DecisionWriter(driver, clock()).withdraw(confirmed.id(), "ana", "again"))
        .isInstanceOf(RulingOutcome.AlreadyWithdrawn.class);
    query("MATCH (a:Account {id: 'user-000'}) DETACH DELETE a");
    assertThat(decisions.one("d-1").orElseThrow().standing()).isEqualTo("void");
    detect();
  }

  @Test
  void whoIsTiedToTwoSidesThatPeopleKeepApartIsOnNeither() {
    detect();
    decide(DecisionKind.DIFFERENT, null, "user-007", "campaign-003");
    // came to be all the same, as by two graphs that were put together
    query(
        "CREATE (:Decision {id: 'd-77', seq: 77, kind: 'same', by: 'ben', reason: 'x', at:"
            + " datetime('2026-02-01T00:00:00Z'), recordedAt: datetime(), accounts:"
            + " ['campaign-004', 'user-007'], members: [], labelled: 0})");
    detect();
    assertThat(members("review")).isEmpty();
    assertThat(labelled()).hasSize(CAMPAIGN);
  }

  private DetectorPrecision precision(int version) {
    return new DetectorPrecisionReader(driver)
        .all().stream()
            .filter(p -> p.detector().equals("shared-instrument") && p.version() == version)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void eachVersionOfADetectorHasItsPrecisionAndKeepsIt() {
    detect();
    int version = CATALOG.find("shared-instrument").orElseThrow().version();
    assertThat(precision(version).accounts()).isEqualTo(CAMPAIGN);
    assertThat(precision(version).precision()).as("nobody has decided").isNull();
    decide(DecisionKind.CONFIRMED, cluster());
    query(
        "UNWIND ['campaign-003', 'campaign-004'] AS id CREATE (:Verdict {id: 'v' + id, account: id,"
            + " by: 'ana', verdict: 'legitimate', at: datetime('2026-02-20T23:59:59Z')})");
    detect();
    assertThat(precision(version).decided()).isEqualTo(CAMPAIGN);
    assertThat(precision(version).legitimate()).isEqualTo(2);
    assertThat(precision(version).precision()).isEqualTo(22 / 24.0);
    // another version, as its run left it: the figures of this one stay, and go on with decisions
    query(
        "MATCH (v:DetectorTally {detector: 'shared-instrument'}) SET v.id ="
            + " 'shared-instrument/0', v.version = 0");
    detect();
    assertThat(precision(0).precision()).isEqualTo(22 / 24.0);
    assertThat(precision(version).accounts())
        .as("who is cleared counts, or a new version could only be right")
        .isEqualTo(CAMPAIGN);
    query("MATCH (v:Verdict {account: 'campaign-003'}) DETACH DELETE v");
    assertThat(precision(0).precision()).isEqualTo(23 / 24.0);
  }

  /// Every part of the world under every kind of decision: what is not about accounts in clusters
  /// makes no cluster.
  @Test
  void decisionsAloneMakeNoCluster() {
    query("MATCH (a:Account) WHERE a.id STARTS WITH 'campaign' DETACH DELETE a");
    Map<String, String> ties = new TreeMap<>();
    for (int n = 0; n < 20; n++) {
      ties.put("user-%03d".formatted(n), "user-%03d".formatted(n + 1));
    }
    ties.forEach((one, other) -> decide(DecisionKind.SAME, null, one, other));
    assertThat(detect().clusters()).isEmpty();
    assertThat(Set.copyOf(memberships())).isEmpty();
  }
}
