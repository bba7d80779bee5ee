package io.iolaus.simulate.baseline;

import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What every baseline finds in populations, with the settings that did best in others.
public final class BaselineTable {

  /// One baseline.
  ///
  /// @param chosen its settings, and how they did where they were chosen
  /// @param score over all measured populations together
  /// @param scores of each population
  /// @param seconds for one run over one population, the mean
  public record Row(
      Baseline baseline, Tuning.Trial chosen, Score score, List<Score> scores, double seconds) {
    public Row {
      scores = List.copyOf(scores);
    }
  }

  private BaselineTable() {}

  /// Measures baselines.
  ///
  /// @param baselines makes those to be measured, anew at each call
  /// @param tuning where settings are chosen
  /// @param measured where the baselines then run
  /// @param mostInnocents only settings that label at most this rate of innocent accounts where
  ///   they are chosen; 1 for any
  public static List<Row> measure(
      Supplier<List<Baseline>> baselines,
      List<KnownPopulation> tuning,
      List<KnownPopulation> measured,
      double mostInnocents) {
    Tuning tuner = new Tuning(tuning);
    List<Row> rows = new ArrayList<>();
    // Others than those that chose, which may remember something: so the time is that of a run.
    List<Baseline> fresh = baselines.get();
    for (Baseline baseline : baselines.get()) {
      Tuning.Trial chosen = Tuning.best(tuner.trials(baseline), mostInnocents);
      rows.add(row(fresh.get(rows.size()), chosen, measured));
    }
    return List.copyOf(rows);
  }

  private static Row row(Baseline baseline, Tuning.Trial chosen, List<KnownPopulation> measured) {
    List<Score> scores = new ArrayList<>();
    long nanos = 0;
    for (KnownPopulation population : measured) {
      long start = System.nanoTime();
      var result = baseline.run(population.observations(), chosen.parameters());
      nanos += System.nanoTime() - start;
      scores.add(Scoring.score(population.truth(), result));
    }
    return new Row(baseline, chosen, Score.pool(scores), scores, nanos / 1e9 / measured.size());
  }

  /// For people.
  ///
  /// @param mostInnocents what was asked for: settings that label more where they were chosen are
  ///   marked, because no others were to be had
  public static String print(List<Row> rows, double mostInnocents) {
    StringBuilder text = new StringBuilder();
    try (Formatter out = new Formatter(text, Locale.ROOT)) {
      out.format(
          "%-4s %-32s %9s %7s %7s %7s %9s %9s %-12s %7s  %s\n",
          "",
          "baseline",
          "precision",
          "recall",
          "F1",
          "tuned",
          "innocents",
          "decoys",
          "worst decoy",
          "s",
          "settings");
      for (Row row : rows) {
        Score score = row.score();
        out.format(
            "%-4s %-32s %9.4f %7.4f %7.4f %7.4f %9d %9d %-12s %7.2f  %s\n",
            row.baseline().id(),
            row.baseline().title(),
            score.strict().precision(),
            score.strict().recall(),
            score.strict().f1(),
            row.chosen().f1(),
            score.labelledInnocents(),
            score.labelledDecoys(),
            score.worstDecoy().map(BaselineTable::worst).orElse("-"),
            row.seconds(),
            (row.chosen().innocentRate() > mostInnocents ? "(too many innocents) " : "")
                + row.chosen().parameters()
                + hit(score));
      }
    }
    return text.toString();
  }

  private static String hit(Score score) {
    String kinds =
        score.groups().stream()
            .filter(group -> group.variant().isEmpty() && group.labelledInstances() > 0)
            .map(Score.Group::name)
            .collect(Collectors.joining(" "));
    return kinds.isEmpty() ? "" : "; " + kinds;
  }

  private static String worst(Score.Group group) {
    return group.name() + " " + group.labelledInstances() + "/" + group.instances();
  }
}
