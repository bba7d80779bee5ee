package io.iolaus.cypher.subgraph;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A cut of a cluster as columns: the i-th value of each column of `nodes` belongs to the i-th
/// node, and edges name their ends by that index.
///
/// @param version changes whenever a run writes the cluster
/// @param reason null where all is shown, else `budget`
/// @param proceed where more of it can be had, null where there is no more
@SuppressWarnings(
    "ArrayRecordComponent") // columns of tens of thousands of values, written out once
public record Subgraph(
    String version,
    Nodes nodes,
    Edges edges,
    Count shown,
    Count total,
    @Nullable String reason,
    @JsonProperty("continue") @Nullable String proceed) {

  /// The same, with the address of more.
  public Subgraph proceedingAt(@Nullable String address) {
    return new Subgraph(version, nodes, edges, shown, total, reason, address);
  }

  /// Nodes, column by column.
  ///
  /// @param type as in [io.iolaus.cypher.entity.EntityType]
  /// @param id of the entity; of its likeliest account for a bundle of accounts
  /// @param x -1000..1000, as is `y`
  /// @param size how many accounts a node stands for, or how many of the members share it
  /// @param state of an account, null for others
  /// @param total how many accounts share it anywhere; for accounts as `size`
  public record Nodes(
      String[] type,
      String[] id,
      String[] label,
      double[] x,
      double[] y,
      int[] size,
      @Nullable String[] state,
      long[] total) {}

  /// Edges, column by column.
  ///
  /// @param type as in [io.iolaus.cypher.entity.Relation]
  /// @param weight bits of evidence of what is shared
  /// @param inferred derived by a detection run rather than observed
  public record Edges(
      int[] source, int[] target, String[] type, double[] weight, boolean[] inferred) {}

  public record Count(long nodes, long edges) {}
}
