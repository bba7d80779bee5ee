package io.iolaus.api.cases;

import java.util.Locale;
import java.util.Map;

/// What may be in a case.
record CaseItem(Type type, String id) {

  /// What kind of thing it is.
  enum Type {
    ACCOUNT,
    CLUSTER;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// As `cluster:c-1`.
  String of() {
    return type.text() + ":" + id;
  }

  Map<String, String> row() {
    return Map.of("type", type.text(), "entity", id, "of", of());
  }
}
