package io.iolaus.simulate.scoring;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads tables with a header line.
final class Csv {

  /// One row; a column that is not there is a mistake of the file.
  interface Row {
    String get(String column);
  }

  private Csv() {}

  static void read(Path file, Consumer<Row> each) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        each.accept(column ->
            row.findField(column)
                .orElseThrow(
                    () -> new IllegalArgumentException(file + " has no column " + column)));
      }
    }
  }
}
