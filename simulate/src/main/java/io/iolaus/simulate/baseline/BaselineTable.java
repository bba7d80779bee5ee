package io.iolaus.simulate.baseline;

import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What baselines find in populations, with the settings that did best in others. The populations
/// are looked at one after the other and not kept.
public final class BaselineTable {

  /// One baseline.
  ///
  /// @param choice its settings, and how they did where they were chosen
  /// @param scores of each population
  /// @param seconds for one run over one population, the mean
  public record Row(Tuning.Choice choice, List<Score> scores, double seconds) {

    public Row {
      scores = List.copyOf(scores);
    }

    /// Over all populations together.
    public Score score() {
      return Score.pool(scores);
    }
  }

  private final List<Tuning.Choice> choices;
  private final List<List<Score>> scores = new ArrayList<>();
  private final long[] nanos;

  public BaselineTable(List<Tuning.Choice> choices) {
    this.choices = List.copyOf(choices);
    this.nanos = new long[choices.size()];
    choices.forEach(_ -> scores.add(new ArrayList<>()));
  }

  /// Runs all of them on one population more.
  public void add(KnownPopulation population) {
    for (int i = 0; i < nanos.length; i++) {
      Tuning.Choice choice = choices.get(i);
      long start = System.nanoTime();
      Result result = choice.baseline().run(population.observations(), choice.trial().parameters());
      nanos[i] += System.nanoTime() - start;
      scores.get(i).add(Scoring.score(population.truth(), result));
    }
  }

  /// A row a baseline; there must be a population.
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < nanos.length; i++) {
      List<Score> own = scores.get(i);
      rows.add(new Row(choices.get(i), own, nanos[i] / 1e9 / own.size()));
    }
    return List.copyOf(rows);
  }

  /// For people.
  ///
  /// @param mostInnocents what was asked for: settings that label more where they were chosen are
  ///   marked, because no others were to be had
  public String print(double mostInnocents) {
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
          "settings; innocents hit");
      for (Row row : rows()) {
        Score score = row.score();
        Tuning.Trial chosen = row.choice().trial();
        out.format(
            "%-4s %-32s %9.4f %7.4f %7.4f %7.4f %9d %9d %-12s %7.2f  %s%s%s\n",
            row.choice().baseline().id(),
            row.choice().baseline().title(),
            score.strict().precision(),
            score.strict().recall(),
            score.strict().f1(),
            chosen.f1(),
            score.labelledInnocents(),
            score.labelledDecoys(),
            score.worstDecoy().map(BaselineTable::worst).orElse("-"),
            row.seconds(),
            chosen.innocentRate() > mostInnocents ? "(too many innocents) " : "",
            chosen.parameters(),
            hit(score));
      }
    }
    return text.toString();
  }

  private static String hit(Score score) {
    String kinds =
        score.groups().stream()
            .filter(group -> group.variant().isEmpty() && group.labelled() > 0)
            .map(Score.Group::name)
            .collect(Collectors.joining(" "));
    return kinds.isEmpty() ? "" : "; " + kinds;
  }

  private static String worst(Score.Group group) {
    return group.name() + " " + group.labelledInstances() + "/" + group.instances();
  }
}
