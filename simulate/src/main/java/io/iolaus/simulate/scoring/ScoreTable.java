package io.iolaus.simulate.scoring;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Prints a score for people. Operators are listed one by one for a single population; the
/// definitions of all measures are in `docs/evaluation.md`.
public final class ScoreTable {

  private final Score score;
  private final Formatter out;

  private ScoreTable(Score score, Formatter out) {
    this.score = score;
    this.out = out;
  }

  public static String print(Score score) {
    StringBuilder text = new StringBuilder();
    try (Formatter out = new Formatter(text, Locale.ROOT)) {
      ScoreTable table = new ScoreTable(score, out);
      table.agreements();
      table.clusters();
      if (score.worlds() == 1) {
        table.operators();
      } else {
        table.attacks();
      }
      table.groups();
      table.naming();
      table.calibration();
    }
    return text.toString();
  }

  private void agreements() {
    out.format("%-28s %9s %9s %9s\n", "agreement", "precision", "recall", "F1");
    agreement("B-cubed, strict", score.strict());
    agreement("B-cubed, plain", score.plain());
    agreement("pairs", score.pairwise());
    out.format(
        "%-28s %9.4f %9.4f %9.4f\n",
        "best cluster an operator",
        score.macro(Score.OperatorScore::precision),
        score.macro(Score.OperatorScore::recall),
        score.macro(Score.OperatorScore::f1));
  }

  private void agreement(String name, Agreement a) {
    out.format("%-28s %9.4f %9.4f %9.4f\n", name, a.precision(), a.recall(), a.f1());
  }

  private void clusters() {
    out.format(
        "\ncluster precision at recall %s; %d labelled clusters, %d right, %d of innocents only\n",
        Figures.RECALLS.stream()
            .map(recall ->
                String.format(Locale.ROOT, "%.1f: %s", recall, precisionAt(score, recall)))
            .collect(Collectors.joining(", ")),
        score.clusters().size(),
        score.clusters().stream().filter(ClusterScore::right).count(),
        score.innocentClusters());
    out.format(
        "operators half found %s, in %.2f clusters each; merged %s; innocents in a right cluster"
            + " %.2f; attack accounts in review %d of %.0f\n",
        percent(score.coverage()),
        score.fragmentation(),
        percent(score.mergeRate()),
        score.contamination(),
        score.attackInReview(),
        score.strict().wanted());
  }

  static String precisionAt(Score score, double recall) {
    var precision = score.clusterPrecisionAt(recall);
    return precision.isEmpty()
        ? "not reached"
        : String.format(Locale.ROOT, "%.3f", precision.getAsDouble());
  }

  private void operators() {
    out.format(
        "\n%-10s %8s %-14s %5s %9s %7s %9s %10s %8s  %s\n",
        "operator",
        "accounts",
        "best cluster",
        "parts",
        "precision",
        "recall",
        "accounts±",
        "exchanges±",
        "window±",
        "organization");
    for (Score.OperatorScore o : score.operators()) {
      out.format(
          "%-10s %8d %-14s %5d %8.1f%% %6.1f%% %9s %10s %8s  %s\n",
          o.operator(),
          o.accounts(),
          o.cluster().isEmpty() ? "-" : o.cluster(),
          o.clusters(),
          100 * o.precision(),
          100 * o.recall(),
          percent(o.accountsError()),
          percent(o.exchangesError()),
          percent(o.windowError()),
          naming(o));
    }
  }

  private void attacks() {
    Map<String, List<Score.OperatorScore>> byAttack = new TreeMap<>();
    for (Score.OperatorScore operator : score.operators()) {
      byAttack.computeIfAbsent(operator.attack(), _ -> new ArrayList<>()).add(operator);
    }
    byAttack.remove("");
    if (byAttack.isEmpty()) {
      return;
    }
    out.format(
        "\n%-10s %9s %9s %9s %7s %7s\n",
        "attack", "operators", "accounts", "precision", "recall", "parts");
    byAttack.forEach((attack, operators) ->
        out.format(
            "%-10s %9d %9d %8.1f%% %6.1f%% %7.2f\n",
            attack,
            operators.size(),
            operators.stream().mapToLong(Score.OperatorScore::accounts).sum(),
            100 * mean(operators, Score.OperatorScore::precision),
            100 * mean(operators, Score.OperatorScore::recall),
            mean(operators, Score.OperatorScore::clusters)));
  }

  private static double mean(
      List<Score.OperatorScore> operators, ToDoubleFunction<Score.OperatorScore> figure) {
    return operators.stream().mapToDouble(figure).average().orElse(0);
  }

  private void groups() {
    out.format(
        "\n%-18s %9s %9s %8s %9s %10s %9s %9s %8s\n",
        "innocent",
        "accounts",
        "labelled",
        "bound",
        "review",
        "instances",
        "labelled",
        "bound",
        "review");
    for (Score.Group g : score.groups()) {
      out.format(
          "%-18s %9d %9d %7.2f%% %9d",
          (g.variant().isEmpty() ? "" : "  ") + g.title(),
          g.accounts(),
          g.labelled(),
          100 * g.bound(),
          g.review());
      if (g.instances() > 0) {
        out.format(
            " %10d %9d %8.2f%% %8d",
            g.instances(), g.labelledInstances(), 100 * g.instanceBound(), g.reviewInstances());
      }
      out.format("\n");
    }
    score
        .worstDecoy()
        .ifPresent(worst ->
            out.format(
                "worst decoy %s: %d of %d instances labelled, at 95 %% no more than %.2f%%\n",
                worst.name(),
                worst.labelledInstances(),
                worst.instances(),
                100 * worst.instanceBound()));
    wronged("victim", "victims of framing");
    wronged("reseller-customer", "innocent customers of an operator or reseller");
  }

  private void wronged(String name, String title) {
    score
        .group(name)
        .ifPresent(group ->
            out.format(
                "%s: %d of %d labelled, at 95 %% no more than %.2f%%\n",
                title, group.labelled(), group.accounts(), 100 * group.bound()));
  }

  private void naming() {
    Score.Naming naming = score.naming();
    out.format(
        "\norganizations named right %d, wrong %d (%s right), abstained %d (%s)",
        naming.right(),
        naming.wrong(),
        percent(naming.accuracy()),
        naming.abstained(),
        percent(naming.abstention()));
    if (naming.due() > 0) {
      out.format(
          "; of %d operators with two kinds of evidence %d are named; with fewer %d",
          naming.due(), naming.dueNamed(), naming.undueNamed());
    }
    out.format("\n");
  }

  private void calibration() {
    Calibration calibration = score.calibration();
    if (calibration.accounts() == 0) {
      return;
    }
    out.format(
        "\nmembership of %d accounts: calibration error %.4f, Brier %.4f\n",
        calibration.accounts(), calibration.error(), calibration.brier());
    out.format("%-12s %9s %9s %9s\n", "membership", "accounts", "claimed", "true");
    for (int i = 0; i < Calibration.BINS; i++) {
      Calibration.Bin bin = calibration.bins().get(i);
      if (bin.accounts() > 0) {
        out.format(
            "%.1f to %.1f   %9d %9.4f %9.4f\n",
            i / 10.0,
            (i + 1) / 10.0,
            bin.accounts(),
            bin.claimed() / bin.accounts(),
            (double) bin.right() / bin.accounts());
      }
    }
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String naming(Score.OperatorScore o) {
    if (o.named().isEmpty()) {
      return "(abstained; truth " + o.organization() + ")";
    }
    return o.named().equals(o.organization())
        ? o.named() + " (right)"
        : o.named() + " (WRONG; truth " + o.organization() + ")";
  }
}
