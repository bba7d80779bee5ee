package io.iolaus.core.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer to "who stands behind this?".
///
/// @param organization id of an organization; null for "unknown"
/// @param confidence probability among the hypotheses, 0..1
/// @param named whether it reaches the naming threshold
/// @param kinds independent kinds of evidence for it, in a fixed order
/// @param evidence the evidence in words
public record Hypothesis(
    @Nullable String organization,
    double confidence,
    boolean named,
    List<String> kinds,
    List<Item> evidence) {

  /// One piece of evidence.
  ///
  /// @param kind `verified-members`, `email-domain`, `network`, `billing-name`, `claim` or
  ///   `confirmation` (the organization's own)
  /// @param bits log2 of how much likelier it is under this hypothesis; negative where it speaks
  ///   against
  /// @param text for people
  public record Item(String kind, double bits, String text) {}

  public Hypothesis {
    kinds = List.copyOf(kinds);
    evidence = List.copyOf(evidence);
  }
}
