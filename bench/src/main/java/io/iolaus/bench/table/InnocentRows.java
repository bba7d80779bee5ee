package io.iolaus.bench.table;

import io.iolaus.simulate.scoring.Score;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Decoys: how many instances were labelled, of how many.
final class InnocentRows {

  private static final int WANTED = 300;
  private static final double BOUND = 0.01;

  /// Those that look like one hand and are one, innocently: at most in review.
  private static final List<String> AT_MOST_REVIEW = List.of("D2 unverified", "D8 family");

  private InnocentRows() {}

  static void add(DecoyTally decoys, Report report) {
    Map<String, Score.Group> groups = decoys.groups();
    groups.forEach((title, group) -> {
      if (group.variant().isEmpty()) {
        report.row(
            "decoys " + title + " labelled, levels 0–3",
            "0 of ≥ " + WANTED + " (≤ 1 %)",
            outcome(group),
            String.format(
                Locale.ROOT,
                "%d of %d instances (95 %%: ≤ %.2f %%), %d of %d accounts; in review %d instances",
                group.labelledInstances(),
                group.instances(),
                100 * group.instanceBound(),
                group.labelled(),
                group.accounts(),
                group.reviewInstances()));
      }
      figures(title, group, report);
    });
    for (String title : AT_MOST_REVIEW) {
      Score.Group group = groups.get(title);
      if (group != null) {
        report.row(
            "decoys " + title,
            "at most in review",
            Outcome.of(group.labelled() == 0),
            String.format(
                Locale.ROOT,
                "%d of %d instances labelled, %d in review",
                group.labelledInstances(),
                group.instances(),
                group.reviewInstances()));
      }
    }
  }

  private static Outcome outcome(Score.Group group) {
    if (group.labelled() > 0) {
      return Outcome.MISSED;
    }
    return group.instances() >= WANTED && group.instanceBound() <= BOUND
        ? Outcome.MET
        : Outcome.OPEN;
  }

  private static void figures(String title, Score.Group group, Report report) {
    report.figure("decoy-instances", title, group.instances());
    report.figure("decoy-instances-labelled", title, group.labelledInstances());
    report.figure("decoy-instances-review", title, group.reviewInstances());
    report.figure("decoy-instances-bound", title, group.instanceBound());
    report.figure("decoy-accounts", title, group.accounts());
    report.figure("decoy-accounts-labelled", title, group.labelled());
  }
}
