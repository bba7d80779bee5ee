package io.iolaus.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.iolaus.ingest.csv.CsvMapping.FieldRule;
import io.iolaus.ingest.csv.CsvMapping.LineRule;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of one file, checked against a mapping.
///
/// @param columns their names, in order
record CsvHeader(List<String> columns) {

  CsvHeader {
    columns = List.copyOf(columns);
  }

  /// Reads the header at the beginning of a file.
  ///
  /// @param source its name
  /// @param head its first bytes
  /// @throws CsvException if there is none, or columns that are mapped are missing or doubled
  static CsvHeader read(String source, byte[] head, CsvMapping mapping) throws CsvException {
    boolean marked =
        head.length >= 3
            && head[0] == (byte) 0xef
            && head[1] == (byte) 0xbb
            && head[2] == (byte) 0xbf;
    int from = marked ? 3 : 0;
    int end = new RowScanner(mapping.delimiter(), 0).end(head, from, head.length, true);
    CsvHeader header;
    try {
      String text = new String(head, from, end - from, StandardCharsets.UTF_8);
      header = new CsvHeader(CsvRowTranslator.cells(mapping.delimiter(), text));
    } catch (CsvParseException e) {
      throw new CsvException(
          source
              + ", line 1: this is no header of CSV: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    header.check(source, mapping);
    return header;
  }

  private void check(String source, CsvMapping mapping) throws CsvException {
    for (Map.Entry<String, String> use : uses(mapping).entrySet()) {
      String column = use.getKey();
      long found = columns.stream().filter(column::equals).count();
      if (found == 0) {
        throw new CsvException(
            "%s, line 1: there is no column \"%s\", which %s takes for %s; the file has %s: correct the mapping, its delimiter, or the header"
                .formatted(
                    source, column, mapping.file(), use.getValue(), String.join(", ", columns)));
      }
      if (found > 1) {
        throw new CsvException(
            "%s, line 1: column \"%s\" is there %d times, and %s takes it for %s: rename the others"
                .formatted(source, column, found, mapping.file(), use.getValue()));
      }
    }
  }

  /// Columns that the mapping uses, and for what.
  private static Map<String, String> uses(CsvMapping mapping) {
    Map<String, String> uses = new LinkedHashMap<>();
    for (LineRule line : mapping.lines()) {
      for (FieldRule field : line.fields()) {
        if (field.column() != null) {
          uses.putIfAbsent(field.column(), line.type() + "." + field.field());
        }
      }
      if (line.when() != null) {
        uses.putIfAbsent(line.when().column(), line.type() + " (when)");
      }
    }
    return uses;
  }

  /// Where a column is.
  int index(String column) {
    return columns.indexOf(column);
  }

  /// Columns that nothing is made of, and that the mapping does not say to ignore.
  Set<String> unused(CsvMapping mapping) {
    Set<String> unused = new LinkedHashSet<>(columns);
    unused.removeAll(uses(mapping).keySet());
    unused.removeAll(mapping.ignored());
    return unused;
  }
}
