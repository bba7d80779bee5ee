package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.entity.EntityRef;
import java.util.List;

/// Entities that were chosen by hand, and what they have in common.
///
/// @param graph the accounts chosen, others that use two things chosen, and what two of all these
///   share
/// @param unknown what was chosen and is not there
/// @param clusters that the accounts are in, those with most of them first
/// @param hubs how many things chosen have so many users that these were not searched for what else
///   they use
public record Selection(
    ClusterGraph graph, List<EntityRef> unknown, List<InCluster> clusters, long hubs) {
  public Selection {
    unknown = List.copyOf(unknown);
    clusters = List.copyOf(clusters);
  }

  /// A cluster.
  ///
  /// @param accounts how many of the accounts are in it
  public record InCluster(String id, long accounts) {}
}
