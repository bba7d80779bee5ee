package io.iolaus.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of what a search found.
///
/// @param next where it ends, null where nothing follows
/// @param cut whether time ran out: there may be more, and better
record SearchPage(List<SearchHit> hits, SearchFacets facets, @Nullable HitPlace next, boolean cut) {
  SearchPage {
    hits = List.copyOf(hits);
  }
}
