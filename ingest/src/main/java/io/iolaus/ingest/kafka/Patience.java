package io.iolaus.ingest.kafka;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.RetryableException;

/// Does work again and again while what keeps it from being done may pass: a database or a broker
/// that is away, a disk that is full.
final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Duration limit;
  private volatile long deadline = Long.MAX_VALUE;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /// Work that may fail.
  interface Work<T> {
    T run() throws IOException;
  }

  /// From now on, ends soon.
  void end(Duration within) {
    deadline = System.nanoTime() + within.toNanos();
  }

  /// Does work; throws what it threw when that is not going to pass, or patience is at its end.
  <T> T run(Work<T> work) throws IOException {
    long start = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return work.run();
      } catch (IOException | RuntimeException e) {
        if (!mayPass(e) || isOver(start)) {
          throw e;
        }
      }
      sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private static boolean mayPass(Exception e) {
    return switch (e) {
      // A database that cannot write for want of space says so in many ways.
      case RetryableException _, DatabaseException _ -> true;
      case KafkaSourceException source -> source.passes();
      default -> false;
    };
  }

  private boolean isOver(long start) {
    long now = System.nanoTime();
    return now - start > limit.toNanos() || (deadline != Long.MAX_VALUE && now - deadline > 0);
  }

  private static void sleep(Duration pause) throws InterruptedIOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the database");
    }
  }
}
