package io.iolaus.api.cli.output;

import io.iolaus.cypher.alert.Alert;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Alerts, a row each.
public final class AlertTable {

  private static final List<String> COLUMNS =
      List.of("id", "raisedAt", "kind", "at", "title", "text", "because", "deliveries");

  private AlertTable() {}

  /// Prints the rows in their order.
  public static void print(List<Alert> alerts, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (Alert alert : alerts) {
        rows.row(
            List.of(
                new Cell.Text(alert.id()),
                new Cell.Time(alert.raisedAt()),
                new Cell.Text(alert.kind()),
                new Cell.Time(alert.at()),
                new Cell.Text(alert.title()),
                new Cell.Text(alert.text()),
                new Cell.Texts(alert.because()),
                new Cell.Texts(alert.deliveries().stream().map(AlertTable::delivery).toList())));
      }
    }
  }

  /// As `webhook sent`, or `mail waiting: no answer`.
  private static String delivery(Alert.Delivery delivery) {
    String text = delivery.channel() + " " + delivery.state();
    return delivery.problem() == null ? text : text + ": " + delivery.problem();
  }
}
