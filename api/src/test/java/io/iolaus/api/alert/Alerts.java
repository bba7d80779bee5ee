package io.iolaus.api.alert;

import io.iolaus.cypher.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Alerts for tests.
final class Alerts {

  private Alerts() {}

  /// A cluster that grew.
  static Alert of(String cluster, long place, Instant raisedAt) {
    return titled(cluster, place, raisedAt, cluster + " grew: 40 accounts, 24 before (labelled)");
  }

  static Alert titled(String cluster, long place, Instant raisedAt, String title) {
    return new Alert(
        "run-1/" + place,
        place,
        "grew",
        "run-1",
        raisedAt,
        raisedAt,
        raisedAt,
        List.of(cluster),
        List.of(new Alert.Outcome(cluster, "labelled", "org-alder", 0.87)),
        24,
        40,
        Map.of("new", 16),
        Map.of(),
        title,
        "24 accounts before, 40 now; 16 joined (new)",
        List.of("812 lines came in"),
        List.of("shared-instrument 1"),
        List.of());
  }
}
