package io.iolaus.core.attribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may stand behind a group, among competing hypotheses, and what that rests on.
///
/// @param outcome whether an organization is named, and if not, why
/// @param hypotheses most confident first; "unknown" is always among them
/// @param matrix evidence × hypotheses: a row for each piece of evidence; columns in the order of
///   the hypotheses add up to their log-odds
/// @param changes what would change the ranking: evidence taken away or added
/// @param statements what was said about the group, and about campaigns of organizations that
///   anything else points to, with what has become of it
public record Attribution(
    Outcome outcome,
    List<Hypothesis> hypotheses,
    List<Row> matrix,
    List<Change> changes,
    List<Statement> statements) {

  /// Whether an organization is named, and if not, why.
  public enum Outcome {
    NAMED,
    /// No evidence points to any organization.
    NO_EVIDENCE,
    /// No organization is confident enough.
    NOT_ENOUGH,
    /// Only one kind of evidence.
    ONE_KIND,
    /// All of it can be had by whoever wants to blame the organization.
    EASILY_PLANTED,
    /// Planted signs explain it better.
    DECEPTION,
    /// It speaks for a minority of the group.
    PART_OF_GROUP,
    /// Two organizations or more would be named, each without the other.
    SEVERAL_ORGANIZATIONS,
    /// The group is only worth a look: nobody is named for what may be innocent.
    IN_REVIEW;

    /// As printed: `not-enough`.
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// One row of the matrix.
  ///
  /// @param organization id of the organization it is about; null for what holds before any
  ///   evidence
  /// @param kind an {@link EvidenceKind#id}; `prior`, or `planting` for what it costs a hypothesis
  ///   that signs of another organization were planted
  /// @param found false where the kind could have shown and did not
  /// @param reach share of the group that it speaks for, 0..1
  /// @param bits for each hypothesis, against "unknown"
  public record Row(
      @Nullable String organization,
      String kind,
      boolean found,
      double reach,
      String text,
      List<Double> bits) {
    public Row {
      bits = List.copyOf(bits);
    }
  }

  /// What becomes of the ranking with one piece of evidence less or more.
  ///
  /// @param organization the organization it is about
  /// @param kind an {@link EvidenceKind#id}
  /// @param added whether it is evidence that is missing, else one that is there
  /// @param leader the hypothesis that leads then
  /// @param leading organization that it is about; null for "unknown"
  /// @param confidence of that hypothesis, 0..1
  /// @param outcome whether an organization is named then, and if not, why
  public record Change(
      String organization,
      String kind,
      boolean added,
      Hypothesis.Kind leader,
      @Nullable String leading,
      double confidence,
      Outcome outcome) {}

  /// What somebody said about an organization's part in the group: an allegation, whatever its
  /// status.
  ///
  /// @param said `operates`, `denies`, `confirms` or `withdraws`
  /// @param campaign what it is said to run; set where it is not said that it is this group
  public record Statement(
      String organization,
      String said,
      String by,
      Instant at,
      @Nullable String campaign,
      @Nullable String reference,
      Claims.Status status) {}

  /// Of a group that nothing was asked about.
  public static final Attribution NONE =
      new Attribution(Outcome.NO_EVIDENCE, List.of(), List.of(), List.of(), List.of());

  public Attribution {
    hypotheses = List.copyOf(hypotheses);
    matrix = List.copyOf(matrix);
    changes = List.copyOf(changes);
    statements = List.copyOf(statements);
  }

  /// The same for a group that is in review: the hypotheses stand, and nobody is named.
  public Attribution inReview() {
    return new Attribution(
        inReview(outcome),
        hypotheses.stream().map(Hypothesis::unnamed).toList(),
        matrix,
        changes.stream()
            .map(c ->
                new Change(
                    c.organization(),
                    c.kind(),
                    c.added(),
                    c.leader(),
                    c.leading(),
                    c.confidence(),
                    inReview(c.outcome())))
            .toList(),
        statements);
  }

  private static Outcome inReview(Outcome outcome) {
    return outcome == Outcome.NAMED ? Outcome.IN_REVIEW : outcome;
  }

  /// The hypothesis that reaches the naming threshold.
  public Optional<Hypothesis> named() {
    return hypotheses.stream().filter(Hypothesis::named).findFirst();
  }
}
