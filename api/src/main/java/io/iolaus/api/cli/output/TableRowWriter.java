package io.iolaus.api.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/// Aligned columns; numbers to the right. Holds all rows until it is closed.
final class TableRowWriter implements RowWriter {

  private final Writer out;
  private final List<String> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  TableRowWriter(Writer out, List<String> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  @Override
  public void close() throws IOException {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          rows.stream()
              .mapToInt(row -> length(row.get(column).text()))
              .reduce(length(columns.get(i)), Math::max);
    }
    List<Cell> header = columns.stream().<Cell>map(Cell.Text::new).toList();
    writeLine(header, widths);
    for (List<Cell> row : rows) {
      writeLine(row, widths);
    }
    rows.clear();
    out.flush();
  }

  private void writeLine(List<Cell> cells, int[] widths) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = cells.get(i).text();
      String padding = " ".repeat(widths[i] - length(text));
      boolean number = isNumber(cells.get(i));
      line.append(i == 0 ? "" : "  ").append(number ? padding + text : text + padding);
    }
    out.write(line.toString().stripTrailing() + "\n");
  }

  private static boolean isNumber(Cell cell) {
    return cell instanceof Cell.Count
        || cell instanceof Cell.Share
        || cell instanceof Cell.Bits
        || cell instanceof Cell.Measure;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
