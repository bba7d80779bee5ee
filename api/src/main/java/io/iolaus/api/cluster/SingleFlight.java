package io.iolaus.api.cluster;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// Keeps what is costly to make, and makes it once however many ask at the same time: the first
/// does the work, the others wait for it. A failure goes to all who wait, and is not kept.
final class SingleFlight<K, V> {

  private final AsyncCache<K, V> cache;

  /// @param most sum of the weights that are kept
  /// @param idle how long what nobody asks for is kept
  SingleFlight(long most, Duration idle, ToIntFunction<V> weight) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .expireAfterAccess(idle)
            .weigher((K key, V value) -> weight.applyAsInt(value))
            .buildAsync();
  }

  V get(K key, Supplier<V> make) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> first = cache.asMap().putIfAbsent(key, mine);
    if (first != null) {
      return result(first);
    }
    try {
      V made = make.get();
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      cache.asMap().remove(key, mine);
      throw e;
    }
  }

  private static <V> V result(CompletableFuture<V> first) {
    try {
      return first.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
