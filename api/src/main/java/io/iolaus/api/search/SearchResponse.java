package io.iolaus.api.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of hits, how they divide, and how far the index stands for the graph.
///
/// @param total how many there are; of each type at most a thousand are counted, see `facets`
/// @param reason null when this is all there is to come, `page` when `next` leads on, `budget` when
///   time ran out
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchResponse(
    List<SearchHit> items,
    int shown,
    long total,
    @Nullable String reason,
    @Nullable String next,
    long hidden,
    SearchFacets facets,
    IndexState index) {
  SearchResponse {
    items = List.copyOf(items);
  }
}
