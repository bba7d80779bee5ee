package io.iolaus.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.bench.detect.MemoryDetection;
import io.iolaus.bench.detect.MemoryGraph;
import io.iolaus.bench.detect.MemoryLines;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Figure;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Truth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of `bench/run detection` on one population at each level of evasion. These bounds only
/// keep what was reached from being lost; what should be reached stands in the table, and what many
/// populations say in docs/evaluation.md.
class AccuracyTest {

  private static final long SEED = 113;

  private static Levels levels;
  private static Report report;

  @BeforeAll
  static void judge() {
    levels = Levels.of(List.of(SEED), Levels.ASKED);
    report = new Report();
    LevelRows.found(levels, report);
    InnocentRows.add(levels.decoys(), report);
    NamingRows.add(levels.pooled(Levels.ASKED).naming(), report);
  }

  @ParameterizedTest
  @CsvSource({"0,0.85", "1,0.9", "2,0.7", "3,0.55"})
  void findsOperatorsAndLeavesInnocentsAlone(int level, double leastF1) {
    assertThat(figure("strict-f1-mean", "level " + level)).isGreaterThan(leastF1);
    Score score = levels.at(level).pooled();
    assertThat(score.strict().precision()).isGreaterThan(0.9);
    assertThat(score.mergedPairs()).isZero();
    assertThat(score.labelledInnocents()).isLessThanOrEqualTo(5);
    assertThat(score.groups())
        .filteredOn(g -> g.name().equals("victim"))
        .extracting(Score.Group::labelled)
        .containsOnly(0L);
  }

  @Test
  void labelsNoDecoy() {
    assertThat(report.figures())
        .filteredOn(f -> f.measure().equals("decoy-accounts-labelled") && !f.of().contains(" "))
        .hasSize(10)
        .extracting(Figure::value)
        .containsOnly(0.0);
    assertThat(report.rows())
        .filteredOn(row -> row.asked().equals("at most in review"))
        .hasSize(2)
        .allMatch(row -> row.outcome() == Outcome.MET);
  }

  /// Populations in which friends, students and a company were labelled once: for a card, a room, a
  /// system prompt or two templates that they have among themselves.
  @ParameterizedTest
  @CsvSource({"701,2", "716,0", "663,3", "668,3"})
  void labelsNoDecoyWhereSomeWereLabelledOnce(long seed, int level) {
    MemoryGraph graph = new MemoryGraph();
    Truth truth =
        Truth.of(
            new Simulation(ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).level(level))
                .lines(new MemoryLines(graph::add)::add));
    List<FoundMember> labelled =
        MemoryDetection.of(graph).clusters().stream()
            .flatMap(c -> c.members().stream())
            .filter(FoundMember::labelled)
            .toList();
    assertThat(labelled).hasSizeGreaterThan(50);
    assertThat(labelled)
        .extracting(m -> Objects.requireNonNull(truth.accounts().get(m.id())).role())
        .doesNotContain("decoy");
  }

  @Test
  void namesNobodyWrongly() {
    assertThat(figure("named-wrong", "levels 0-3")).isZero();
    assertThat(figure("named-undue", "levels 0-3")).isZero();
  }

  @Test
  void labelsNobodyWhereNobodyAttacks() {
    Report nobody = new Report();
    Nulls.add(List.of(SEED, SEED + 1), nobody);
    assertThat(nobody.rows()).extracting(Report.Row::outcome).containsExactly(Outcome.OPEN);
    assertThat(nobody.rows().getFirst().reached()).isEqualTo("0 of 2; 0 accounts");
  }

  private static double figure(String measure, String of) {
    return report.figures().stream()
        .filter(f -> f.measure().equals(measure) && f.of().equals(of))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
