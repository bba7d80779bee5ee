package io.iolaus.ingest.csv;

import io.iolaus.core.event.LineShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the columns of a CSV file mean.
///
/// @param file where it stands, for people
/// @param delimiter between cells
/// @param absent cells that say nothing
/// @param ignored columns that are left out on purpose
/// @param lines what a row says: each a line of its own
/// @param digest of all that decides about what rows say; spelling and comments do not
record CsvMapping(
    Path file,
    char delimiter,
    Set<String> absent,
    Set<String> ignored,
    List<LineRule> lines,
    byte[] digest) {

  CsvMapping {
    absent = Set.copyOf(absent);
    ignored = Set.copyOf(ignored);
    lines = List.copyOf(lines);
  }

  /// The most lines that a row may say.
  int mostLines() {
    return Math.max(1, lines.size());
  }

  /// Reads a mapping file.
  ///
  /// @throws CsvException if it breaks a rule
  static CsvMapping read(Path file) throws IOException {
    return new MappingReader(file).read();
  }

  /// One line out of a row.
  ///
  /// @param type of the line
  /// @param when which rows it is made of; null for all
  record LineRule(String type, @Nullable Condition when, List<FieldRule> fields) {
    LineRule {
      fields = List.copyOf(fields);
    }
  }

  /// Holds for rows whose cell in this column says one of these, or anything where none is given.
  record Condition(String column, Set<String> is) {
    Condition {
      is = Set.copyOf(is);
    }
  }

  /// One field of a line.
  ///
  /// @param shape what JSON it holds
  /// @param column where its value stands; null for a constant
  /// @param constant the value of every row; empty where there is a column
  /// @param values what cells stand for; others stand for themselves
  /// @param time how times are written
  /// @param separator between the elements of a list; null where a cell is one element
  record FieldRule(
      String field,
      LineShape.Value shape,
      @Nullable String column,
      String constant,
      Map<String, String> values,
      TimeFormat time,
      @Nullable String separator) {
    FieldRule {
      values = Map.copyOf(values);
    }
  }
}
