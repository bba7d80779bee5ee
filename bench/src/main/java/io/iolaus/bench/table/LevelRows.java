package io.iolaus.bench.table;

import io.iolaus.simulate.scoring.Calibration;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Figures;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many operators are found, how whole and how purely; how far probabilities are right.
final class LevelRows {

  private static final double[] F1 = {0.97, 0.95, 0.88, 0.70};
  private static final double RECALL = 0.7;
  private static final double PURE = 0.98;
  private static final int PURE_LEVELS = 2;
  private static final double ERROR = 0.05;

  private LevelRows() {}

  static void found(Levels levels, Report report) {
    levels.evaluations().forEach((level, evaluation) -> f1(level, evaluation, report));
  }

  private static void f1(int level, Evaluation evaluation, Report report) {
    Spread f1 = evaluation.f1();
    boolean asked = level < F1.length;
    report.row(
        "strict B-cubed F1, level " + level,
        asked ? String.format(Locale.ROOT, "≥ %.2f", F1[level]) : "",
        asked ? Outcome.of(f1.mean() >= F1[level]) : Outcome.REPORTED,
        String.format(
            Locale.ROOT,
            "%.3f (95 %%: %.3f–%.3f), least %.3f; precision %.3f, recall %.3f; %d populations",
            f1.mean(),
            f1.low(),
            f1.high(),
            f1.least(),
            evaluation.pooled().strict().precision(),
            evaluation.pooled().strict().recall(),
            f1.count()));
    String of = "level " + level;
    report.figure("strict-f1-mean", of, f1.mean());
    report.figure("strict-f1-low", of, f1.low());
    report.figure("strict-f1-high", of, f1.high());
    report.figure("strict-f1-least", of, f1.least());
    evaluation
        .worlds()
        .forEach(w -> report.figure("strict-f1", of + " " + w.name(), w.score().strict().f1()));
    report.figures(of, Figures.of(evaluation.pooled()));
  }

  static void pure(Levels levels, Report report) {
    List<String> texts = new ArrayList<>();
    boolean met = true;
    for (int level = 0; level <= PURE_LEVELS; level++) {
      Score score = levels.at(level).pooled();
      double precision = score.clusterPrecisionAt(RECALL).orElse(Double.NaN);
      met &= precision >= PURE;
      texts.add(
          Double.isNaN(precision) ? "not reached" : String.format(Locale.ROOT, "%.3f", precision));
    }
    report.row(
        "cluster precision at recall .7, levels 0/1/2",
        String.format(Locale.ROOT, "≥ %.2f", PURE),
        Outcome.of(met),
        String.join(" / ", texts));
  }

  static void calibrated(Levels levels, Report report) {
    Calibration labelled = levels.labelled();
    report.row(
        "calibration error of membership, levels 0–3",
        String.format(Locale.ROOT, "≤ %.2f", ERROR),
        Outcome.of(labelled.error() <= ERROR),
        text(labelled) + ", labelled");
    Calibration all = levels.pooled(Levels.ASKED).calibration();
    report.row(
        "  the same with those in review",
        "",
        Outcome.REPORTED,
        text(all) + ", labelled or in review");
    report.figure("calibration-error", "levels 0-3", all.error());
    report.figure("brier", "levels 0-3", all.brier());
    report.figure("calibration-error", "levels 0-3 labelled", labelled.error());
    report.figure("brier", "levels 0-3 labelled", labelled.brier());
  }

  private static String text(Calibration calibration) {
    return String.format(
        Locale.ROOT,
        "%.3f, Brier %.3f; %d accounts",
        calibration.error(),
        calibration.brier(),
        calibration.accounts());
  }
}
