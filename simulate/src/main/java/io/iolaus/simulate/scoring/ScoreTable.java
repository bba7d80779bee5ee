package io.iolaus.simulate.scoring;

import java.util.Formatter;
import java.util.Locale;

/// Prints a score for people.
public final class ScoreTable {

  private ScoreTable() {}

  public static String print(Score score) {
    StringBuilder text = new StringBuilder();
    try (Formatter out = new Formatter(text, Locale.ROOT)) {
      print(score, out);
    }
    return text.toString();
  }

  private static void print(Score score, Formatter out) {
    out.format("%-28s %9s %9s %9s\n", "agreement", "precision", "recall", "F1");
    agreement(out, "B-cubed, strict", score.strict());
    agreement(out, "B-cubed, plain", score.plain());
    agreement(out, "pairs", score.pairwise());
    out.format("\n");
    out.format(
        "%-10s %8s %-14s %5s %9s %7s %9s %10s %8s  %s\n",
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
    out.format("\n");
    out.format(
        "%-18s %9s %9s %9s %10s %10s %11s\n",
        "innocent", "accounts", "labelled", "review", "instances", "hit", "95% bound");
    for (Score.Group g : score.groups()) {
      out.format(
          "%-18s %9d %9d %9d %10s %10s %10.2f%%\n",
          g.name(),
          g.accounts(),
          g.labelled(),
          g.review(),
          g.instances() == 0 ? "" : Long.toString(g.instances()),
          g.instances() == 0 ? "" : Long.toString(g.labelledInstances()),
          100 * g.bound());
    }
    out.format("\n");
    out.format(
        "operators merged %.1f%%; labelled clusters of innocents %d; organizations named right %d,"
            + " wrong %d, abstained %d\n",
        100 * score.mergeRate(),
        score.innocentClusters(),
        score.naming().right(),
        score.naming().wrong(),
        score.naming().abstained());
  }

  private static void agreement(Formatter out, String name, Agreement a) {
    out.format("%-28s %9.4f %9.4f %9.4f\n", name, a.precision(), a.recall(), a.f1());
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
