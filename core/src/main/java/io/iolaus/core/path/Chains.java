package io.iolaus.core.path;

import java.util.List;

/// What a search found.
///
/// @param chains the strongest first; no two go through the same things in the same order
/// @param end why there are no more
public record Chains(List<Chain> chains, End end) {
  public Chains {
    chains = List.copyOf(chains);
  }

  /// Why a search ended.
  public enum End {
    /// These are all.
    ALL,
    /// As many as were asked for; whether there are more was not looked at.
    LIMIT,
    /// As much was read as may be: stronger chains may exist.
    BUDGET,
    /// None: nothing leads on from one of the ends but hubs and what is no evidence.
    UNCONNECTED,
    /// None, but both ends reach the same hub, or the same thing that is no evidence.
    ONLY_THROUGH_HUBS,
    /// None so short; a longer one may exist.
    TOO_FAR
  }
}
