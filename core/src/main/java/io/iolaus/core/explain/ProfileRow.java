package io.iolaus.core.explain;

import io.iolaus.core.evidence.Facet;

/// One thing that a cluster showed when a run judged it.
///
/// @param detector that linked accounts by it
/// @param type label of its node
/// @param key the node's id
/// @param members how many of the cluster show it
/// @param total how many accounts show it anywhere
/// @param inside activity of the cluster on it, in accounts' worth
/// @param outside activity of independent owners elsewhere on it, in accounts' worth, above 0
/// @param coverage the part of its users, 0..1, that something else ties together; 1 for no hub
/// @param purpose for a prompt family, the part of its use, 0..1, that is by those whom the cluster
///   was judged by; 0 for all else
/// @param doing whether only those show it who have a part of their own in the cluster
/// @param anchor whether it ties who shows it to more than a handful of the cluster
public record ProfileRow(
    String detector,
    Facet facet,
    String type,
    String key,
    int members,
    int total,
    double inside,
    double outside,
    double coverage,
    double purpose,
    boolean doing,
    boolean anchor) {

  /// Below this coverage a thing is shared infrastructure: its users have little else in common.
  public static final double MIXED = 0.55;

  /// How many accounts outside the cluster show it.
  public int elsewhere() {
    return Math.max(0, total - members);
  }

  /// Whether it was taken for shared infrastructure.
  public boolean discounted() {
    return coverage < MIXED;
  }
}
