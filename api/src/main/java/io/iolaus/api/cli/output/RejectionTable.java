package io.iolaus.api.cli.output;

import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Rejected lines: where they stand and why they were rejected.
public final class RejectionTable {

  private static final List<String> COLUMNS =
      List.of("batch", "source", "line", "offset", "field", "code", "detail");

  private RejectionTable() {}

  /// Prints a row a line that is still rejected, batch by batch.
  ///
  /// @param logs dead letters, each called after its batch
  public static void print(List<Path> logs, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (Path log : logs) {
        String batch = log.getFileName().toString().replaceFirst("\\.ndjson$", "");
        DeadLetterLog.forEachOpen(
            log,
            letter -> {
              try {
                rows.row(cells(batch, letter));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    }
  }

  private static List<Cell> cells(String batch, DeadLetter letter) {
    return List.of(
        new Cell.Text(batch),
        new Cell.Text(letter.source()),
        new Cell.Count(letter.line()),
        new Cell.Count(letter.offset()),
        new Cell.Text(letter.field()),
        new Cell.Text(letter.code()),
        new Cell.Text(letter.detail()));
  }
}
