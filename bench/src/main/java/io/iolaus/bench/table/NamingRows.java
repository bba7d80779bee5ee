package io.iolaus.bench.table;

import io.iolaus.simulate.scoring.Score;
import java.util.Locale;

/// Organizations that labelled clusters name.
final class NamingRows {

  private static final double RIGHT = 0.95;
  private static final double NAMED = 0.6;

  private NamingRows() {}

  static void add(Score.Naming naming, Report report) {
    long named = naming.right() + naming.wrong();
    report.row(
        "organization links right, of those named",
        "≥ 95 %",
        named == 0 ? Outcome.OPEN : Outcome.of(naming.accuracy() >= RIGHT),
        String.format(
            Locale.ROOT,
            "%.1f %%: %d of %d clusters; %d name nobody",
            100 * naming.accuracy(),
            naming.right(),
            named,
            naming.abstained()));
    report.row(
        "operators with two kinds of evidence named",
        "≥ 60 %",
        naming.due() == 0 ? Outcome.OPEN : Outcome.of(naming.coverage() >= NAMED),
        String.format(
            Locale.ROOT,
            "%.1f %%: %d of %d",
            100 * naming.coverage(),
            naming.dueNamed(),
            naming.due()));
    report.row(
        "operators without two kinds named",
        "0",
        Outcome.of(naming.undueNamed() == 0),
        String.format(Locale.ROOT, "%d", naming.undueNamed()));
    report.figure("named-right", "levels 0-3", naming.right());
    report.figure("named-wrong", "levels 0-3", naming.wrong());
    report.figure("naming-due", "levels 0-3", naming.due());
    report.figure("naming-due-named", "levels 0-3", naming.dueNamed());
    report.figure("named-undue", "levels 0-3", naming.undueNamed());
  }
}
