package io.iolaus.ingest;

import java.util.Map;

/// Counts lines by the names of fields that the format does not know. A careless producer may put a
/// new name on every line, so only so many are told apart.
final class UnknownFields {

  /// What all further names are counted under.
  static final String OTHERS = "(others)";

  private static final int MOST_NAMES = 1_000;

  private UnknownFields() {}

  static void add(Map<String, Long> counts, String name, long lines) {
    boolean apart = counts.size() < MOST_NAMES || counts.containsKey(name);
    counts.merge(apart ? name : OTHERS, lines, Long::sum);
  }

  static void addAll(Map<String, Long> counts, Map<String, Long> more) {
    more.forEach((name, lines) -> add(counts, name, lines));
  }
}
