package io.iolaus.cypher.search;

import io.iolaus.cypher.entity.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entity under all names it goes by.
///
/// @param words other names: aliases, domains, kinds
/// @param detail a few words that tell it from others of the same name
/// @param weight among equal hits the heavier stands first
public record SearchEntry(
    EntityType type,
    String id,
    String name,
    List<String> words,
    @Nullable String detail,
    double weight) {
  public SearchEntry {
    words = List.copyOf(words);
  }
}
