package io.iolaus.ingest.bulk;

import io.iolaus.cypher.write.GraphRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Nodes of which there are few, or no more than a fold holds in memory anyway: they are read and
/// changed until all is there. Safe for use by several threads.
final class SmallNodes {

  private final Map<String, Map<String, Map<String, Object>>> labels = new TreeMap<>();
  private final Set<String> once = new HashSet<>();

  /// A node as it is now; made if it is missing.
  synchronized Map<String, Object> merge(String label, String id, Map<String, Object> created) {
    Map<String, Map<String, Object>> nodes = labels.computeIfAbsent(label, _ -> new HashMap<>());
    Map<String, Object> node = nodes.get(id);
    if (node == null) {
      node = new HashMap<>(created);
      nodes.put(id, node);
    }
    return new HashMap<>(node);
  }

  /// A node that is there, as a row with its id.
  synchronized GraphRow row(String label, String id) {
    Map<String, Object> columns = new HashMap<>(node(label, id));
    columns.put("id", id);
    return GraphRow.of(columns);
  }

  /// Replaces properties of a node that is there.
  synchronized void set(String label, String id, Map<?, ?> properties) {
    Map<String, Object> node = node(label, id);
    properties.forEach((name, value) -> node.put((String) name, value));
  }

  /// Adds to a number of a node, which is made if it is missing; returns the sum.
  synchronized long count(String label, String id, String property, long more) {
    Object before = merge(label, id, Map.of(property, 0L)).get(property);
    long sum = (before == null ? 0 : (Long) before) + more;
    set(label, id, Map.of(property, sum));
    return sum;
  }

  /// An organization that somebody named is there, if only by its name.
  void mentionOrganization(String id) {
    merge("Organization", id, Map.of("placeholder", true, "facts", List.of()));
  }

  /// A capability that an exchange named is there.
  void capability(String id) {
    merge("Capability", id, Map.of());
  }

  /// True the first time it is asked for a name.
  synchronized boolean addOnce(String name) {
    return once.add(name);
  }

  synchronized boolean has(String label, String id) {
    return labels.getOrDefault(label, Map.of()).containsKey(id);
  }

  synchronized List<String> ids(String label) {
    return List.copyOf(labels.getOrDefault(label, Map.of()).keySet());
  }

  private Map<String, Object> node(String label, String id) {
    Map<String, Object> node = labels.getOrDefault(label, Map.of()).get(id);
    if (node == null) {
      throw new IllegalStateException("there is no " + label + " " + id);
    }
    return node;
  }

  /// Shows each label with its nodes.
  synchronized void forEach(BiConsumer<String, Map<String, Map<String, Object>>> action) {
    for (String label : new ArrayList<>(labels.keySet())) {
      action.accept(label, labels.getOrDefault(label, Map.of()));
    }
  }
}
