package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entity that a search found.
///
/// @param detail a few words that tell it from others of the same name
/// @param cluster the cluster it belongs to most, null for none
record SearchHit(
    EntityType type, String id, String label, @Nullable String detail, @Nullable String cluster) {

  /// The same with its cluster, where it is an account that has one.
  SearchHit in(Map<String, String> clusters) {
    return type == EntityType.ACCOUNT
        ? new SearchHit(type, id, label, detail, clusters.get(id))
        : this;
  }
}
