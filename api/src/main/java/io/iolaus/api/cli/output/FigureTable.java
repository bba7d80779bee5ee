package io.iolaus.api.cli.output;

import io.iolaus.simulate.scoring.Figure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The figures of an evaluation, one a row.
public final class FigureTable {

  private static final List<String> COLUMNS = List.of("measure", "of", "value");

  private FigureTable() {}

  /// Prints the figures in the order given.
  public static void print(List<Figure> figures, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (Figure figure : figures) {
        rows.row(
            List.of(
                new Cell.Text(figure.measure()),
                new Cell.Text(figure.of()),
                new Cell.Measure(figure.value())));
      }
    }
  }
}
