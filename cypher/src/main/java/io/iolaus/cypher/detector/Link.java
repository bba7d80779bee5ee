package io.iolaus.cypher.detector;

import java.util.List;

/// One thing that accounts share, as a detector found it.
///
/// @param detector id of the detector
/// @param facet which kind of evidence this is, see [DetectorFile#FACETS]
/// @param type label of the shared node, see [DetectorFile#LINK_TYPES]; a `Network` may have no
///   node
/// @param key its id
/// @param total how many accounts share it inside the window, exact even when `members` is cut
/// @param members their ids, distinct and ascending: all of them, or the first ones up to
///   [DetectorBudget#memberCap]
public record Link(
    String detector, String facet, String type, String key, int total, List<String> members) {
  public Link {
    members = List.copyOf(members);
    if (total < members.size()) {
      throw new IllegalArgumentException(
          "total must be at least the number of members, was " + total + " < " + members.size());
    }
  }

  /// Whether more accounts share this than are listed.
  public boolean cut() {
    return members.size() < total;
  }
}
