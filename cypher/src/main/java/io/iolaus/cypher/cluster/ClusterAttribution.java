package io.iolaus.cypher.cluster;

import io.iolaus.cypher.cluster.ClusterDetail.OrganizationName;
import io.iolaus.cypher.cluster.ClusterDetail.RunStamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may stand behind one cluster, among competing hypotheses, and what that rests on. An
/// organization here is the subject of a hypothesis, never of a finding.
///
/// @param outcome `named`, or why nobody is: `no-evidence`, `not-enough`, `one-kind`,
///   `easily-planted`, `deception`, `part-of-group`, `several-organizations`, `in-review`
/// @param hypotheses most confident first
/// @param matrix evidence × hypotheses
/// @param changes what would change the ranking
/// @param statements what was said about the cluster, and about campaigns of organizations that
///   something else points to, with asserter and status
public record ClusterAttribution(
    String cluster,
    String outcome,
    List<Ranked> hypotheses,
    List<Row> matrix,
    List<Change> changes,
    List<Statement> statements,
    @Nullable RunStamp run) {

  public ClusterAttribution {
    hypotheses = List.copyOf(hypotheses);
    matrix = List.copyOf(matrix);
    changes = List.copyOf(changes);
    statements = List.copyOf(statements);
  }

  /// One hypothesis.
  ///
  /// @param hypothesis `organization` (it runs the cluster), `deception` (somebody plants signs of
  ///   it) or `unknown`
  /// @param logOdds bits against "unknown": the sum of its column
  public record Ranked(
      String hypothesis,
      @Nullable OrganizationName organization,
      String label,
      double confidence,
      double logOdds,
      boolean named) {}

  /// One piece of evidence under all hypotheses.
  ///
  /// @param organization whom it points to; null for what holds before any evidence
  /// @param found false where it could have shown and did not
  /// @param reach share of the cluster that it speaks for, 0..1
  /// @param bits in the order of the hypotheses: log2 of how much likelier it is than under
  ///   "unknown"
  public record Row(
      @Nullable OrganizationName organization,
      String evidence,
      boolean found,
      double reach,
      String text,
      List<Double> bits) {
    public Row {
      bits = List.copyOf(bits);
    }
  }

  /// What becomes of the ranking with one piece of evidence less (`without`) or more (`with`).
  public record Change(
      String change,
      OrganizationName organization,
      String evidence,
      String leader,
      @Nullable OrganizationName leading,
      double confidence,
      String outcome) {}

  /// What somebody said: an allegation, whatever its status.
  ///
  /// @param campaign what the organization is said to run, where not this cluster is named
  /// @param status `alleged`, `disputed`, `confirmed` (by the organization itself) or `withdrawn`
  public record Statement(
      OrganizationName organization,
      String statement,
      String by,
      Instant at,
      @Nullable String campaign,
      @Nullable String reference,
      String status) {}
}
