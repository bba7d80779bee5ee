package io.iolaus.ingest.write;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Writes some parts of a segment at the same time, each in a session of its own. Used by one
/// thread; it alone hears which parts are in.
///
/// The parts of a segment are disjoint by account. Nodes that several of them touch are locked in
/// one order by all, and a part has its marker: that its transaction runs again does no harm.
final class PartSessions implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletionService<String> done = new ExecutorCompletionService<>(threads);
  private final int sessions;
  private final Consumer<String> written;
  private int running;

  /// @param sessions how many at once
  /// @param written hears of each part, after it
  PartSessions(int sessions, Consumer<String> written) {
    this.sessions = sessions;
    this.written = written;
  }

  /// Starts writing a part, once a session is free for it.
  void write(String id, Runnable work) {
    if (running == sessions) {
      awaitOne();
    }
    done.submit(work, id);
    running++;
  }

  /// Waits until all parts that were started are in.
  void await() {
    while (running > 0) {
      awaitOne();
    }
  }

  private void awaitOne() {
    running--;
    try {
      written.accept(done.take().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new InterruptedIOException("interrupted while writing to the graph"));
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Waits for the parts under way, whatever becomes of them: what commits now is not to be done
  /// again.
  @Override
  public void close() {
    threads.close();
  }
}
