package io.iolaus.ingest.bulk;

import io.iolaus.ingest.Failures;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does pieces of work on some threads, with a bounded number of them waiting. Used by one thread.
final class Work implements AutoCloseable {

  private final ExecutorService pool;
  private final int most;
  private final Runnable done;
  private final Deque<Future<?>> pending = new ArrayDeque<>();

  /// @param done hears of each piece, on the thread that hands them over
  Work(int threads, Runnable done) {
    this.done = done;
    pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("import-", 0).factory());
    most = 2 * threads;
  }

  /// Hands a piece over, once there is room for it.
  void add(Callable<?> piece) throws IOException {
    if (pending.size() == most) {
      await(pending.remove());
    }
    pending.add(pool.submit(piece));
  }

  /// Waits until all is done.
  void await() throws IOException {
    while (!pending.isEmpty()) {
      await(pending.remove());
    }
  }

  private void await(Future<?> piece) throws IOException {
    Failures.await(piece, "writing for the importer");
    done.run();
  }

  /// Lets pieces end that have begun; the others are dropped.
  @Override
  public void close() {
    pending.forEach(piece -> piece.cancel(false));
    pool.close();
  }
}
