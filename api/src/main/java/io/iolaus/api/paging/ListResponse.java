package io.iolaus.api.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.iolaus.cypher.read.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list that says how much it shows of how much, why it stops and how to go on.
///
/// @param shown how many are in this answer
/// @param total how many there are under the same filter
/// @param reason null when this is all there is to come, `page` when `next` leads on, `budget` when
///   nothing does
/// @param next the cursor of the next page
/// @param hidden how many there are besides that people suppressed
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListResponse<T>(
    List<T> items,
    int shown,
    long total,
    @Nullable String reason,
    @Nullable String next,
    long hidden) {
  public ListResponse {
    items = List.copyOf(items);
  }

  /// All there is.
  public static <T> ListResponse<T> all(List<T> items) {
    return new ListResponse<>(items, items.size(), items.size(), null, null, 0);
  }

  /// One page, with a cursor that is good for this query alone.
  public static <T> ListResponse<T> of(Page<T> page, Cursors cursors, String query) {
    return of(page, cursors, query, item -> item);
  }

  public static <T, R> ListResponse<R> of(
      Page<T> page, Cursors cursors, String query, Function<T, R> item) {
    String next = page.next() == null ? null : cursors.write(query, page.next());
    return new ListResponse<>(
        page.items().stream().map(item).toList(),
        page.items().size(),
        page.total(),
        next == null ? null : "page",
        next,
        0);
  }

  /// The same, with how many are left out because people suppressed them.
  public ListResponse<T> hiding(long many) {
    return new ListResponse<>(items, shown, total, reason, next, many);
  }
}
