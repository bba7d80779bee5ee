package io.iolaus.core.attribution;

import io.iolaus.core.attribution.Attribution.Change;
import io.iolaus.core.attribution.Attribution.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks what would change the ranking: each piece of evidence is taken away in turn; each that is
/// missing for one of the two best organizations is added at its full worth, and told where it
/// leads to a name or to another leader.
final class Sensitivity {

  private static final int ORGANIZATIONS = 2;
  private static final Set<EvidenceKind> WORTH_LOOKING_FOR =
      EnumSet.of(
          EvidenceKind.SEATS,
          EvidenceKind.NETWORK,
          EvidenceKind.INVOICE,
          EvidenceKind.MAIL,
          EvidenceKind.CONFIRMATION);

  private final List<Finding> findings;
  private final int known;
  private final Attribution now;

  private Sensitivity(List<Finding> findings, int known) {
    this.findings = List.copyOf(findings);
    this.known = known;
    this.now = new Weigher(findings, known).weigh();
  }

  /// The ranking of the hypotheses with what would change it.
  ///
  /// @param known how many organizations there are to choose from
  static Attribution weigh(List<Finding> findings, int known) {
    Sensitivity asked = new Sensitivity(findings, known);
    return new Attribution(
        asked.now.outcome(),
        asked.now.hypotheses(),
        asked.now.matrix(),
        asked.changes(),
        List.of());
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Finding f : findings) {
      if (f.found()) {
        changes.add(change(f.organization(), f.kind(), null));
      }
    }
    now.hypotheses().stream()
        .filter(h -> h.kind() == Hypothesis.Kind.ORGANIZATION)
        .map(Hypothesis::organization)
        .limit(ORGANIZATIONS)
        .forEach(organization -> {
          if (organization != null) {
            missing(organization, changes);
          }
        });
    return changes;
  }

  private void missing(String organization, List<Change> changes) {
    for (EvidenceKind kind : WORTH_LOOKING_FOR) {
      boolean there =
          findings.stream()
              .anyMatch(
                  f -> f.found() && f.organization().equals(organization) && f.kind() == kind);
      if (!there) {
        Change change =
            change(organization, kind, Finding.of(organization, kind, kind.maxBits(), 1, ""));
        boolean names = (change.outcome() == Outcome.NAMED) != (now.outcome() == Outcome.NAMED);
        Hypothesis leader = now.hypotheses().getFirst();
        boolean leads =
            change.leader() != leader.kind()
                || !java.util.Objects.equals(change.leading(), leader.organization());
        if (names || leads) {
          changes.add(change);
        }
      }
    }
  }

  /// The ranking with another finding, or none, in place of what is known of a kind.
  private Change change(String organization, EvidenceKind kind, @Nullable Finding instead) {
    List<Finding> changed = new ArrayList<>(findings);
    changed.removeIf(f -> f.organization().equals(organization) && f.kind() == kind);
    if (instead != null) {
      changed.add(instead);
    }
    Attribution then = new Weigher(changed, known).weigh();
    Hypothesis leader = then.hypotheses().getFirst();
    return new Change(
        organization,
        kind.id(),
        instead != null,
        leader.kind(),
        leader.organization(),
        leader.confidence(),
        then.outcome());
  }
}
