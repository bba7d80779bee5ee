package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that holds a cluster or a selection together, before it is cut to what a chart can
/// show.
///
/// @param version changes whenever a run writes the cluster
/// @param members the likeliest first
/// @param shared what members share, the strongest first
/// @param sharedTotal how many such things there are, those beyond the reading limit included
/// @param chosen so many of the first shared things are shown whether they tie anything or not:
///   somebody asked for them
public record ClusterGraph(
    String version,
    List<MemberNode> members,
    List<SharedNode> shared,
    long sharedTotal,
    int chosen) {
  public ClusterGraph {
    members = List.copyOf(members);
    shared = List.copyOf(shared);
  }

  public ClusterGraph(
      String version, List<MemberNode> members, List<SharedNode> shared, long sharedTotal) {
    this(version, members, shared, sharedTotal, 0);
  }

  /// The same with these shared things alone.
  ClusterGraph withShared(List<SharedNode> fewer) {
    return new ClusterGraph(version, members, fewer, fewer.size());
  }

  /// An account.
  ///
  /// @param state null where it is in no cluster
  public record MemberNode(String id, @Nullable ClusterState state) {}

  /// A thing that members share.
  ///
  /// @param total how many accounts share it anywhere
  /// @param accounts indices into the members, in byte order of the account ids
  @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, read once
  public record SharedNode(
      EntityType type, String id, String label, double bits, long total, int[] accounts) {}
}
