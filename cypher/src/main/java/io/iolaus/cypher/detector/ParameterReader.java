package io.iolaus.cypher.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `params:` of a front matter: `minAccounts: {type: integer, default: 2, min: 2, max: 50,
/// doc: …}`.
final class ParameterReader {
  private static final Set<String> TYPES = Set.of("integer", "number", "boolean", "duration");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final String DEFAULT_REMEDY = "give a value of the parameter's type";

  private ParameterReader() {}

  static List<DetectorParameter> read(Fields fields, Problems problems) {
    List<DetectorParameter> result = new ArrayList<>();
    Fields params = fields.nested("params");
    for (String name : params.keys()) {
      checkName(name, params.line(name), problems);
      one(name, params.nested(name), problems).ifPresent(result::add);
    }
    return result;
  }

  private static void checkName(String name, int line, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(line, "parameter '" + name + "' is not in camel case", "rename it");
    } else if (DetectorParameters.OF_THE_WINDOW.contains(name) || name.startsWith("engine")) {
      problems.add(line, "parameter '" + name + "' is the engine's", "drop it: it is always there");
    }
  }

  private static Optional<DetectorParameter> one(String name, Fields fields, Problems problems) {
    Optional<DetectorParameter.Type> type =
        fields.value(
            "type", "write one of " + TYPES.stream().sorted().toList(), ParameterReader::type);
    String doc = fields.text("doc", "say what it changes");
    DetectorParameter.Type readAs = type.orElse(DetectorParameter.Type.BOOLEAN);
    Optional<Object> min = fields.optionalValue("min", DEFAULT_REMEDY, readAs::parse);
    Optional<Object> max = fields.optionalValue("max", DEFAULT_REMEDY, readAs::parse);
    boolean ordered = readAs != DetectorParameter.Type.BOOLEAN;
    if (type.isPresent() && ordered != (fields.has("min") && fields.has("max"))) {
      fields.problem(
          "type",
          name + (ordered ? " has no range" : " is boolean and has a range"),
          ordered ? "give min and max" : "drop min and max");
    }
    // The default is read last, by the parameter itself, so that it is held to the range like any
    // other value.
    DetectorParameter open = new DetectorParameter(name, readAs, false, min, max, doc);
    Optional<Object> byDefault =
        fields.value(
            "default", "give a value of the parameter's type, from min to max", open::parse);
    fields.refuseOthers();
    if (name.equals(DetectorParameters.WINDOW) && readAs != DetectorParameter.Type.DURATION) {
      problems.add(
          fields.line(), "'window' is no duration", "it is how far back to look, such as P60D");
    }
    return byDefault.map(value -> new DetectorParameter(name, readAs, value, min, max, doc));
  }

  private static DetectorParameter.Type type(String text) {
    if (!TYPES.contains(text)) {
      throw new IllegalArgumentException("unknown type");
    }
    return DetectorParameter.Type.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
