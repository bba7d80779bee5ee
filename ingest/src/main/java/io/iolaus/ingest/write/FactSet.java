package io.iolaus.ingest.write;

import io.iolaus.ingest.fold.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All statements about one node. What holds is a function of the set, so the order in which lines
/// came cannot matter.
public final class FactSet {

  private final Set<Fact> facts = new TreeSet<>();

  /// The facts a node holds.
  public static FactSet stored(Collection<String> encoded) {
    FactSet set = new FactSet();
    encoded.forEach(text -> set.facts.add(Fact.decode(text)));
    return set;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return facts.isEmpty();
  }

  /// The values a field was ever given.
  public Set<String> values(String field) {
    return facts.stream()
        .filter(f -> f.field().equals(field))
        .map(Fact::value)
        .collect(Collectors.toSet());
  }

  /// Adds a fact; true if it is new.
  public boolean add(Fact fact) {
    return facts.add(fact);
  }

  /// Adds a fact of which only the latest time of each value is kept.
  public void addLatest(Fact fact) {
    boolean known =
        facts.stream()
            .anyMatch(f ->
                f.field().equals(fact.field())
                    && f.value().equals(fact.value())
                    && f.at() >= fact.at());
    if (!known) {
      facts.removeIf(f -> f.field().equals(fact.field()) && f.value().equals(fact.value()));
      facts.add(fact);
    }
  }

  /// Whether any fact gives this field this value.
  public boolean states(String field, String value) {
    return facts.stream().anyMatch(f -> f.field().equals(field) && f.value().equals(value));
  }

  /// The fact that holds for each field: the latest, of equally late ones the greater value.
  public Map<String, Fact> holding() {
    Map<String, Fact> holding = new HashMap<>();
    // Ascending, so the last one put is the one that holds.
    facts.forEach(fact -> holding.put(fact.field(), fact));
    return holding;
  }

  /// Every fact.
  List<Fact> all() {
    return List.copyOf(facts);
  }

  /// The stored form, in a fixed order.
  public List<String> encode() {
    return facts.stream().map(Fact::encode).toList();
  }
}
