package io.iolaus.ingest.fold;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A set of facts, each with the tag of the first line that stated it.
public final class FactFold {

  private final Map<Fact, Integer> firstLines = new HashMap<>();

  /// Adds a fact; an absent value states nothing. True if the fact is new.
  public boolean add(String field, long at, @Nullable String value, int tag) {
    return value != null && add(new Fact(field, at, value), tag);
  }

  /// Adds a fact; true if it is new.
  public boolean add(Fact fact, int tag) {
    Integer known = firstLines.putIfAbsent(fact, tag);
    if (known != null && tag < known) {
      firstLines.put(fact, tag);
    }
    return known == null;
  }

  /// Adds all facts of another fold.
  void addAll(FactFold other) {
    other.firstLines.forEach(this::add);
  }

  /// The facts with the tag of their first line.
  public Map<Fact, Integer> firstLines() {
    return firstLines;
  }
}
