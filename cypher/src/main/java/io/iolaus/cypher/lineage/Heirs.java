package io.iolaus.cypher.lineage;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// In which clusters those go on that were merged.
public final class Heirs {

  private final Map<String, String> into;

  /// @param into ids of clusters that were merged, with the id of the one that each goes on in
  public Heirs(Map<String, String> into) {
    this.into = new HashMap<>(into);
  }

  /// The cluster that one goes on in, itself where it goes on. A cluster goes on in one that went
  /// on before: there is no circle.
  public String of(String cluster) {
    String heir = cluster;
    for (String next = into.get(heir); next != null; next = into.get(heir)) {
      heir = next;
    }
    return heir;
  }

  /// A cluster and those that go on in it, in byte order.
  public Set<String> family(String cluster) {
    Set<String> family = new TreeSet<>(Set.of(cluster));
    into.keySet().stream().filter(id -> of(id).equals(cluster)).forEach(family::add);
    return family;
  }
}
