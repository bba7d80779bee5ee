package io.iolaus.cypher.alert;

import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// Reads alerts. May be shared by threads.
public final class AlertReader {

  private final GraphReader graph;

  public AlertReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Alerts, the latest first.
  ///
  /// @param cluster only what happened to it or came of it as such; null for all
  /// @param delivery only those in a message of that state: `waiting`, `sent`, `failed`; null for
  ///   all
  public Page<Alert> page(
      @Nullable String cluster, @Nullable String delivery, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("cluster", cluster);
    parameters.put("delivery", delivery);
    return graph.page(
        "queries/alert/page",
        parameters,
        limit,
        after,
        v -> new PageKey(v.get("place").asDouble(), v.get("id").asString()),
        AlertRows::alert);
  }

  /// Alerts after a place, in order. None can come to stand before one that was read: they are
  /// raised in the order of their places, one transaction after the other, see {@link AlertRaiser}.
  public List<Alert> since(long place, int limit) {
    return graph.list(
        "queries/alert/since",
        Map.of("place", place, "limit", limit),
        r -> AlertRows.alert(r.get("alert")));
  }

  /// The place of the latest alert, 0 before the first.
  public long latest() {
    return graph
        .first("queries/alert/latest", Map.of(), r -> r.get("place").asLong())
        .orElseThrow();
  }
}
