package io.iolaus.core.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer to "who stands behind this?".
///
/// @param organization id of the organization that runs the group, or of which signs are planted;
///   null for "unknown"
/// @param confidence probability among the hypotheses, 0..1
/// @param logOdds the same in bits, against "unknown"
/// @param named whether it is named: confident enough, on evidence that allows a name
/// @param kinds kinds of evidence that speak for it, in the order of {@link EvidenceKind}
/// @param evidence what speaks for and against it, strongest first
public record Hypothesis(
    Kind kind,
    @Nullable String organization,
    double confidence,
    double logOdds,
    boolean named,
    List<String> kinds,
    List<Item> evidence) {

  /// What a hypothesis says.
  public enum Kind {
    /// The organization runs it.
    ORGANIZATION,
    /// Somebody unknown runs it and plants signs of the organization.
    DECEPTION,
    /// None of the known organizations has to do with it.
    UNKNOWN
  }

  /// One piece of evidence.
  ///
  /// @param kind an {@link EvidenceKind#id}
  /// @param bits log2 of how much likelier it is under this hypothesis than under "unknown";
  ///   negative where it speaks against
  /// @param text for people
  public record Item(String kind, double bits, String text) {}

  public Hypothesis {
    kinds = List.copyOf(kinds);
    evidence = List.copyOf(evidence);
  }

  /// The same without a name.
  Hypothesis unnamed() {
    return new Hypothesis(kind, organization, confidence, logOdds, false, kinds, evidence);
  }
}
