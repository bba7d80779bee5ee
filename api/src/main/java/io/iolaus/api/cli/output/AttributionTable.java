package io.iolaus.api.cli.output;

import io.iolaus.cypher.cluster.ClusterAttribution;
import io.iolaus.cypher.cluster.ClusterAttribution.Change;
import io.iolaus.cypher.cluster.ClusterAttribution.Ranked;
import io.iolaus.cypher.cluster.ClusterAttribution.Row;
import io.iolaus.cypher.cluster.ClusterDetail.OrganizationName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The matrix of evidence × hypotheses, and what would change the ranking, as rows.
public final class AttributionTable {

  private static final List<String> ABOUT =
      List.of("organization", "evidence", "found", "reach", "text");
  private static final List<String> CHANGES =
      List.of("change", "organization", "evidence", "leader", "leading", "confidence", "outcome");

  private AttributionTable() {}

  /// Prints a row a piece of evidence, then the sums and the confidences.
  public static void matrix(ClusterAttribution attribution, OutputStream out, OutputFormat format)
      throws IOException {
    List<String> columns = new ArrayList<>(ABOUT);
    attribution.hypotheses().forEach(h -> columns.add(column(h)));
    try (RowWriter rows = RowWriter.to(out, format, columns)) {
      for (Row row : attribution.matrix()) {
        rows.row(cells(row, row.bits().stream().map(bits -> (Cell) new Cell.Bits(bits)).toList()));
      }
      rows.row(
          summary(
              "sum",
              attribution.hypotheses().stream()
                  .map(h -> (Cell) new Cell.Bits(h.logOdds()))
                  .toList()));
      rows.row(
          summary(
              "confidence",
              attribution.hypotheses().stream()
                  .map(h -> (Cell) new Cell.Share(h.confidence()))
                  .toList()));
    }
  }

  /// Prints what becomes of the ranking without each piece of evidence, and with what is missing.
  public static void changes(ClusterAttribution attribution, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, CHANGES)) {
      for (Change change : attribution.changes()) {
        rows.row(
            List.of(
                new Cell.Text(change.change()),
                new Cell.Text(change.organization().id()),
                new Cell.Text(change.evidence()),
                new Cell.Text(change.leader()),
                id(change.leading()),
                new Cell.Share(change.confidence()),
                new Cell.Text(change.outcome())));
      }
    }
  }

  /// The outcome in one sentence.
  public static String sentence(ClusterAttribution attribution) {
    String reason =
        switch (attribution.outcome()) {
          case "named" ->
              attribution.hypotheses().stream()
                  .filter(Ranked::named)
                  .findFirst()
                  .map(h ->
                      String.format(
                          Locale.ROOT,
                          "%s is named, with confidence %.2f: a hypothesis, not a finding",
                          h.label(),
                          // Never rounded up to a certainty that it does not have.
                          Math.floor(100 * h.confidence()) / 100))
                  .orElse("named");
          case "no-evidence" -> "nobody is named: no evidence points to any organization";
          case "not-enough" -> "nobody is named: no organization reaches the naming threshold";
          case "one-kind" -> "nobody is named: there is one kind of evidence only";
          case "easily-planted" ->
              "nobody is named: all of it can be had by whoever wants to blame somebody";
          case "deception" -> "nobody is named: planted signs explain the evidence better";
          case "part-of-group" -> "nobody is named: the evidence speaks for a part of the cluster";
          case "several-organizations" ->
              "nobody is named: the evidence points to more than one organization";
          case "in-review" -> "nobody is named: the cluster is in review, and may be innocent";
          default -> attribution.outcome();
        };
    return attribution.cluster() + ": " + reason;
  }

  private static String column(Ranked hypothesis) {
    OrganizationName organization = hypothesis.organization();
    return organization == null
        ? hypothesis.hypothesis()
        : hypothesis.hypothesis() + ":" + organization.id();
  }

  private static List<Cell> cells(Row row, List<Cell> bits) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                id(row.organization()),
                new Cell.Text(row.evidence()),
                new Cell.Text(row.found() ? "yes" : "no"),
                new Cell.Share(row.reach()),
                new Cell.Text(row.text())));
    cells.addAll(bits);
    return cells;
  }

  private static List<Cell> summary(String name, List<Cell> values) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                new Cell.Text(""),
                new Cell.Text(name),
                new Cell.Text(""),
                new Cell.Text(""),
                new Cell.Text("")));
    cells.addAll(values);
    return cells;
  }

  private static Cell id(@Nullable OrganizationName organization) {
    return new Cell.Text(organization == null ? null : organization.id());
  }
}
