package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What hits must be besides.
///
/// @param types of one of these; empty: of any
/// @param from seen at this moment or later
/// @param to seen at this moment or before
/// @param state clusters of this state, and nothing else
record SearchFilter(
    Set<EntityType> types, Optional<Instant> from, Optional<Instant> to, Optional<String> state) {

  static final SearchFilter NONE =
      new SearchFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  SearchFilter {
    types = Set.copyOf(types);
  }
}
