package io.iolaus.api.cli.output;

import io.iolaus.cypher.lineage.LineageRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/// What happened to clusters, a row an event.
public final class LineageTable {

  private static final List<String> COLUMNS =
      List.of(
          "event",
          "run",
          "at",
          "recordedAt",
          "parents",
          "clusters",
          "before",
          "after",
          "joined",
          "left",
          "text",
          "causes");

  private LineageTable() {}

  /// Prints the rows in their order.
  public static void print(List<LineageRow> events, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (LineageRow event : events) {
        rows.row(
            List.of(
                new Cell.Text(event.kind()),
                new Cell.Text(event.run()),
                new Cell.Time(event.at()),
                new Cell.Time(event.recordedAt()),
                new Cell.Texts(event.parents()),
                new Cell.Texts(event.clusters().stream().map(LineageRow.Outcome::id).toList()),
                new Cell.Count(event.before()),
                new Cell.Count(event.after()),
                new Cell.Count(sum(event.joined().values())),
                new Cell.Count(sum(event.left().values())),
                new Cell.Text(event.text()),
                new Cell.Texts(event.causes())));
      }
    }
  }

  private static int sum(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(n -> n).sum();
  }
}
