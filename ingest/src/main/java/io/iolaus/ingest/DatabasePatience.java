package io.iolaus.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.neo4j.driver.exceptions.RetryableException;

/// Waits for a database that has stopped answering, for a bounded time. The driver tries again for
/// half a minute by itself; a restart or a change of leader may take longer.
final class DatabasePatience {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Duration patience;
  private final Duration firstPause;
  private final IngestListener listener;

  /// @param patience how long to wait in all; none at all where it is zero
  /// @param firstPause before the second try; twice as long before each further one, up to 20 s
  DatabasePatience(Duration patience, Duration firstPause, IngestListener listener) {
    this.patience = patience;
    this.firstPause = firstPause;
    this.listener = listener;
  }

  /// Work that may be done again after it failed.
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /// Does the work; again while the database does not answer, until patience is at its end.
  <T> T insist(Work<T> work) throws IOException {
    long start = System.nanoTime();
    Duration pause = firstPause;
    while (true) {
      try {
        T result = work.run();
        if (!pause.equals(firstPause)) {
          listener.notice("the database answers again");
        }
        return result;
      } catch (RuntimeException e) {
        Duration left = patience.minusNanos(System.nanoTime() - start);
        if (!(e instanceof RetryableException) || left.isNegative() || left.isZero()) {
          throw e;
        }
        listener.notice(
            "the database does not answer: trying again for "
                + (left.toSeconds() + 1)
                + " s; nothing is lost");
        sleep(pause.compareTo(left) < 0 ? pause : left);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private void sleep(Duration pause) throws IOException {
    long end = System.nanoTime() + pause.toNanos();
    while (System.nanoTime() < end) {
      if (listener.stopped()) {
        throw new IngestStoppedException();
      }
      try {
        Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 200));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while the database did not answer");
      }
    }
  }
}
