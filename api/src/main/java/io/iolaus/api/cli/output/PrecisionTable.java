package io.iolaus.api.cli.output;

import io.iolaus.cypher.decision.DetectorPrecision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// How right versions of detectors were, a row a version; the precision is empty where nobody has
/// decided anything.
public final class PrecisionTable {

  private static final List<String> COLUMNS =
      List.of(
          "detector",
          "version",
          "accounts",
          "decided",
          "fraudulent",
          "legitimate",
          "precision",
          "firstRun",
          "lastRun");

  private PrecisionTable() {}

  /// Prints the rows in their order.
  public static void print(List<DetectorPrecision> versions, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (DetectorPrecision version : versions) {
        Double precision = version.precision();
        rows.row(
            List.of(
                new Cell.Text(version.detector()),
                new Cell.Count(version.version()),
                new Cell.Count(version.accounts()),
                new Cell.Count(version.decided()),
                new Cell.Count(version.fraudulent()),
                new Cell.Count(version.legitimate()),
                precision == null ? new Cell.Text(null) : new Cell.Share(precision),
                new Cell.Text(version.firstRun()),
                new Cell.Text(version.lastRun())));
      }
    }
  }
}
