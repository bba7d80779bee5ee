package io.iolaus.bench.table;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes one thing while the one before it is used: two populations are in memory at most. What is
/// used, and in which order, does not depend on that.
final class Ahead {

  private Ahead() {}

  /// Hands what `make` makes of each item to `use`, on this thread and in the order of the items.
  static <S, M> void each(List<S> items, Function<S, M> make, Consumer<M> use) {
    try (ExecutorService maker = Executors.newSingleThreadExecutor()) {
      CompletableFuture<M> next = null;
      for (int i = 0; i < items.size(); i++) {
        CompletableFuture<M> made = next == null ? begin(maker, make, items.get(i)) : next;
        M current = made.join();
        next = i + 1 < items.size() ? begin(maker, make, items.get(i + 1)) : null;
        use.accept(current);
      }
    }
  }

  private static <S, M> CompletableFuture<M> begin(
      ExecutorService maker, Function<S, M> make, S item) {
    return CompletableFuture.supplyAsync(() -> make.apply(item), maker);
  }
}
