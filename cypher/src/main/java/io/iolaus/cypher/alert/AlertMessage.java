package io.iolaus.cypher.alert;

import java.time.Instant;
import java.util.List;

/// One alert, or several as a digest, on their way to a channel.
///
/// @param id the same for each try: who has it twice can tell
/// @param attempts how often it was tried
/// @param since from when it has been tried
/// @param madeAt when it was put together
/// @param alerts one or more, in order
public record AlertMessage(
    String id, long attempts, Instant since, Instant madeAt, List<Alert> alerts) {
  public AlertMessage {
    if (alerts.isEmpty()) {
      throw new IllegalArgumentException("a message tells of an alert at least, was none: " + id);
    }
    alerts = List.copyOf(alerts);
  }

  public boolean digest() {
    return alerts.size() > 1;
  }
}
