package io.iolaus.simulate.scoring;

import java.util.Formatter;
import java.util.Locale;
import java.util.Map;

/// One line for each way in which operators hide.
final class EvasionTable {

  private EvasionTable() {}

  static String print(Map<String, Evaluation> parts) {
    StringBuilder text = new StringBuilder();
    try (Formatter out = new Formatter(text, Locale.ROOT)) {
      out.format(
          "%-24s %6s %9s %7s %7s %17s %9s %8s %9s  %s\n",
          "evasion",
          "worlds",
          "precision",
          "recall",
          "F1",
          "mean F1, 95 %",
          "clusters",
          "merged",
          "innocents",
          "worst decoy");
      parts.forEach((evasion, part) -> {
        Score score = part.pooled();
        Spread f1 = part.f1();
        out.format(
            "%-24s %6d %9.4f %7.4f %7.4f %8.4f–%.4f %9s %7.1f%% %9d  %s\n",
            evasion,
            part.worlds().size(),
            score.strict().precision(),
            score.strict().recall(),
            score.strict().f1(),
            f1.low(),
            f1.high(),
            ScoreTable.precisionAt(score, 0.7),
            100 * score.mergeRate(),
            score.labelledInnocents(),
            score
                .worstDecoy()
                .map(g -> g.name() + " " + g.labelledInstances() + "/" + g.instances())
                .orElse("-"));
      });
      out.format("clusters: their precision at recall 0.7\n");
    }
    return text.toString();
  }
}
