package io.iolaus.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How right detection is, on one population at each level of evasion. These bounds only keep what
/// was reached from being lost; what should be reached, and what many populations say, is in
/// docs/evaluation.md.
class AccuracyTest {

  private static final long SEED = 113;

  @ParameterizedTest
  @CsvSource({"0,0.85", "1,0.9", "2,0.7", "3,0.55"})
  void findsOperatorsAndLeavesInnocentsAlone(int level, double leastF1) {
    Score score = Accuracy.proving(SEED, SEED, Attack.MIXED, level).pooled();
    assertThat(score.strict().f1()).isGreaterThan(leastF1);
    assertThat(score.strict().precision()).isGreaterThan(0.9);
    assertThat(score.mergedPairs()).isZero();
    assertThat(score.labelledInnocents()).isLessThanOrEqualTo(5);
    assertThat(score.groups())
        .filteredOn(g -> g.name().equals("victim"))
        .extracting(Score.Group::labelled)
        .containsOnly(0L);
  }

  @Test
  void labelsNobodyWhereNobodyAttacks() {
    Evaluation nobody = Accuracy.proving(SEED, SEED + 1, Attack.NONE, 0);
    assertThat(nobody.pooled().clusters()).isEmpty();
    assertThat(nobody.pooled().labelledInnocents()).isZero();
  }
}
