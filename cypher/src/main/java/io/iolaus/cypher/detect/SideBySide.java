package io.iolaus.cypher.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Asks the database several things at once: it works off each statement in one thread.
final class SideBySide {

  private SideBySide() {}

  /// What `work` makes of each, in their order; as many at once as there are processors, at least
  /// two.
  ///
  /// @throws RuntimeException the first failure, when all that had begun has ended
  static <T, R> List<R> map(List<T> all, Function<T, R> work) {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    List<Future<R>> pending = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      all.forEach(one -> pending.add(executor.submit(() -> work.apply(one))));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> done : pending) {
      results.add(result(done));
    }
    return results;
  }

  /// Does all of them; as many at once as there are processors, at least two.
  ///
  /// @throws RuntimeException as there
  static void run(List<Runnable> all) {
    map(
        all,
        one -> {
          one.run();
          return true;
        });
  }

  private static <R> R result(Future<R> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
