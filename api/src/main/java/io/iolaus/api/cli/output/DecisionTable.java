package io.iolaus.api.cli.output;

import io.iolaus.cypher.decision.DecisionRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What people decided, a row a decision.
public final class DecisionTable {

  private static final List<String> COLUMNS =
      List.of(
          "decision",
          "kind",
          "accounts",
          "cluster",
          "clusterNow",
          "members",
          "labelled",
          "by",
          "at",
          "recordedAt",
          "standing",
          "remark",
          "reason");

  private DecisionTable() {}

  /// Prints the rows in their order.
  public static void print(List<DecisionRow> decisions, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (DecisionRow decision : decisions) {
        rows.row(
            List.of(
                new Cell.Text(decision.id()),
                new Cell.Text(decision.kind()),
                new Cell.Texts(decision.accounts()),
                new Cell.Text(decision.cluster()),
                new Cell.Text(decision.clusterNow()),
                new Cell.Count(decision.members()),
                new Cell.Count(decision.labelled()),
                new Cell.Text(decision.by()),
                new Cell.Time(decision.at()),
                new Cell.Time(decision.recordedAt()),
                new Cell.Text(decision.standing()),
                new Cell.Text(decision.remark()),
                new Cell.Text(decision.reason())));
      }
    }
  }
}
