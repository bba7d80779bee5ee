package io.iolaus.bench.table;

import io.iolaus.simulate.scoring.Score;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What became of operators, by their archetype: which kind is the weak one.
final class ByAttack {

  private ByAttack() {}

  /// @param score of mixed attacks, several levels together
  static void add(Score score, Report report) {
    Map<String, List<Score.OperatorScore>> kinds =
        score.operators().stream()
            .collect(
                Collectors.groupingBy(
                    Score.OperatorScore::attack, TreeMap::new, Collectors.toList()));
    StringBuilder text =
        new StringBuilder("operators by archetype, mixed attacks, levels 0–3, best cluster each\n");
    text.append(line("", "operators", "half found", "recall", "precision"));
    kinds.forEach((attack, operators) -> {
      double found = mean(operators, o -> o.recall() >= 0.5 ? 1 : 0);
      double recall = mean(operators, Score.OperatorScore::recall);
      double precision =
          mean(
              operators.stream().filter(o -> o.clusters() > 0).toList(),
              Score.OperatorScore::precision);
      text.append(
          line(attack, "" + operators.size(), share(found), share(recall), share(precision)));
      report.figure("attack-operators", attack, operators.size());
      report.figure("attack-half-found", attack, found);
      report.figure("attack-recall", attack, recall);
      report.figure("attack-precision", attack, precision);
    });
    report.below(text.toString());
  }

  private static double mean(
      List<Score.OperatorScore> operators, ToDoubleFunction<Score.OperatorScore> figure) {
    return operators.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String line(String kind, String count, String found, String recall, String exact) {
    return String.format(
        Locale.ROOT, "  %-10s %10s %11s %8s %10s%n", kind, count, found, recall, exact);
  }
}
