package io.iolaus.ingest.csv;

import io.iolaus.core.event.LineShape;
import io.iolaus.ingest.csv.CsvMapping.Condition;
import io.iolaus.ingest.csv.CsvMapping.FieldRule;
import io.iolaus.ingest.csv.CsvMapping.LineRule;
import io.iolaus.ingest.fold.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a mapping file; what is wrong with it is said with its place and a remedy.
final class MappingReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Set<String> KEYS =
      Set.of("delimiter", "absent", "ignore", "time", "zone", "lines");
  private static final Set<String> FIELD_KEYS =
      Set.of("column", "constant", "values", "time", "zone", "separator");

  private final Path file;
  private @Nullable String defaultTime;
  private @Nullable String defaultZone;

  MappingReader(Path file) {
    this.file = file;
  }

  CsvMapping read() throws IOException {
    JsonNode root = parse();
    requireKnown("the top", root, KEYS);
    defaultTime = text(root, "time");
    defaultZone = text(root, "zone");
    JsonNode lines = root.get("lines");
    if (lines == null || !lines.isArray() || lines.isEmpty()) {
      throw wrong("lines", "must be a list with at least one entry, each with a type");
    }
    List<LineRule> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rules.add(line("lines[" + i + "]", lines.get(i)));
    }
    JsonNode absent = root.get("absent");
    return new CsvMapping(
        file,
        delimiter(text(root, "delimiter")),
        absent == null ? Set.of("") : texts("absent", absent),
        texts("ignore", root.get("ignore")),
        rules,
        digest(root));
  }

  private JsonNode parse() throws IOException {
    try {
      JsonNode root = YAML.readTree(Files.readString(file));
      if (root.isObject()) {
        return root;
      }
      throw wrong("the top", "must be keys and values, `lines` among them");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new CsvException(
          file
              + ", line "
              + line
              + ": this is no YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + ": check indentation, quotes and doubled keys");
    }
  }

  private char delimiter(@Nullable String text) throws CsvException {
    return switch (text) {
      case null -> ',';
      case "tab" -> '\t';
      default -> {
        if (text.length() != 1 || text.charAt(0) >= 128 || "\"\r\n".contains(text)) {
          throw wrong("delimiter", "must be one ASCII character, or tab");
        }
        yield text.charAt(0);
      }
    };
  }

  private LineRule line(String place, JsonNode node) throws CsvException {
    String type = text(node, "type");
    LineShape shape =
        LineShape.of(String.valueOf(type))
            .orElseThrow(() ->
                wrong(place + ".type", "must be one of " + String.join(", ", LineShape.types())));
    List<FieldRule> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      if (name.equals("type") || name.equals("when")) {
        continue;
      }
      LineShape.Value value = shape.fields().get(name);
      if (value == null) {
        throw wrong(
            place + "." + name,
            "a line of type "
                + shape.type()
                + " has no such field; it has "
                + String.join(", ", shape.fields().keySet()));
      }
      fields.add(field(place + "." + name, name, value, entry.getValue()));
    }
    requireAll(place, shape, fields);
    return new LineRule(shape.type(), condition(place + ".when", node.get("when")), fields);
  }

  private void requireAll(String place, LineShape shape, List<FieldRule> fields)
      throws CsvException {
    Set<String> missing = new HashSet<>(shape.required());
    fields.forEach(field -> missing.remove(field.field()));
    if (!missing.isEmpty()) {
      throw wrong(
          place,
          "a line of type "
              + shape.type()
              + " needs "
              + String.join(", ", missing.stream().sorted().toList())
              + ": name the column, or give a constant");
    }
  }

  private FieldRule field(String place, String name, LineShape.Value shape, JsonNode node)
      throws CsvException {
    if (node.isString()) {
      TimeFormat time = time(place, shape, null, null);
      return new FieldRule(name, shape, node.stringValue(), "", Map.of(), time, null);
    }
    requireKnown(place, node, FIELD_KEYS);
    String column = text(node, "column");
    String constant = text(node, "constant");
    if ((column == null) == (constant == null)) {
      throw wrong(place, "needs either column or constant");
    }
    Map<String, String> values = new HashMap<>();
    if (node.get("values") != null) {
      for (Map.Entry<String, JsonNode> entry : node.get("values").properties()) {
        values.put(entry.getKey(), entry.getValue().asString());
      }
    }
    return new FieldRule(
        name,
        shape,
        column,
        Objects.requireNonNullElse(constant, ""),
        values,
        constant == null
            ? time(place, shape, text(node, "time"), text(node, "zone"))
            : new TimeFormat.Rfc3339(),
        text(node, "separator"));
  }

  private TimeFormat time(
      String place, LineShape.Value shape, @Nullable String time, @Nullable String zone)
      throws CsvException {
    if (shape != LineShape.Value.TIME) {
      return new TimeFormat.Rfc3339();
    }
    String format = time == null ? Objects.requireNonNullElse(defaultTime, "rfc3339") : time;
    String place0 = zone == null ? defaultZone : zone;
    try {
      return switch (format) {
        case "rfc3339" -> new TimeFormat.Rfc3339();
        case "epoch-seconds" -> new TimeFormat.Epoch(0);
        case "epoch-millis" -> new TimeFormat.Epoch(3);
        default ->
            TimeFormat.Pattern.of(format, place0 == null ? null : java.time.ZoneId.of(place0));
      };
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw wrong(
          place,
          e.getMessage()
              + " (time is rfc3339, epoch-seconds, epoch-millis or a pattern as yyyy-MM-dd HH:mm:ss)");
    }
  }

  private @Nullable Condition condition(String place, @Nullable JsonNode node) throws CsvException {
    if (node == null) {
      return null;
    }
    if (node.isString()) {
      return new Condition(node.stringValue(), Set.of());
    }
    requireKnown(place, node, Set.of("column", "is"));
    String column = text(node, "column");
    JsonNode is = node.get("is");
    if (column == null || is == null) {
      throw wrong(place, "must be a column, or have column and is");
    }
    return new Condition(column, is.isArray() ? texts(place, is) : Set.of(is.asString()));
  }

  private void requireKnown(String place, JsonNode node, Set<String> known) throws CsvException {
    if (!node.isObject()) {
      throw wrong(place, "must be a column or keys and values");
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw wrong(
            place,
            "there is no key \""
                + key
                + "\"; there are "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private Set<String> texts(String place, @Nullable JsonNode node) throws CsvException {
    if (node == null) {
      return Set.of();
    }
    if (!node.isArray()) {
      throw wrong(place, "must be a list");
    }
    Set<String> texts = new HashSet<>();
    node.forEach(element -> texts.add(element.asString()));
    return texts;
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value.asString();
  }

  private CsvException wrong(String place, String what) {
    return new CsvException(file + ": " + place + ": " + what);
  }

  /// Of the content, not of the text: a comment that is put right must not make every file that was
  /// loaded under the mapping another source. Nor does it matter which columns are ignored.
  private static byte[] digest(JsonNode root) {
    Map<String, Object> top = new TreeMap<>();
    root.properties().forEach(entry -> top.put(entry.getKey(), canonical(entry.getValue())));
    top.remove("ignore");
    return Digests.sha256().digest(top.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Object canonical(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
      return new LinkedHashMap<>(sorted);
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(canonical(element)));
      return elements;
    }
    // Quoted, so that no value can be taken for two.
    return node.asString().length() + ":" + node.asString();
  }
}
