package io.iolaus.cypher.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param total how many there are altogether under the same filter
/// @param next where the next page begins, null on the last page
public record Page<T>(List<T> items, long total, @Nullable PageKey next) {
  public Page {
    items = List.copyOf(items);
  }

  /// Makes a page of what was read with a limit of one more than wanted: the extra row tells that
  /// there is more.
  public static <T> Page<T> of(
      List<T> read, int limit, long total, java.util.function.Function<T, PageKey> key) {
    if (read.size() <= limit) {
      return new Page<>(read, total, null);
    }
    List<T> items = read.subList(0, limit);
    return new Page<>(items, total, key.apply(items.getLast()));
  }
}
