package io.iolaus.simulate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All numbers of a score in one list: the same ones that {@link ScoreTable} prints for people.
public final class Figures {

  /// The levels of recall at which the precision of clusters is read.
  static final List<Double> RECALLS = List.of(0.5, 0.7, 0.9);

  private final List<Figure> figures = new ArrayList<>();

  private Figures() {}

  public static List<Figure> of(Score score) {
    Figures all = new Figures();
    all.agreement("strict", score.strict());
    all.agreement("plain", score.plain());
    all.agreement("pairs", score.pairwise());
    all.clusters(score);
    if (score.worlds() == 1) {
      // Operators of several populations bear the same names.
      score.operators().forEach(all::operator);
    }
    score.groups().forEach(all::group);
    all.naming(score.naming());
    all.calibration(score.calibration());
    return List.copyOf(all.figures);
  }

  /// The spread of the strict F1 over populations.
  static List<Figure> of(Spread f1, String evasion) {
    Figures all = new Figures();
    all.add("strict-f1-populations", evasion, f1.count());
    all.add("strict-f1-mean", evasion, f1.mean());
    all.add("strict-f1-low", evasion, f1.low());
    all.add("strict-f1-high", evasion, f1.high());
    all.add("strict-f1-least", evasion, f1.least());
    return all.figures;
  }

  /// Those of a series of runs.
  public static List<Figure> of(Timeliness timeliness) {
    Figures all = new Figures();
    all.add("days-to-detect-median", "", timeliness.daysAt(0.5));
    all.add("days-to-detect-p90", "", timeliness.daysAt(0.9));
    all.add("leaked-median", "", timeliness.leakedAt(0.5));
    all.add("leaked-p90", "", timeliness.leakedAt(0.9));
    all.add("undetected", "", timeliness.undetected());
    for (Timeliness.Operator operator : timeliness.operators()) {
      all.add("days-to-detect", operator.operator(), operator.days());
      all.add("leaked", operator.operator(), operator.leaked());
    }
    return List.copyOf(all.figures);
  }

  private void add(String measure, String of, double value) {
    figures.add(new Figure(measure, of, value));
  }

  // An overload, so that counts become doubles in one place.
  private void add(String measure, String of, long count) {
    add(measure, of, (double) count);
  }

  private void agreement(String name, Agreement agreement) {
    add(name + "-precision", "", agreement.precision());
    add(name + "-recall", "", agreement.recall());
    add(name + "-f1", "", agreement.f1());
  }

  private void clusters(Score score) {
    for (double recall : RECALLS) {
      add(
          "cluster-precision-at-recall",
          Double.toString(recall),
          score.clusterPrecisionAt(recall).orElse(Double.NaN));
    }
    add("populations", "", score.worlds());
    add("clusters", "", score.clusters().size());
    add("clusters-right", "", score.clusters().stream().filter(ClusterScore::right).count());
    add("clusters-of-innocents", "", score.innocentClusters());
    add("contamination", "", score.contamination());
    add("fragmentation", "", score.fragmentation());
    add("operator-coverage", "", score.coverage());
    add("operator-precision-mean", "", score.macro(Score.OperatorScore::precision));
    add("operator-recall-mean", "", score.macro(Score.OperatorScore::recall));
    add("operator-f1-mean", "", score.macro(Score.OperatorScore::f1));
    add("merge-rate", "", score.mergeRate());
    add("attack-accounts", "", score.strict().wanted());
    add("attack-in-review", "", score.attackInReview());
  }

  private void operator(Score.OperatorScore operator) {
    add("operator-accounts", operator.operator(), operator.accounts());
    add("operator-clusters", operator.operator(), operator.clusters());
    add("operator-precision", operator.operator(), operator.precision());
    add("operator-recall", operator.operator(), operator.recall());
    add("operator-accounts-error", operator.operator(), operator.accountsError());
    add("operator-exchanges-error", operator.operator(), operator.exchangesError());
    add("operator-window-error", operator.operator(), operator.windowError());
  }

  private void group(Score.Group group) {
    String title = group.title();
    add("innocent-accounts", title, group.accounts());
    add("innocent-labelled", title, group.labelled());
    add("innocent-labelled-rate", title, group.rate());
    add("innocent-labelled-bound", title, group.bound());
    add("innocent-review", title, group.review());
    if (group.instances() > 0) {
      add("instances", title, group.instances());
      add("instances-labelled", title, group.labelledInstances());
      add("instances-labelled-bound", title, group.instanceBound());
      add("instances-review", title, group.reviewInstances());
    }
  }

  private void naming(Score.Naming naming) {
    add("named-right", "", naming.right());
    add("named-wrong", "", naming.wrong());
    add("named-none", "", naming.abstained());
    add("naming-accuracy", "", naming.accuracy());
    add("naming-abstention", "", naming.abstention());
    add("naming-due", "", naming.due());
    add("naming-coverage", "", naming.coverage());
    add("named-undue", "", naming.undueNamed());
  }

  private void calibration(Calibration calibration) {
    add("calibration-error", "", calibration.error());
    add("brier", "", calibration.brier());
    for (int i = 0; i < Calibration.BINS; i++) {
      Calibration.Bin bin = calibration.bins().get(i);
      String of = String.format(Locale.ROOT, "%.1f-%.1f", i / 10.0, (i + 1) / 10.0);
      add("calibration-accounts", of, bin.accounts());
      add("calibration-claimed", of, bin.claimed() / bin.accounts());
      add("calibration-true", of, (double) bin.right() / bin.accounts());
    }
  }
}
