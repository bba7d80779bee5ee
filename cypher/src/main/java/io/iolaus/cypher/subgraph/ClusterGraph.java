package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import java.util.List;

/// Everything that holds a cluster together, before it is cut to what a chart can show.
///
/// @param version changes whenever a run writes the cluster
/// @param members the likeliest first
/// @param shared what members share, the strongest first
/// @param sharedTotal how many such things there are, those beyond the reading limit included
public record ClusterGraph(
    String version, List<MemberNode> members, List<SharedNode> shared, long sharedTotal) {
  public ClusterGraph {
    members = List.copyOf(members);
    shared = List.copyOf(shared);
  }

  /// The same with these shared things alone.
  ClusterGraph withShared(List<SharedNode> fewer) {
    return new ClusterGraph(version, members, fewer, fewer.size());
  }

  public record MemberNode(String id, ClusterState state) {}

  /// A thing that members share.
  ///
  /// @param total how many accounts share it anywhere
  /// @param accounts indices into the members, in byte order of the account ids
  @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, read once
  public record SharedNode(
      EntityType type, String id, String label, double bits, long total, int[] accounts) {}
}
