package io.iolaus.simulate.scoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads tables with a header line. What is wrong with one is said with file, line and remedy.
final class Csv {

  /// One row.
  static final class Row {

    private final Path file;
    private final NamedCsvRecord row;
    private final String remedy;

    private Row(Path file, NamedCsvRecord row, String remedy) {
      this.file = file;
      this.row = row;
      this.remedy = remedy;
    }

    /// A value that must be there; it may be empty.
    String get(String column) {
      return find(column).orElseThrow(() -> wrong("has no column " + column));
    }

    /// A value that may be missing with its column.
    Optional<String> find(String column) {
      return row.findField(column);
    }

    long count(String column) {
      String text = get(column);
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException _) {
        throw wrong(column + " is no whole number: '" + text + "'");
      }
    }

    /// A number from 0 to 1.
    double share(String column, String text) {
      try {
        double share = Double.parseDouble(text);
        if (share >= 0 && share <= 1) {
          return share;
        }
      } catch (NumberFormatException _) {
        // Said below.
      }
      throw wrong(column + " is no number from 0 to 1: '" + text + "'");
    }

    Instant time(String column) {
      String text = get(column);
      try {
        return Instant.parse(text);
      } catch (DateTimeException _) {
        throw wrong(column + " is no time as 2026-06-01T00:00:00Z: '" + text + "'");
      }
    }

    IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(
          file + ", line " + row.getStartingLineNumber() + ": " + what + "; " + remedy);
    }
  }

  private Csv() {}

  /// Hands each row to `each`.
  ///
  /// @param remedy where a right file comes from
  static void read(Path file, String remedy, Consumer<Row> each) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file + "; " + remedy);
    }
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        each.accept(new Row(file, row, remedy));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          file + " is no table of comma-separated values (" + e.getMessage() + "); " + remedy, e);
    }
  }
}
