package io.iolaus.api.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// RFC 4180 with a header line; LF, as the event format asks.
record CsvRowWriter(CsvWriter csv) implements RowWriter {

  CsvRowWriter(Writer out, List<String> columns) {
    this(CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out));
    csv.writeRecord(columns);
  }

  @Override
  public void row(List<Cell> cells) {
    csv.writeRecord(cells.stream().map(Cell::text).toList());
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
