package io.iolaus.api.export;

import io.iolaus.api.cli.output.Cell;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.api.cli.output.RowWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A list as a file: its pages, one behind the other.
public record Table<T>(List<Column<T>> columns) {
  public Table {
    columns = List.copyOf(columns);
  }

  /// Answers with all rows.
  ///
  /// @param name of the file, without its ending
  public void send(HttpServletResponse response, String name, TableFormat format, Pages<T> pages) {
    Download.send(
        response, format.mediaType(), name, format.text(), out -> write(out, format, pages));
  }

  void write(OutputStream out, TableFormat format, Pages<T> pages) throws IOException {
    // Closing writes what is held back, and nothing that would make half a file look whole.
    try (RowWriter rows = writer(out, format)) {
      pages.each(row -> rows.row(cells(row)));
    }
  }

  RowWriter writer(OutputStream out, TableFormat format) throws IOException {
    List<String> names = columns.stream().map(Column::name).toList();
    return switch (format) {
      case CSV -> RowWriter.forSpreadsheets(out, names);
      case NDJSON -> RowWriter.to(out, OutputFormat.NDJSON, names);
    };
  }

  List<Cell> cells(T row) {
    return columns.stream().map(column -> column.cell().apply(row)).toList();
  }
}
