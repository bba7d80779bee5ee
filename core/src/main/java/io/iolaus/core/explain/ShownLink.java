package io.iolaus.core.explain;

import io.iolaus.core.evidence.Facet;
import org.jspecify.annotations.Nullable;

/// One edge from an account to something it shows: the smallest thing that can be taken away from
/// it.
///
/// @param sign what kind of edge; never a range: an account shows a range by its addresses
/// @param key id of the node at its end
/// @param range the range that an address is in; null for all else
/// @param share for a family, the part of the account's sampled prompts, 0..1, that is of it; else
///   1
/// @param counts whether a detector sees it: it was used within the window and may be evidence
/// @param shared whether another account shows the same within the window
public record ShownLink(
    Sign sign, String key, @Nullable String range, double share, boolean counts, boolean shared) {

  public ShownLink {
    if (sign == Sign.RANGE) {
      throw new IllegalArgumentException("an account shows a range by its addresses: " + key);
    }
  }

  /// The kind of evidence it is.
  public Facet facet() {
    return sign.facet();
  }
}
