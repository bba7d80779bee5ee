package io.iolaus.cypher.detector;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The values a statement runs with: those of the window, and those the detector declares.
final class DetectorParameters {
  /// Always there, as dates.
  static final Set<String> OF_THE_WINDOW = Set.of("from", "asOf");

  /// A declared duration of this name is how far back the detector looks, at most.
  static final String WINDOW = "window";

  private DetectorParameters() {}

  /// The parameters by name, as the driver takes them.
  ///
  /// @param values other values than the defaults, as a file would write them
  /// @throws IllegalArgumentException for a parameter it does not have, or a value out of range
  static Map<String, Object> resolve(
      DetectorFile detector, DetectorWindow window, Map<String, String> values) {
    Map<String, Object> params = new TreeMap<>();
    for (DetectorParameter parameter : detector.params()) {
      String value = values.get(parameter.name());
      params.put(
          parameter.name(), value == null ? parameter.defaultValue() : parameter.parse(value));
    }
    if (!params.keySet().containsAll(values.keySet())) {
      throw new IllegalArgumentException(
          detector.id() + " has parameters " + params.keySet() + ", was given " + values.keySet());
    }
    DetectorWindow looked =
        params.get(WINDOW) instanceof Duration length ? window.atMost(length) : window;
    params.put("from", looked.fromDay());
    params.put("asOf", looked.asOfDay());
    return params;
  }

  static Map<String, String> asText(Map<String, Object> params) {
    return params.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }
}
