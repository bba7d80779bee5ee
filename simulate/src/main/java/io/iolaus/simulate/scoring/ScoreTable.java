package io.iolaus.simulate.scoring;

import java.util.Locale;

/// Prints a score for people.
public final class ScoreTable {

  private ScoreTable() {}

  public static String print(Score score) {
    StringBuilder out = new StringBuilder();
    line(out, "%-28s %9s %9s %9s", "agreement", "precision", "recall", "F1");
    agreement(out, "B-cubed, strict", score.strict());
    agreement(out, "B-cubed, plain", score.plain());
    agreement(out, "pairs", score.pairwise());
    line(out, "");
    line(
        out,
        "%-10s %8s %-14s %5s %9s %7s %9s %10s %8s  %s",
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
      line(
          out,
          "%-10s %8d %-14s %5d %8.1f%% %6.1f%% %9s %10s %8s  %s",
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
    line(out, "");
    line(
        out,
        "%-18s %9s %9s %9s %10s %10s %11s",
        "innocent",
        "accounts",
        "labelled",
        "review",
        "instances",
        "hit",
        "95% bound");
    for (Score.Group g : score.groups()) {
      line(
          out,
          "%-18s %9d %9d %9d %10s %10s %10.2f%%",
          g.name(),
          g.accounts(),
          g.labelled(),
          g.review(),
          g.instances() == 0 ? "" : Long.toString(g.instances()),
          g.instances() == 0 ? "" : Long.toString(g.labelledInstances()),
          100 * g.bound());
    }
    line(out, "");
    line(
        out,
        "operators merged %.1f%%; labelled clusters of innocents %d; organizations named right %d,"
            + " wrong %d, abstained %d",
        100 * score.mergeRate(),
        score.innocentClusters(),
        score.naming().right(),
        score.naming().wrong(),
        score.naming().abstained());
    return out.toString();
  }

  private static void agreement(StringBuilder out, String name, Agreement a) {
    line(out, "%-28s %9.4f %9.4f %9.4f", name, a.precision(), a.recall(), a.f1());
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

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
