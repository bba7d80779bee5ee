package io.iolaus.simulate.scoring;

import static io.iolaus.simulate.scoring.Worlds.all;
import static io.iolaus.simulate.scoring.Worlds.cluster;
import static io.iolaus.simulate.scoring.Worlds.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private static Score score(Worlds world, Map<String, String> labelled, Result.Found... found) {
    return Scoring.score(world.truth(), new Result(labelled, Map.of(), List.of(found)));
  }

  @Test
  void clusterIsRightFromFourOfFiveOn() {
    Worlds world = new Worlds().operator("a", 8).operator("b", 10);

    Score score =
        score(
            world,
            all(
                in("1", "a", 8),
                Map.of("x", "1", "y", "1"),
                in("2", "b", 7),
                Map.of("u", "2", "v", "2")));

    assertThat(score.clusters()).extracting(ClusterScore::right).containsExactly(true, false);
    assertThat(score.contamination()).isEqualTo(2);
    assertThat(score.labelledInnocents()).isEqualTo(4);
  }

  @Test
  void clusterPrecisionGoesDownTheRankingUntilEnoughIsFound() {
    Worlds world = new Worlds().operator("a", 6).operator("b", 4);
    Map<String, String> labelled =
        all(in("1", "a", 6), Map.of("x", "2", "y", "2"), in("3", "b", 3));

    Score score =
        score(world, labelled, cluster("1", 0.9, ""), cluster("2", 0.8, ""), cluster("3", 0.7, ""));

    // Six of ten are in the first cluster; nine of ten need all three, of which two are right.
    assertThat(score.clusterPrecisionAt(0.5)).hasValue(1);
    assertThat(score.clusterPrecisionAt(0.7)).hasValue(2.0 / 3);
    assertThat(score.clusterPrecisionAt(0.9)).hasValue(2.0 / 3);
    assertThat(score.clusterPrecisionAt(1)).isEmpty();
  }

  @Test
  void clustersOfOneScoreAreTakenTogether() {
    Worlds world = new Worlds().operator("a", 6);

    Score score =
        score(
            world,
            all(in("1", "a", 6), Map.of("x", "2", "y", "2")),
            cluster("1", 0.9, ""),
            cluster("2", 0.9, ""));

    assertThat(score.clusterPrecisionAt(0.5)).hasValue(0.5);
  }

  @Test
  void operatorsCountOneByOneWhateverTheirSize() {
    Worlds world = new Worlds().operator("a", 100).operator("b", 4);

    Score score = score(world, all(in("1", "a", 100), in("2", "b", 1)));

    assertThat(score.strict().recall()).isGreaterThan(0.95);
    assertThat(score.macro(Score.OperatorScore::recall)).isEqualTo(0.625);
    assertThat(score.coverage()).isEqualTo(0.5);
    assertThat(score.fragmentation()).isEqualTo(1);
  }

  @Test
  void variantsOfADecoyAreCountedOnceMore() {
    Worlds world =
        new Worlds()
            .innocent("x", "decoy", "D2", "D2-0", "unverified")
            .innocent("y", "decoy", "D2", "D2-1", "");

    Score score = score(world, Map.of("x", "1"));

    assertThat(score.group("D2").orElseThrow().instances()).isEqualTo(2);
    Score.Group unverified = score.group("D2 unverified").orElseThrow();
    assertThat(unverified.labelledInstances()).isEqualTo(1);
    assertThat(unverified.instances()).isEqualTo(1);
    assertThat(score.labelledDecoys()).isEqualTo(1);
    assertThat(score.worstDecoy().orElseThrow().title()).isEqualTo("D2");
  }

  @Test
  void worstDecoyIsTheOneMostOftenHit() {
    Worlds world =
        new Worlds()
            .innocent("x", "decoy", "D1", "D1-0", "")
            .innocent("y1", "decoy", "D2", "D2-0", "")
            .innocent("y2", "decoy", "D2", "D2-1", "")
            .innocent("y3", "decoy", "D2", "D2-2", "");

    assertThat(score(world, Map.of("y1", "1")).worstDecoy().orElseThrow().name()).isEqualTo("D2");
    // Nothing hit: the one of which least is known.
    assertThat(score(world, Map.of()).worstDecoy().orElseThrow().name()).isEqualTo("D1");
  }

  @Test
  void victimsAndInnocentCustomersHaveRowsOfTheirOwn() {
    Worlds world =
        new Worlds()
            .innocent("v", "victim", "D1", "D1-0", "")
            .innocent("c", "reseller-customer", "", "", "");

    Score score = score(world, Map.of("v", "1", "c", "1"));

    assertThat(score.group("victim").orElseThrow().labelled()).isEqualTo(1);
    assertThat(score.group("reseller-customer").orElseThrow().rate()).isEqualTo(1);
    assertThat(score.group("D1")).isEmpty();
  }

  @Test
  void instancesInReviewAreThoseThatAreNotLabelled() {
    Worlds world =
        new Worlds()
            .innocent("x1", "decoy", "D8", "D8-0", "")
            .innocent("x2", "decoy", "D8", "D8-0", "")
            .innocent("y", "decoy", "D8", "D8-1", "");

    Score score =
        Scoring.score(
            world.truth(), new Result(Map.of("x1", "1"), Map.of("x2", "1", "y", "2"), List.of()));

    Score.Group families = score.group("D8").orElseThrow();
    assertThat(families.review()).isEqualTo(2);
    assertThat(families.labelledInstances()).isEqualTo(1);
    assertThat(families.reviewInstances()).isEqualTo(1);
  }

  @Test
  void poolingAddsPopulationsUp() {
    Score found = score(new Worlds().operator("a", 4), in("1", "a", 4));
    Score missed =
        score(
            new Worlds().operator("a", 12).innocent("x", "decoy", "D8", "D8-0", ""),
            Map.of("x", "1"));

    Score pooled = Score.pool(List.of(found, missed));

    assertThat(pooled.worlds()).isEqualTo(2);
    assertThat(pooled.strict().recall()).isEqualTo(0.25);
    assertThat(pooled.strict().precision()).isEqualTo(0.8);
    assertThat(pooled.operators()).hasSize(2);
    assertThat(pooled.group("D8").orElseThrow().labelledInstances()).isEqualTo(1);
    assertThat(pooled.clusterPrecisionAt(0.25)).hasValue(0.5);
  }

  @Test
  void instancesOfManyPopulationsBoundTheRateTogether() {
    Worlds world = new Worlds();
    for (int i = 0; i < 30; i++) {
      world.innocent("x" + i, "decoy", "D8", "D8-" + i, "");
    }
    Score one = score(world, Map.of());

    Score ten = Score.pool(Collections.nCopies(10, one));

    assertThat(one.group("D8").orElseThrow().instanceBound()).isGreaterThan(0.09);
    assertThat(ten.group("D8").orElseThrow().instances()).isEqualTo(300);
    assertThat(ten.group("D8").orElseThrow().instanceBound()).isLessThan(0.01);
  }

  @Test
  void nothingPoolsToNothing() {
    assertThatThrownBy(() -> Score.pool(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void calibrationHoldsClaimsAgainstTruth() {
    Worlds world = new Worlds().operator("a", 3).operator("b", 1);
    Result result =
        new Result(
            Map.of("a0", "1", "a1", "1", "a2", "1"),
            Map.of("b0", "1", "x", "2"),
            List.of(),
            // b0 attacks, and not for the operator of its cluster.
            Map.of("a0", 0.95, "a1", 0.95, "a2", 1.0, "b0", 0.55, "x", 0.15, "gone", 0.5));

    Calibration calibration = Scoring.score(world.truth(), result).calibration();

    assertThat(calibration.accounts()).isEqualTo(5);
    assertThat(calibration.bins().get(9)).isEqualTo(new Calibration.Bin(3, 2.9, 3));
    // |2.9 − 3| + |0.55 − 0| + |0.15 − 0| over five accounts
    assertThat(calibration.error()).isCloseTo(0.8 / 5, within(1e-12));
    assertThat(calibration.brier())
        .isCloseTo((2 * 0.05 * 0.05 + 0.55 * 0.55 + 0.15 * 0.15) / 5, within(1e-12));
  }

  @Test
  void namesAreHeldAgainstTheEvidenceThereIs() {
    Worlds world =
        new Worlds().operator("a", 2, "2", 3).operator("b", 2, "2", 2).operator("c", 2, "2", 1);

    Score score =
        score(
            world,
            all(in("1", "a", 2), in("2", "b", 2), in("3", "c", 2)),
            cluster("1", 1, "org-a"),
            cluster("2", 1, ""),
            cluster("3", 1, "org-c"));

    assertThat(score.naming()).isEqualTo(new Score.Naming(2, 0, 1, 2, 1, 1));
    assertThat(score.naming().accuracy()).isEqualTo(1);
    assertThat(score.naming().coverage()).isEqualTo(0.5);
  }

  @Test
  void attackAccountsInReviewAreNotFound() {
    Worlds world = new Worlds().operator("a", 2);

    Score score = Scoring.score(world.truth(), new Result(Map.of(), Map.of("a0", "1"), List.of()));

    assertThat(score.attackInReview()).isEqualTo(1);
    assertThat(score.strict().recall()).isZero();
  }

  @Test
  void figuresSayTheSameAsTheScore() {
    Score score = score(new Worlds().operator("a", 4), in("1", "a", 4));

    assertThat(Figures.of(score))
        .contains(new Figure("strict-f1", "", 1), new Figure("operator-recall", "a", 1))
        .contains(new Figure("cluster-precision-at-recall", "0.7", 1));
  }
}
