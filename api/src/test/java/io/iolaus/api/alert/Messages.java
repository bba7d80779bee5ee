package io.iolaus.api.alert;

import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertMessage;
import java.time.Instant;
import java.util.List;

/// Messages for tests.
final class Messages {

  private Messages() {}

  static AlertMessage of(Alert... alerts) {
    Instant at = alerts[0].raisedAt();
    return new AlertMessage("msg_1", 0, at, at, List.of(alerts));
  }
}
