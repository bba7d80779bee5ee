package io.iolaus.ingest.write;

import io.iolaus.ingest.fold.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All statements about one node. What holds is a function of the set, so the order in which lines
/// came cannot matter.
public final class FactSet {

  private final TreeMap<Fact, Long> facts = new TreeMap<>();

  /// The facts a node holds.
  public static FactSet stored(Collection<String> encoded) {
    return stored(encoded, new long[0]);
  }

  /// The facts a node holds, with when they became known as {@link #known} gave it.
  public static FactSet stored(Collection<String> encoded, long[] known) {
    FactSet set = new FactSet();
    long[] moments = Runs.ofStarts(known, encoded.size());
    int i = 0;
    for (String text : encoded) {
      set.facts.put(Fact.decode(text), moments[i++]);
    }
    return set;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return facts.isEmpty();
  }

  /// The values a field was ever given.
  public Set<String> values(String field) {
    return facts.keySet().stream()
        .filter(f -> f.field().equals(field))
        .map(Fact::value)
        .collect(Collectors.toSet());
  }

  /// Adds a fact; true if it is new.
  ///
  /// @param at when it became known, in milliseconds since 1970-01-01; 0 is from the beginning
  public boolean add(Fact fact, long at) {
    return facts.putIfAbsent(fact, at) == null;
  }

  /// Adds a fact of which only the latest time of each value is kept, and not when it became known.
  public void addLatest(Fact fact) {
    boolean known =
        facts.keySet().stream()
            .anyMatch(f ->
                f.field().equals(fact.field())
                    && f.value().equals(fact.value())
                    && f.at() >= fact.at());
    if (!known) {
      facts
          .keySet()
          .removeIf(f -> f.field().equals(fact.field()) && f.value().equals(fact.value()));
      facts.put(fact, 0L);
    }
  }

  /// Whether any fact gives this field this value.
  public boolean states(String field, String value) {
    return facts.keySet().stream()
        .anyMatch(f -> f.field().equals(field) && f.value().equals(value));
  }

  /// The fact that holds for each field: the latest, of equally late ones the greater value.
  public Map<String, Fact> holding() {
    Map<String, Fact> holding = new HashMap<>();
    // Ascending, so the last one put is the one that holds.
    facts.keySet().forEach(fact -> holding.put(fact.field(), fact));
    return holding;
  }

  /// The value that holds for a field.
  Optional<String> held(String field) {
    return Optional.ofNullable(holding().get(field)).map(Fact::value);
  }

  /// Every fact.
  List<Fact> all() {
    return List.copyOf(facts.keySet());
  }

  /// The stored form, in a fixed order.
  public List<String> encode() {
    return facts.keySet().stream().map(Fact::encode).toList();
  }

  /// When each became known, in the order of {@link #encode}, as {@link Runs#starts}.
  public List<Long> known() {
    return Runs.starts(facts.values().stream().mapToLong(Long::longValue).toArray());
  }
}
