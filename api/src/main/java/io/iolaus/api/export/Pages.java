package io.iolaus.api.export;

import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list that is read page by page.
@FunctionalInterface
public interface Pages<T> {

  /// How many rows to read at once: few enough to hold, many enough to read quickly.
  int SIZE = 500;

  /// The page behind a row, null for the first one.
  Page<T> after(@Nullable PageKey key) throws IOException;

  /// What is done with each row.
  @FunctionalInterface
  interface Each<T> {
    void accept(T row) throws IOException;
  }

  /// All rows, for lists that can be held.
  default List<T> all() throws IOException {
    List<T> all = new ArrayList<>();
    each(all::add);
    return all;
  }

  /// Hands over every row of every page. One page is held at a time, and between two of them the
  /// database has nothing to do.
  default void each(Each<T> consumer) throws IOException {
    @Nullable PageKey key = null;
    do {
      Page<T> page = after(key);
      for (T row : page.items()) {
        consumer.accept(row);
      }
      key = page.next();
    } while (key != null);
  }
}
