package io.iolaus.api.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// RFC 4180 to the letter, with a header line and CRLF, in which no text is a formula. Numbers and
/// times are ours and stay what they are.
record SpreadsheetRowWriter(CsvWriter csv) implements RowWriter {

  SpreadsheetRowWriter(Writer out, List<String> columns) {
    this(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out));
    csv.writeRecord(columns);
  }

  @Override
  public void row(List<Cell> cells) {
    csv.writeRecord(cells.stream().map(SpreadsheetRowWriter::shown).toList());
  }

  private static String shown(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> Formulas.neutral(text.text());
      case Cell.Texts texts -> Formulas.neutral(texts.text());
      case Cell.Count _, Cell.Share _, Cell.Measure _, Cell.Bits _, Cell.Time _ -> cell.text();
    };
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
