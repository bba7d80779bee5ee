package io.iolaus.api.alert;

import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A message as plain text, as mails carry it.
final class AlertText {

  /// More clusters than so many are counted, not told.
  static final int CLUSTERS = 40;

  /// The same of the alerts of one cluster.
  private static final int EACH = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final AlertLinks links;

  AlertText(AlertLinks links) {
    this.links = links;
  }

  String subject(AlertMessage message) {
    if (!message.digest()) {
      return "Iolaus: " + message.alerts().getFirst().title();
    }
    int clusters = byCluster(message).size();
    return "Iolaus: "
        + message.alerts().size()
        + " alerts about "
        + clusters
        + (clusters == 1 ? " cluster" : " clusters");
  }

  String body(AlertMessage message) {
    List<String> lines = new ArrayList<>();
    if (message.digest()) {
      digest(message, lines);
    } else {
      Alert alert = message.alerts().getFirst();
      lines.add(alert.title());
      lines.add("");
      told(alert, "", lines);
      link(cluster(alert), "", lines);
    }
    lines.add("");
    lines.add("Message " + message.id() + ". Who it is about stands in Iolaus alone.");
    return String.join("\n", lines) + "\n";
  }

  /// Grouped by cluster; of each its latest alert leads, and says where it stands now.
  private void digest(AlertMessage message, List<String> lines) {
    Map<String, List<Alert>> clusters = byCluster(message);
    clusters.entrySet().stream()
        .limit(CLUSTERS)
        .forEach(entry -> {
          List<Alert> latestFirst = entry.getValue().reversed();
          lines.add(latestFirst.getFirst().title());
          latestFirst.stream().limit(EACH).forEach(alert -> told(alert, "  ", lines));
          if (latestFirst.size() > EACH) {
            lines.add("  and " + (latestFirst.size() - EACH) + " before");
          }
          link(entry.getKey(), "  ", lines);
          lines.add("");
        });
    if (clusters.size() > CLUSTERS) {
      lines.add("and " + (clusters.size() - CLUSTERS) + " clusters more: see the list of alerts");
    }
  }

  private static void told(Alert alert, String indent, List<String> lines) {
    lines.add(indent + alert.kind() + ", as of " + TIME.format(alert.at()) + ": " + alert.text());
    if (!alert.because().isEmpty()) {
      lines.add(indent + "because: " + String.join("; ", alert.because()));
    }
    alert.clusters().stream()
        .filter(c -> c.organization() != null && !alert.kind().equals("attributed"))
        .forEach(c -> lines.add(indent + c.id() + " is attributed to " + c.organization()));
  }

  private void link(String cluster, String indent, List<String> lines) {
    links.cluster(cluster).ifPresent(link -> lines.add(indent + link));
  }

  /// In the order of what was raised first.
  private static Map<String, List<Alert>> byCluster(AlertMessage message) {
    Map<String, List<Alert>> clusters = new LinkedHashMap<>();
    message
        .alerts()
        .forEach(
            alert -> clusters.computeIfAbsent(cluster(alert), id -> new ArrayList<>()).add(alert));
    return clusters;
  }

  private static String cluster(Alert alert) {
    return alert.clusters().isEmpty()
        ? alert.parents().getFirst()
        : alert.clusters().getFirst().id();
  }
}
