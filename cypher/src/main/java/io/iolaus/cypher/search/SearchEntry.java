package io.iolaus.cypher.search;

import io.iolaus.cypher.entity.EntityType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entity under all names it goes by.
///
/// @param words other names: aliases, domains, kinds
/// @param detail a few words that tell it from others of the same name
/// @param state of a cluster
/// @param weight among equal hits the heavier stands first, 0 or more
/// @param first when it was first seen, as far as is known
/// @param last when it was last seen
/// @param shingles the skeleton of a prompt family: keyed hashes
public record SearchEntry(
    EntityType type,
    String id,
    String name,
    List<String> words,
    @Nullable String detail,
    @Nullable String state,
    long weight,
    @Nullable Instant first,
    @Nullable Instant last,
    List<Long> shingles) {
  public SearchEntry {
    words = List.copyOf(words);
    shingles = List.copyOf(shingles);
  }

  /// The same, seen in a span that may be longer.
  public SearchEntry seen(@Nullable Instant earliest, @Nullable Instant latest) {
    return new SearchEntry(
        type, id, name, words, detail, state, weight, earliest, latest, shingles);
  }
}
