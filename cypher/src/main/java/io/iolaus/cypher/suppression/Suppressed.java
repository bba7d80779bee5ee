package io.iolaus.cypher.suppression;

import io.iolaus.cypher.entity.EntityRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The suppressions that hold at one moment.
///
/// @param scopes by the id of the suppression
public record Suppressed(Map<String, Scope> scopes) {

  /// Nothing is suppressed.
  public static final Suppressed NONE = new Suppressed(Map.of());

  public Suppressed {
    scopes = java.util.Collections.unmodifiableMap(new TreeMap<>(scopes));
  }

  /// Each as `ID SCOPE`, as a run keeps them.
  public List<String> texts() {
    return scopes.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().text()).toList();
  }

  /// What a run kept.
  public static Suppressed of(Collection<String> texts) {
    return new Suppressed(
        texts.stream()
            .map(text -> text.split(" ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Scope.parse(pair[1]))));
  }

  /// Shared things that carry no evidence.
  public Set<EntityRef> things() {
    return of(Scope.Thing.class).map(Scope.Thing::ref).collect(Collectors.toUnmodifiableSet());
  }

  /// Accounts that are not labelled and not listed.
  public Set<String> accounts() {
    return of(Scope.Account.class).map(Scope.Account::id).collect(Collectors.toUnmodifiableSet());
  }

  /// Clusters that are not listed.
  public Set<String> clusters() {
    return of(Scope.Cluster.class).map(Scope.Cluster::id).collect(Collectors.toUnmodifiableSet());
  }

  private <T extends Scope> java.util.stream.Stream<T> of(Class<T> kind) {
    return scopes.values().stream().filter(kind::isInstance).map(kind::cast);
  }
}
