package io.iolaus.cypher.cluster;

import java.util.List;

/// An account and the one cluster it belongs to most, for programs.
///
/// @param state never above its cluster's
/// @param membership calibrated probability in 0..1
public record MemberLine(
    String account, String cluster, ClusterState state, double membership, List<String> facets) {
  public MemberLine {
    facets = List.copyOf(facets);
  }
}
