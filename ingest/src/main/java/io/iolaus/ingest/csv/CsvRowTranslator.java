package io.iolaus.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.ReasonCode;
import io.iolaus.ingest.csv.CsvMapping.Condition;
import io.iolaus.ingest.csv.CsvMapping.FieldRule;
import io.iolaus.ingest.csv.CsvMapping.LineRule;
import io.iolaus.ingest.source.RowTranslator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Makes event lines of the rows of one file, by its mapping.
final class CsvRowTranslator implements RowTranslator {

  private static final JsonFactory JSON = new JsonFactory();

  private final CsvMapping mapping;
  private final CsvHeader header;
  private final Set<String> unused;
  private final List<RowLine> lines;

  /// One line of each row.
  ///
  /// @param when index of the column that decides, -1 for none
  private record RowLine(
      String type, int when, Set<String> is, List<CellField> fields, Map<String, String> columns) {}

  /// One field of a line.
  ///
  /// @param index of its column, -1 for a constant
  private record CellField(FieldRule rule, int index) {}

  CsvRowTranslator(CsvMapping mapping, CsvHeader header) {
    this.mapping = mapping;
    this.header = header;
    unused = header.unused(mapping);
    lines = mapping.lines().stream().map(this::line).toList();
  }

  private RowLine line(LineRule rule) {
    List<CellField> fields = new ArrayList<>();
    Map<String, String> columns = new HashMap<>();
    for (FieldRule field : rule.fields()) {
      String column = field.column();
      fields.add(new CellField(field, column == null ? -1 : header.index(column)));
      if (column != null) {
        columns.put(field.field(), column);
      }
    }
    Condition when = rule.when();
    return new RowLine(
        rule.type(),
        when == null ? -1 : header.index(when.column()),
        when == null ? Set.of() : when.is(),
        fields,
        columns);
  }

  @Override
  public int mostLines() {
    return mapping.mostLines();
  }

  @Override
  public Set<String> unused() {
    return unused;
  }

  @Override
  public Row translate(byte[] data, int from, int to) {
    if (to - from > EventDecoder.MAX_LINE_BYTES) {
      return new Row.Malformed(
          ReasonCode.LINE_TOO_LONG, "longer than " + EventDecoder.MAX_LINE_BYTES + " bytes");
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(data, from, to - from))
              .toString();
    } catch (CharacterCodingException e) {
      return new Row.Malformed(ReasonCode.INVALID_UTF8, "not UTF-8");
    }
    if (text.isBlank()) {
      return new Row.Lines(List.of());
    }
    List<String> cells;
    try {
      cells = cells(mapping.delimiter(), text);
    } catch (CsvParseException e) {
      // The library's own words repeat what stands in the row.
      return new Row.Malformed(
          ReasonCode.MALFORMED_ROW, "a quote that does not end, or text behind a closing one");
    }
    if (cells.size() != header.columns().size()) {
      return new Row.Malformed(
          ReasonCode.MALFORMED_ROW,
          "has " + cells.size() + " cells, the header " + header.columns().size());
    }
    List<EventLine> made = new ArrayList<>(lines.size());
    for (RowLine line : lines) {
      if (holds(line, cells)) {
        made.add(new EventLine(json(line, cells), line.columns));
      }
    }
    return made.isEmpty() ? new Row.Unmapped() : new Row.Lines(made);
  }

  /// The cells of one row.
  ///
  /// @throws CsvParseException if it is none
  static List<String> cells(char delimiter, String row) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .allowUnclosedQuote(false)
        .ofSingleCsvRecord(row)
        .getFields();
  }

  private boolean holds(RowLine line, List<String> cells) {
    if (line.when < 0) {
      return true;
    }
    String cell = cells.get(line.when);
    return line.is.isEmpty() ? !mapping.absent().contains(cell) : line.is.contains(cell);
  }

  private byte[] json(RowLine line, List<String> cells) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("type", line.type);
      for (CellField field : line.fields) {
        String value = value(field, cells);
        if (value != null) {
          json.writeName(field.rule.field());
          CellJson.write(json, field.rule, value);
        }
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private @Nullable String value(CellField field, List<String> cells) {
    if (field.index < 0) {
      return field.rule.constant();
    }
    String cell = cells.get(field.index);
    return mapping.absent().contains(cell) ? null : field.rule.values().getOrDefault(cell, cell);
  }
}
