package io.iolaus.api.alert;

import io.iolaus.cypher.alert.Alert;
import java.time.Instant;
import java.util.List;

/// Which alerts go into which message, and when.
///
/// - In quiet hours none; what was raised in them goes as one digest afterwards, with whatever came
///   in since.
/// - With digests, what was raised before the latest slot goes together.
/// - Else each goes by itself at once, unless so many come at once that nobody would read them.
final class AlertPlan {

  /// More than so many at once go together: the first run over a large graph finds hundreds.
  static final int MOST = 20;

  private AlertPlan() {}

  /// Messages of the first of these, in their order; those left out have to wait.
  static List<List<Alert>> of(AlertTimes times, List<Alert> pending, Instant now) {
    if (pending.isEmpty() || times.quiet(now)) {
      return List.of();
    }
    if (!times.digest().isZero()) {
      Instant slot = times.slot(now);
      List<Alert> ready =
          pending.stream().takeWhile(alert -> alert.raisedAt().isBefore(slot)).toList();
      return ready.isEmpty() ? List.of() : List.of(ready);
    }
    boolean piledUp = pending.stream().anyMatch(alert -> times.quiet(alert.raisedAt()));
    return piledUp || pending.size() > MOST
        ? List.of(pending)
        : pending.stream().map(List::of).toList();
  }
}
