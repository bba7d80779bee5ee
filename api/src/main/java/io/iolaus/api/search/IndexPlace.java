package io.iolaus.api.search;

import io.iolaus.cypher.detect.Intake;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Up to where an index has followed the graph. It is committed together with the documents, so
/// that who opens them again goes on from there.
///
/// @param intake what was loaded; empty before all was read once
/// @param derived what runs had written
record IndexPlace(Optional<Intake> intake, String derived) {

  static final IndexPlace NOWHERE = new IndexPlace(Optional.empty(), "");

  /// As Lucene keeps it beside a commit.
  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("version", String.valueOf(SearchFields.VERSION));
    properties.put("derived", derived);
    intake.ifPresent(known -> {
      properties.put("segments", segments(known.segments()));
      properties.put("replaced", String.valueOf(known.replaced()));
      properties.put("renewed", String.valueOf(known.renewed()));
      properties.put("store", known.store());
    });
    return properties;
  }

  /// @throws IllegalArgumentException if these are of another version
  static IndexPlace read(Map<String, String> properties) {
    if (!String.valueOf(SearchFields.VERSION).equals(properties.get("version"))) {
      throw new IllegalArgumentException("an index of another version");
    }
    String segments = properties.get("segments");
    Optional<Intake> intake =
        segments == null
            ? Optional.empty()
            : Optional.of(
                new Intake(
                    segments(segments),
                    Long.parseLong(properties.getOrDefault("replaced", "0")),
                    false,
                    0,
                    Long.parseLong(properties.getOrDefault("renewed", "0")),
                    properties.getOrDefault("store", "")));
    return new IndexPlace(intake, properties.getOrDefault("derived", ""));
  }

  /// Batches that came over HTTP have one segment each and there are many: neighbours of equal
  /// length are written as one, `1-2000:1 2001:7`.
  private static String segments(Map<Long, Long> segments) {
    StringBuilder out = new StringBuilder();
    long from = -1;
    long to = -2;
    long length = -1;
    for (Map.Entry<Long, Long> batch : new TreeMap<>(segments).entrySet()) {
      if (batch.getKey() == to + 1 && batch.getValue() == length) {
        to++;
        continue;
      }
      append(out, from, to, length);
      from = batch.getKey();
      to = from;
      length = batch.getValue();
    }
    append(out, from, to, length);
    return out.toString();
  }

  private static void append(StringBuilder out, long from, long to, long length) {
    if (to >= from) {
      out.append(out.isEmpty() ? "" : " ").append(from).append('-').append(to);
      out.append(':').append(length);
    }
  }

  private static Map<Long, Long> segments(String text) {
    Map<Long, Long> segments = new HashMap<>();
    for (String run : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int dash = run.indexOf('-');
      int colon = run.indexOf(':');
      long length = Long.parseLong(run.substring(colon + 1));
      long to = Long.parseLong(run.substring(dash + 1, colon));
      for (long seq = Long.parseLong(run.substring(0, dash)); seq <= to; seq++) {
        segments.put(seq, length);
      }
    }
    return segments;
  }
}
