package io.iolaus.cypher.explain;

import io.iolaus.cypher.read.GraphReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What things are called when they are shown to people.
final class Labels {

  /// A thing by the label of its node and its id.
  record Thing(String type, String key) {}

  private final Map<Thing, String> labels;

  private Labels(Map<Thing, String> labels) {
    this.labels = labels;
  }

  static Labels read(GraphReader graph, Collection<Thing> things) {
    Map<Thing, String> labels = new HashMap<>();
    List<Map<String, String>> asked =
        things.stream().distinct().map(t -> Map.of("type", t.type(), "key", t.key())).toList();
    graph
        .list("queries/explain/labels", Map.of("things", asked), r -> r)
        .forEach(row ->
            labels.put(
                new Thing(row.get("type").asString(), row.get("key").asString()),
                row.get("label").asString()));
    return new Labels(labels);
  }

  /// The label, or the id of what has no node.
  String of(String type, String key) {
    return labels.getOrDefault(new Thing(type, key), key);
  }
}
