package io.iolaus.api.cli.output;

import io.iolaus.cypher.suppression.SuppressionRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What is suppressed and what that hides, a row a suppression.
public final class SuppressionTable {

  private static final List<String> COLUMNS =
      List.of(
          "suppression",
          "scope",
          "standing",
          "owner",
          "until",
          "links",
          "accounts",
          "clusters",
          "labelled",
          "run",
          "recordedAt",
          "endedAt",
          "endedBy",
          "reason");

  private SuppressionTable() {}

  /// Prints the rows in their order.
  public static void print(List<SuppressionRow> suppressions, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (SuppressionRow row : suppressions) {
        rows.row(
            List.of(
                new Cell.Text(row.id()),
                new Cell.Text(row.scope()),
                new Cell.Text(row.standing()),
                new Cell.Text(row.owner()),
                new Cell.Time(row.expiresAt()),
                new Cell.Count(row.links()),
                new Cell.Count(row.accounts()),
                new Cell.Count(row.clusters()),
                new Cell.Count(row.labelled()),
                new Cell.Text(row.run()),
                new Cell.Time(row.recordedAt()),
                new Cell.Time(row.endedAt()),
                new Cell.Text(row.endedBy()),
                new Cell.Text(row.reason())));
      }
    }
  }
}
