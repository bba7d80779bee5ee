package io.iolaus.cypher.write;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Says once that the database has stopped answering, and once that it answers again, however many
/// sessions notice. Safe for use by several threads.
final class Outage {

  private final OutageListener listener;
  private final AtomicBoolean under = new AtomicBoolean();

  Outage(OutageListener listener) {
    this.listener = listener;
  }

  void begins(Duration patience) {
    if (!under.getAndSet(true)) {
      listener.notice(
          "the database does not answer: waiting up to %,d s for it; nothing is lost"
              .formatted(patience.toSeconds()));
    }
  }

  /// Whether it is no longer worth waiting for its end.
  boolean isGivenUp() {
    return listener.gaveUp();
  }

  void ends() {
    if (under.get() && under.getAndSet(false)) {
      listener.notice("the database answers again: going on");
    }
  }
}
