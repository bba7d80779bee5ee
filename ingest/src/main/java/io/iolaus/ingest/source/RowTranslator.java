package io.iolaus.ingest.source;

import io.iolaus.core.event.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes event lines of the rows of another format. Safe for use by several threads.
public interface RowTranslator {

  /// What the row in `data[from, to)` says.
  Row translate(byte[] data, int from, int to);

  /// The most lines that may be made of one row, 1 or more.
  int mostLines();

  /// Names of columns that nothing is made of.
  Set<String> unused();

  /// What became of a row.
  sealed interface Row {

    /// Lines made of it; none of a blank row.
    record Lines(List<EventLine> lines) implements Row {
      public Lines {
        lines = List.copyOf(lines);
      }
    }

    /// The mapping has no line for such a row.
    record Unmapped() implements Row {}

    /// It is no row.
    record Malformed(ReasonCode code, String detail) implements Row {}
  }

  /// One event line.
  ///
  /// @param json the line
  /// @param columns the column that each field came from
  record EventLine(byte[] json, Map<String, String> columns) {

    /// The column behind a field of a rejection (`asns[2]`), for people; empty where none is.
    public String column(String field) {
      int bracket = field.indexOf('[');
      String column = columns.get(bracket < 0 ? field : field.substring(0, bracket));
      return column == null ? "" : " (column \"" + column + "\")";
    }
  }
}
