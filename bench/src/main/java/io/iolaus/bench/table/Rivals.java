package io.iolaus.bench.table;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.baseline.Baseline;
import io.iolaus.simulate.baseline.BaselineTable;
import io.iolaus.simulate.baseline.KnownPopulation;
import io.iolaus.simulate.baseline.Tuning;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Score;
import java.util.Comparator;
import java.util.List;

/// What baselines reach at one level of evasion, with settings chosen on other populations of the
/// same level.
///
/// @param equal with settings that label no more innocents than a given rate where they were
///   chosen, or the fewest where all label more
/// @param free with the settings that do best, whatever they label
record Rivals(int level, double rate, List<Rival> equal, List<Rival> free) {

  /// One baseline.
  ///
  /// @param f1 strict, the mean over populations
  /// @param innocents labelled among the innocent accounts of all populations, 0..1
  record Rival(Tuning.Choice choice, double f1, double innocents, Score score) {

    static Rival of(BaselineTable.Row row) {
      Score score = row.score();
      double f1 = row.scores().stream().mapToDouble(s -> s.strict().f1()).average().orElseThrow();
      return new Rival(row.choice(), f1, innocentRate(score), score);
    }

    /// Whether it is no published method but a probe of one facet.
    boolean facet() {
      return id().equals("-");
    }

    String id() {
      return choice.baseline().id();
    }

    String title() {
      return choice.baseline().title();
    }
  }

  /// Chooses on the seeds for tuning, measures on others.
  ///
  /// @param rate of labelled innocents that counts as equal
  static Rivals of(
      int level, double rate, List<Baseline> baselines, List<Long> tuned, List<Long> measured) {
    Tuning tuning = new Tuning(baselines);
    Ahead.each(tuned, seed -> population(seed, level), tuning::add);
    BaselineTable equal = new BaselineTable(tuning.best(rate));
    BaselineTable free = new BaselineTable(tuning.best(1));
    Ahead.each(
        measured,
        seed -> population(seed, level),
        population -> {
          equal.add(population);
          free.add(population);
        });
    System.err.printf("baselines at level %d%n", level);
    return new Rivals(level, rate, rivals(equal), rivals(free));
  }

  private static List<Rival> rivals(BaselineTable table) {
    return table.rows().stream().map(Rival::of).toList();
  }

  private static KnownPopulation population(long seed, int level) {
    return KnownPopulation.of(
        "seed " + seed,
        new Simulation(ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).level(level)));
  }

  static Rival best(List<Rival> rivals) {
    return rivals.stream().max(Comparator.comparingDouble(Rival::f1)).orElseThrow();
  }

  /// Labelled among the innocent accounts, 0..1.
  static double innocentRate(Score score) {
    long innocents =
        score.groups().stream()
            .filter(g -> g.variant().isEmpty())
            .mapToLong(Score.Group::accounts)
            .sum();
    return innocents == 0 ? 0 : (double) score.labelledInnocents() / innocents;
  }
}
