package io.iolaus.simulate.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-05-11T00:00:00Z");

  /// Operator A has a1 … a4, B has b1 and b2; x and y are a family.
  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "a1", attack("A"),
              "a2", attack("A"),
              "a3", attack("A"),
              "a4", attack("A"),
              "b1", attack("B"),
              "b2", attack("B"),
              "x", new Truth.Member("", "decoy", "D8", "D8-0"),
              "y", new Truth.Member("", "decoy", "D8", "D8-1"),
              "z", new Truth.Member("", "background", "", "")),
          List.of(
              new Truth.Campaign(
                  "A", "org-a", 4, 100, START, END, List.of("tool-use"), 2, "A1", "2"),
              new Truth.Campaign(
                  "B", "org-b", 2, 50, START, END, List.of("tool-use"), 1, "A4", "2")));

  /// One innocent in the first cluster, A spread over both, b2 missed.
  private static final Map<String, String> MIXED =
      Map.of("a1", "1", "a2", "1", "a3", "1", "x", "1", "a4", "2", "b1", "2");

  private static Truth.Member attack(String operator) {
    return new Truth.Member(operator, "attack", "", "");
  }

  @Test
  void strictFormGivesNothingForInnocentAndMissedAccounts() {
    Score score = Scoring.score(TRUTH, new Result(MIXED, Map.of(), List.of()));

    // (3 · 3/4 + 0 + 1/2 + 1/2) over six labelled accounts
    assertThat(score.strict().precision()).isCloseTo(3.25 / 6, within(1e-12));
    // (3 · 3/4 + 1/4 + 1/2 + 0) over six attack accounts
    assertThat(score.strict().recall()).isCloseTo(3.0 / 6, within(1e-12));
    assertThat(score.strict().f1())
        .isCloseTo(2 * (3.25 / 6) * 0.5 / (3.25 / 6 + 0.5), within(1e-12));
  }

  @Test
  void plainFormTakesInnocentAndMissedAccountsAsGroupsOfTheirOwn() {
    Score score = Scoring.score(TRUTH, new Result(MIXED, Map.of(), List.of()));

    // 3.25 as above, 1/4 for x, 1 for b2, over seven accounts
    assertThat(score.plain().precision()).isCloseTo(4.5 / 7, within(1e-12));
    // 3.0 as above, 1 for x, 1/2 for b2
    assertThat(score.plain().recall()).isCloseTo(4.5 / 7, within(1e-12));
  }

  @Test
  void countsPairs() {
    Score score = Scoring.score(TRUTH, new Result(MIXED, Map.of(), List.of()));

    assertThat(score.pairwise().precision()).isCloseTo(3.0 / 7, within(1e-12));
    assertThat(score.pairwise().recall()).isCloseTo(3.0 / 7, within(1e-12));
  }

  @Test
  void perfectResultScoresOne() {
    Map<String, String> perfect =
        Map.of("a1", "1", "a2", "1", "a3", "1", "a4", "1", "b1", "2", "b2", "2");

    Score score = Scoring.score(TRUTH, new Result(perfect, Map.of("x", "3"), List.of()));

    assertThat(score.strict().f1()).isEqualTo(1);
    assertThat(score.plain().f1()).isEqualTo(1);
    assertThat(score.pairwise().f1()).isEqualTo(1);
    assertThat(score.mergeRate()).isZero();
    assertThat(score.labelledDecoys()).isZero();
  }

  @Test
  void emptyResultRecallsNothing() {
    Score score = Scoring.score(TRUTH, new Result(Map.of(), Map.of(), List.of()));

    assertThat(score.strict().precision()).isEqualTo(1);
    assertThat(score.strict().recall()).isZero();
    assertThat(score.strict().f1()).isZero();
    // The flattery of the plain form: nothing found, and still not zero.
    assertThat(score.plain().f1()).isGreaterThan(0.3);
  }

  @Test
  void nothingToFindAndNothingFoundIsRight() {
    Truth innocent = new Truth(Map.of("z", attack("")), List.of());

    Score score = Scoring.score(innocent, new Result(Map.of(), Map.of(), List.of()));

    assertThat(score.strict().f1()).isEqualTo(1);
  }

  @Test
  void unknownLabelledAccountCountsAsInnocent() {
    Map<String, String> labelled = new HashMap<>(MIXED);
    labelled.put("never-heard-of", "2");

    Score score = Scoring.score(TRUTH, new Result(labelled, Map.of(), List.of()));

    // (3 · 3/4 + 1/3 + 1/3) over seven
    assertThat(score.strict().precision()).isCloseTo((2.25 + 2.0 / 3) / 7, within(1e-12));
  }

  @Test
  void countsInnocentAccountsByKindWithBound() {
    Score score = Scoring.score(TRUTH, new Result(MIXED, Map.of("y", "1"), List.of()));

    Score.Group families =
        score.groups().stream().filter(g -> g.name().equals("D8")).findFirst().orElseThrow();
    assertThat(families.accounts()).isEqualTo(2);
    assertThat(families.labelled()).isEqualTo(1);
    assertThat(families.review()).isEqualTo(1);
    assertThat(families.instances()).isEqualTo(2);
    assertThat(families.labelledInstances()).isEqualTo(1);
    // 1 of 2: p with P(X ≤ 1) = 1 − p² = 0.05
    assertThat(families.bound()).isCloseTo(Math.sqrt(0.95), within(1e-9));
  }

  @Test
  void upperBoundIsExact() {
    assertThat(ExactBound.of95(0, 3_000)).isCloseTo(1 - Math.pow(0.05, 1 / 3_000.0), within(1e-9));
    assertThat(ExactBound.of95(0, 1)).isCloseTo(0.95, within(1e-9));
    assertThat(ExactBound.of95(7, 7)).isEqualTo(1);
    assertThatThrownBy(() -> ExactBound.of95(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysHowFarFiguresOfTheBestClusterAreOff() {
    Result.Found one = found("1", 3, 90, START.plusSeconds(86_400), END, "org-a");
    Result.Found two = found("2", 2, 60, START, END, "org-a");

    Score score = Scoring.score(TRUTH, new Result(MIXED, Map.of(), List.of(one, two)));

    Score.OperatorScore a = score.operators().getFirst();
    assertThat(a.cluster()).isEqualTo("1");
    assertThat(a.clusters()).isEqualTo(2);
    assertThat(a.precision()).isEqualTo(0.75);
    assertThat(a.recall()).isEqualTo(0.75);
    assertThat(a.accountsError()).isCloseTo(0.25, within(1e-12));
    assertThat(a.exchangesError()).isCloseTo(0.10, within(1e-12));
    assertThat(a.windowError()).isCloseTo(0.10, within(1e-12));
    assertThat(ScoreTable.print(score)).contains("org-a (right)");
  }

  @Test
  void judgesNamesByTheOperatorOfMostAccounts() {
    Map<String, String> labelled = Map.of("a1", "1", "a2", "1", "b1", "2", "b2", "2", "x", "3");
    List<Result.Found> clusters =
        List.of(
            found("1", 2, 1, START, END, "org-a"),
            found("2", 2, 1, START, END, ""),
            found("3", 1, 1, START, END, "org-a"));

    Score score = Scoring.score(TRUTH, new Result(labelled, Map.of(), clusters));

    assertThat(score.naming()).isEqualTo(new Score.Naming(1, 1, 1, 1, 1, 0));
    assertThat(score.innocentClusters()).isEqualTo(1);
  }

  @Test
  void clusterWithATenthOfEachFusesTwoOperators() {
    Score score = Scoring.score(TRUTH, new Result(MIXED, Map.of(), List.of()));

    assertThat(score.mergeRate()).isEqualTo(1);
  }

  @Test
  void readsWhatTheProgramPrints(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("truth.csv"),
        """
        account,operator,role,decoy,instance
        a1,A,attack,,
        x,,decoy,D10,D10-0
        """);
    Files.writeString(
        folder.resolve("truth_clusters.csv"),
        """
        operator,organization,accounts,exchanges,firstSeen,lastSeen,capabilities
        A,org-a,1,7,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,tool-use+chat
        """);
    Path members =
        Files.writeString(
            folder.resolve("members.csv"),
            """
            account,cluster,state,membership,facets
            a1,c-1,labelled,0.9900,payment+prompt
            x,c-1,review,0.5000,prompt
            """);
    Path clusters =
        Files.writeString(
            folder.resolve("clusters.csv"),
            """
            cluster,state,score,accounts,exchanges,firstSeen,lastSeen,capabilities,organization,confidence
            c-1,labelled,0.9900,1,7,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,tool-use,org-a,0.9000
            """);

    Score score = Scoring.score(folder, members, clusters);

    assertThat(score.strict().f1()).isEqualTo(1);
    assertThat(score.operators().getFirst().windowError()).isZero();
    assertThat(score.naming().right()).isEqualTo(1);
    assertThat(score.groups().getFirst().review()).isEqualTo(1);
  }

  private static Result.Found found(
      String id, long accounts, long exchanges, Instant first, Instant last, String organization) {
    return new Result.Found(
        id,
        "labelled",
        1,
        accounts,
        exchanges,
        Optional.of(first),
        Optional.of(last),
        organization);
  }
}
