package io.iolaus.ingest.csv;

import io.iolaus.ingest.csv.CsvMapping.FieldRule;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/// Writes a cell as the JSON that its field holds. What does not look like that is written as a
/// string, which the line's own rules then reject.
final class CellJson {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?");

  private CellJson() {}

  static void write(JsonGenerator json, FieldRule rule, String value) {
    switch (rule.shape()) {
      case TEXT -> json.writeString(value);
      case TIME -> json.writeString(rule.time().toRfc3339(value));
      case WHOLE_NUMBER -> number(json, value);
      case TRUTH -> truth(json, value);
      case TEXTS -> {
        json.writeStartArray();
        for (String element : elements(rule, value)) {
          json.writeString(element);
        }
        json.writeEndArray();
      }
      case WHOLE_NUMBERS -> {
        json.writeStartArray();
        for (String element : elements(rule, value)) {
          number(json, element);
        }
        json.writeEndArray();
      }
    }
  }

  private static String[] elements(FieldRule rule, String value) {
    String separator = rule.separator();
    return separator == null ? new String[] {value} : value.split(Pattern.quote(separator), -1);
  }

  private static void number(JsonGenerator json, String value) {
    if (NUMBER.matcher(value).matches()) {
      json.writeNumber(value);
    } else {
      json.writeString(value);
    }
  }

  private static void truth(JsonGenerator json, String value) {
    switch (value) {
      case "true" -> json.writeBoolean(true);
      case "false" -> json.writeBoolean(false);
      default -> json.writeString(value);
    }
  }
}
