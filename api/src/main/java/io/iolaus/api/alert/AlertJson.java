package io.iolaus.api.alert;

import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// A message as JSON, as webhooks carry it.
final class AlertJson {

  private final JsonMapper json;
  private final AlertLinks links;

  AlertJson(JsonMapper json, AlertLinks links) {
    this.json = json;
    this.links = links;
  }

  /// `alerts` in the order in which they were raised; `links` leads to the page of each cluster
  /// that came of one, where the address of the screens is known.
  String message(AlertMessage message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", message.digest() ? "alerts.digest" : "alert");
    body.put("timestamp", message.madeAt());
    body.put("alerts", message.alerts().stream().map(AlertJson::alert).toList());
    body.put("links", links(message));
    return json.writeValueAsString(body);
  }

  private static Map<String, Object> alert(Alert alert) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", alert.id());
    row.put("place", alert.place());
    row.put("kind", alert.kind());
    row.put("title", alert.title());
    row.put("text", alert.text());
    row.put("because", alert.because());
    row.put("run", alert.run());
    row.put("at", alert.at());
    row.put("recordedAt", alert.recordedAt());
    row.put("raisedAt", alert.raisedAt());
    row.put("parents", alert.parents());
    row.put("clusters", alert.clusters());
    row.put("before", alert.before());
    row.put("after", alert.after());
    row.put("joined", alert.joined());
    row.put("left", alert.left());
    row.put("detectors", alert.detectors());
    return row;
  }

  private Map<String, String> links(AlertMessage message) {
    TreeSet<String> ids = new TreeSet<>();
    for (Alert alert : message.alerts()) {
      ids.addAll(alert.clusters().stream().map(Alert.Outcome::id).toList());
    }
    Map<String, String> found = new LinkedHashMap<>();
    List.copyOf(ids).forEach(id -> links.cluster(id).ifPresent(link -> found.put(id, link)));
    return found;
  }
}
