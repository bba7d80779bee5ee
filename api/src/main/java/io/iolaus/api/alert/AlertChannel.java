package io.iolaus.api.alert;

import io.iolaus.cypher.alert.AlertMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A way that alerts leave by.
interface AlertChannel {

  /// Of the channel, as it stands in the graph: `webhook`, `mail`.
  String name();

  /// Where to, for people; no secrets.
  String target();

  /// Tries once. Takes as long as its time limits allow; what goes wrong is an outcome.
  Outcome send(AlertMessage message) throws InterruptedException;

  /// What came of a try.
  sealed interface Outcome {
    record Sent() implements Outcome {}

    /// It may work another time.
    ///
    /// @param after what the other side asked for; null for nothing
    record Later(String problem, @Nullable Duration after) implements Outcome {}

    /// It will not work another time either.
    record Refused(String problem) implements Outcome {}
  }
}
