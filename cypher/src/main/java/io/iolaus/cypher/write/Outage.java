package io.iolaus.cypher.write;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Says once that the database has stopped answering, and once that it answers again, however many
/// sessions notice. Safe for use by several threads.
final class Outage {

  private final Consumer<String> notices;
  private final AtomicBoolean under = new AtomicBoolean();

  Outage(Consumer<String> notices) {
    this.notices = notices;
  }

  void begins(Duration patience) {
    if (!under.getAndSet(true)) {
      notices.accept(
          "the database does not answer: waiting up to %,d s for it; nothing is lost"
              .formatted(patience.toSeconds()));
    }
  }

  void ends() {
    if (under.get() && under.getAndSet(false)) {
      notices.accept("the database answers again: going on");
    }
  }
}
