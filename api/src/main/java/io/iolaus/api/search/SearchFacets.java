package io.iolaus.api.search;

import java.util.List;

/// How the hits of a search divide.
///
/// @param type by type
/// @param state of clusters, by state
record SearchFacets(List<Count> type, List<Count> state) {
  SearchFacets {
    type = List.copyOf(type);
    state = List.copyOf(state);
  }

  /// @param count exact, but where there are `more`
  record Count(String value, long count, boolean more) {}

  long total() {
    return type.stream().mapToLong(Count::count).sum();
  }
}
