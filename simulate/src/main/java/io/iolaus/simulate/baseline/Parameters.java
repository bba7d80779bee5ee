package io.iolaus.simulate.baseline;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Named settings of a baseline.
public record Parameters(SortedMap<String, String> values) {

  /// The smallest group that counts as found.
  public static final String LEAST = "least";

  /// `yes`: only groups with an account that was suspended or convicted count as found.
  public static final String FLAGGED = "flagged";

  public static final Parameters NONE = new Parameters(new TreeMap<>());

  public Parameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// The same with one setting more, or another value for it.
  public Parameters with(String name, Object value) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.put(name, value.toString());
    return new Parameters(changed);
  }

  /// The same without some settings.
  Parameters without(Set<String> names) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.keySet().removeAll(names);
    return new Parameters(changed);
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + name + " is missing; there are " + this);
    }
    return value;
  }

  double number(String name) {
    return Double.parseDouble(text(name));
  }

  int whole(String name) {
    return Integer.parseInt(text(name));
  }

  /// As `cap=10 least=5`, by name.
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map((Map.Entry<String, String> e) -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }
}
