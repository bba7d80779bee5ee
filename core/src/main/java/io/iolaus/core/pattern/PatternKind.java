package io.iolaus.core.pattern;

import io.iolaus.core.evidence.Facet;

/// What accounts may have in common without a thing to point at. Each kind has a detector of its
/// name, which links the accounts that show a pattern of the kind.
public enum PatternKind {
  /// Active in the same ten seconds, again and again.
  CO_TIMING("co-timing", Facet.TIMING),
  /// Fall silent and come back together, again and again.
  LOCKSTEP("lockstep", Facet.TIMING),
  /// Moved to a new model at the same first opportunity.
  MODEL_PIVOT("model-pivot", Facet.TIMING),
  /// Created in one burst.
  CREATION_COHORT("creation-cohort", Facet.CREATION);

  private final String id;
  private final Facet facet;

  PatternKind(String id, Facet facet) {
    this.id = id;
    this.facet = facet;
  }

  /// The kind's name in the graph, and the id of its detector.
  public String id() {
    return id;
  }

  /// The kind of evidence it is.
  public Facet facet() {
    return facet;
  }
}
