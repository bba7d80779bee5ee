package io.iolaus.cypher.detector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// A piece of YAML that knows the line it stands on; scalars stay the text that was written.
sealed interface YamlNode {
  /// From 1, in the file.
  int line();

  record Scalar(String text, int line) implements YamlNode {}

  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
    public Mapping {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /// The mapping that `yaml` holds; an empty one, with the problem noted, when it holds none.
  ///
  /// @param before lines of the file before the first of `yaml`
  static Mapping read(String yaml, int before, Problems problems) {
    try (JsonParser parser =
        YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), yaml)) {
      Builder builder = new Builder(parser, before, problems);
      if (parser.nextToken() == JsonToken.START_OBJECT
          && builder.node() instanceof Mapping mapping) {
        if (parser.nextToken() != null) {
          problems.add(builder.line(), "there is more than one YAML document", "write one");
        }
        return mapping;
      }
      problems.add(before + 1, "there are no fields", "write 'key: value' lines");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      problems.add(
          before + line,
          "this is no YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""),
          "check indentation, quotes and brackets");
    }
    return new Mapping(Map.of(), before + 1);
  }

  /// Builds nodes from the parser's events.
  record Builder(JsonParser parser, int before, Problems problems) {
    private YamlNode node() {
      int line = line();
      return switch (parser.currentToken()) {
        case START_OBJECT -> mapping(line);
        case START_ARRAY -> {
          List<YamlNode> items = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
          }
          yield new Sequence(items, line);
        }
        case null, default ->
            new Scalar(parser.getString() == null ? "" : parser.getString(), line);
      };
    }

    private Mapping mapping(int line) {
      Map<String, YamlNode> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        int at = line();
        parser.nextToken();
        if (entries.put(key, node()) != null) {
          problems.add(at, "'" + key + "' is written twice", "keep one of them");
        }
      }
      return new Mapping(entries, line);
    }

    private int line() {
      return before + parser.currentTokenLocation().getLineNr();
    }
  }
}
