package io.iolaus.api.cli.output;

import io.iolaus.core.backtest.BacktestFigures;
import io.iolaus.core.backtest.ClusterChanges;
import io.iolaus.core.backtest.DetectorCost;
import io.iolaus.cypher.backtest.Backtest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backtest, a row a figure.
public final class BacktestTable {

  private static final List<String> COLUMNS = List.of("figure", "before", "after", "which");

  /// Ids that are shown of a list; how many there are stands beside.
  private static final int SHOWN = 20;

  private BacktestTable() {}

  public static void print(Backtest backtest, OutputStream out, OutputFormat format)
      throws IOException {
    BacktestFigures f = backtest.figures();
    BacktestFigures.Side was = f.before();
    BacktestFigures.Side is = f.after();
    ClusterChanges changes = f.changes();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("clusters", was.clusters(), is.clusters()));
    rows.add(row("clusters labelled", was.labelled(), is.labelled()));
    rows.add(changed("clusters gained", changes.gained()));
    rows.add(changed("clusters lost", changes.lost()));
    rows.add(changed("clusters merged", changes.merged()));
    rows.add(changed("clusters split", changes.split()));
    rows.add(changed("members moved", changes.moved()));
    rows.add(changed("members joined", changes.joined()));
    rows.add(changed("members left", changes.left()));
    rows.add(row("accounts labelled", was.decided().labelled(), is.decided().labelled()));
    rows.add(changed("labelled gained", changes.labelled()));
    rows.add(changed("labelled lost", changes.unlabelled()));
    rows.add(changed("labelled though legitimate", f.newlyLegitimate()));
    rows.add(texts("precision", was.decided().precision(), is.decided().precision()));
    rows.add(texts("recall", was.decided().recall(), is.decided().recall()));
    rows.add(row("detectors ms", was.detectorMillis(), is.detectorMillis()));
    rows.add(costs("own ms of " + f.budgetMillis(), f, DetectorCost::millis));
    rows.add(costs("own links", f, DetectorCost::links));
    rows.add(costs("own members", f, DetectorCost::members));
    rows.add(
        texts(
            "own outcome",
            f.present() == null ? "" : outcome(f.present()),
            outcome(f.candidate())));
    try (RowWriter writer = RowWriter.to(out, format, COLUMNS)) {
      for (List<Cell> row : rows) {
        writer.row(row);
      }
    }
  }

  private static String outcome(DetectorCost cost) {
    return cost.reason() == null ? cost.status() : cost.status() + ": " + cost.reason();
  }

  private static List<Cell> costs(
      String figure, BacktestFigures f, java.util.function.ToLongFunction<DetectorCost> of) {
    return texts(
        figure,
        f.present() == null ? "" : Long.toString(of.applyAsLong(f.present())),
        Long.toString(of.applyAsLong(f.candidate())));
  }

  private static List<Cell> row(String figure, long before, long after) {
    return texts(figure, Long.toString(before), Long.toString(after));
  }

  private static List<Cell> changed(String figure, List<String> which) {
    List<String> shown = new ArrayList<>(which.subList(0, Math.min(SHOWN, which.size())));
    if (which.size() > SHOWN) {
      shown.add("and " + (which.size() - SHOWN) + " more");
    }
    return cells(figure, "", Integer.toString(which.size()), String.join(", ", shown));
  }

  private static List<Cell> texts(String figure, String before, String after) {
    return cells(figure, before, after, null);
  }

  private static List<Cell> cells(
      String figure, String before, String after, @Nullable String which) {
    return List.of(
        new Cell.Text(figure), new Cell.Text(before), new Cell.Text(after), new Cell.Text(which));
  }
}
