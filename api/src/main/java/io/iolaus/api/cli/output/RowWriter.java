package io.iolaus.api.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes rows of one shape. Close it to write what is held back; the stream below stays open.
public interface RowWriter extends AutoCloseable {

  /// A writer of these columns to this stream, in UTF-8.
  static RowWriter to(OutputStream out, OutputFormat format, List<String> columns)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    return switch (format) {
      case CSV -> new CsvRowWriter(writer, columns);
      case NDJSON -> new NdjsonRowWriter(writer, columns);
      case TABLE -> new TableRowWriter(writer, columns);
      case STIX -> throw new IllegalArgumentException("rows cannot be printed as stix");
    };
  }

  /// A writer of CSV for people's spreadsheets, in UTF-8: no text in it is a formula.
  static RowWriter forSpreadsheets(OutputStream out, List<String> columns) {
    return new SpreadsheetRowWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), columns);
  }

  /// One row, with a value for each column.
  void row(List<Cell> cells) throws IOException;

  @Override
  void close() throws IOException;
}
