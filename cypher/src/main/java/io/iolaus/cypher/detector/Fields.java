package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.YamlNode.Mapping;
import io.iolaus.cypher.detector.YamlNode.Scalar;
import io.iolaus.cypher.detector.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads the fields of one YAML mapping. What is wrong is noted and read as if it were absent; what
/// nobody asked for is refused in the end ([#refuseOthers]).
final class Fields {
  private final Mapping mapping;
  private final Problems problems;
  private final Set<String> known = new TreeSet<>();

  Fields(Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  int line() {
    return mapping.line();
  }

  /// Line of the field, or of the mapping when it has no such field.
  int line(String key) {
    YamlNode node = mapping.entries().get(key);
    return node == null ? mapping.line() : node.line();
  }

  Set<String> keys() {
    return mapping.entries().keySet();
  }

  /// A text that must be there; empty when it is not, with the problem noted.
  String text(String key, String remedy) {
    return value(key, remedy, text -> text).orElse("");
  }

  /// A text that may be there.
  Optional<String> optional(String key) {
    known.add(key);
    return switch (mapping.entries().get(key)) {
      case null -> Optional.empty();
      case Scalar scalar -> Optional.of(scalar.text().strip());
      case YamlNode other -> {
        problems.add(other.line(), "'" + key + "' is no single value", "write one value");
        yield Optional.empty();
      }
    };
  }

  /// A value that must be there and make sense; empty when not, with the problem noted.
  <T> Optional<T> value(String key, String remedy, Function<String, T> parse) {
    Optional<String> text = optional(key);
    if (text.isEmpty() || text.get().isEmpty()) {
      if (!(mapping.entries().get(key) instanceof Sequence)) {
        problems.add(line(key), "'" + key + "' is missing", remedy);
      }
      return Optional.empty();
    }
    return parse(key, text.get(), remedy, parse);
  }

  /// A value that may be there, and then must make sense.
  <T> Optional<T> optionalValue(String key, String remedy, Function<String, T> parse) {
    return optional(key).flatMap(text -> parse(key, text, remedy, parse));
  }

  private <T> Optional<T> parse(String key, String text, String remedy, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      problems.add(line(key), "'" + key + "' cannot be '" + text + "': " + e.getMessage(), remedy);
      return Optional.empty();
    }
  }

  /// The fields of a nested mapping; none when it is absent.
  Fields nested(String key) {
    known.add(key);
    return switch (mapping.entries().get(key)) {
      case null -> new Fields(new Mapping(java.util.Map.of(), mapping.line()), problems);
      case Mapping nested -> new Fields(nested, problems);
      case YamlNode other -> {
        problems.add(other.line(), "'" + key + "' has no fields", "write {key: value, …}");
        yield new Fields(new Mapping(java.util.Map.of(), other.line()), problems);
      }
    };
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /// The mappings in a list; none when it is absent.
  List<Fields> list(String key) {
    List<Fields> result = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof Mapping nested) {
        result.add(new Fields(nested, problems));
      } else {
        problems.add(
            item.line(), "an item of '" + key + "' has no fields", "write {key: value, …}");
      }
    }
    return result;
  }

  /// The texts in a list; empty when it is absent.
  Optional<List<String>> texts(String key) {
    if (!has(key)) {
      known.add(key);
      return Optional.empty();
    }
    List<String> result = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof Scalar scalar) {
        result.add(scalar.text());
      } else {
        problems.add(item.line(), "an item of '" + key + "' is no single value", "write [a, b, …]");
      }
    }
    return Optional.of(result);
  }

  private List<YamlNode> items(String key) {
    known.add(key);
    return switch (mapping.entries().get(key)) {
      case null -> List.of();
      case Sequence sequence -> sequence.items();
      case YamlNode other -> {
        problems.add(other.line(), "'" + key + "' is no list", "write '- …' items or [a, b]");
        yield List.of();
      }
    };
  }

  void problem(String key, String what, String remedy) {
    problems.add(line(key), what, remedy);
  }

  /// Notes every field that nothing has asked for until now.
  void refuseOthers() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problems.add(line(key), "unknown key '" + key + "'", "the keys here are " + known);
      }
    }
  }
}
