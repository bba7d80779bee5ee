package io.iolaus.cypher.subgraph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.iolaus.cypher.entity.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A graph as columns: the i-th value of each column of `nodes` belongs to the i-th node, and edges
/// name their ends by that index.
///
/// @param version changes whenever a run writes the cluster
/// @param accounts how many accounts the nodes stand for, of how many
/// @param reason null where all is shown, `grouped` where all is shown but put together, else
///   `budget`
/// @param proceed where more of it can be had, null where there is no more
@SuppressWarnings(
    "ArrayRecordComponent") // columns of tens of thousands of values, written out once
public record Subgraph(
    String version,
    SubgraphLevel level,
    Nodes nodes,
    Edges edges,
    Count shown,
    Count total,
    Accounts accounts,
    @Nullable String reason,
    @JsonProperty("continue") @Nullable String proceed) {

  /// The same, with the address of more.
  public Subgraph proceedingAt(@Nullable String address) {
    return new Subgraph(version, level, nodes, edges, shown, total, accounts, reason, address);
  }

  /// Nodes, column by column.
  ///
  /// @param type as in [io.iolaus.cypher.entity.EntityType], or `group` in an overview
  /// @param id of the entity; of its likeliest account for a bundle of accounts or a group
  /// @param label null in a full map where it is the id
  /// @param x -1000..1000, as is `y`
  /// @param size how many accounts a node stands for, or how many of the members share it
  /// @param state of an account, null for others; of a group, that of its labelled accounts if it
  ///   has any
  /// @param total how many accounts share it anywhere; for accounts and groups as `size`
  /// @param bundle the key of a bundle or a group, by which it can be opened; null for others
  /// @param first the first few accounts of a bundle or a group, null for others
  /// @param labelled how many labelled accounts a group has; in an overview alone
  /// @param review how many accounts a group has that are for review; in an overview alone
  /// @param ties what ties each group, the strongest first; in an overview alone
  public record Nodes(
      String[] type,
      String[] id,
      @Nullable String[] label,
      double[] x,
      double[] y,
      int[] size,
      @Nullable String[] state,
      long[] total,
      @Nullable String[] bundle,
      @Nullable List<String>[] first,
      @JsonInclude(JsonInclude.Include.NON_NULL) int @Nullable [] labelled,
      @JsonInclude(JsonInclude.Include.NON_NULL) int @Nullable [] review,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<List<Tie>> ties) {}

  /// Edges, column by column.
  ///
  /// @param type as in [io.iolaus.cypher.entity.Relation], or `SHARES` between groups
  /// @param weight bits of evidence of what is shared; between groups their sum
  /// @param inferred derived by a detection run rather than observed
  /// @param things how many things two groups share; in an overview alone
  public record Edges(
      int[] source,
      int[] target,
      String[] type,
      double[] weight,
      boolean[] inferred,
      @JsonInclude(JsonInclude.Include.NON_NULL) int @Nullable [] things) {}

  public record Count(long nodes, long edges) {}

  public record Accounts(long shown, long total) {}

  /// Something that accounts which are drawn as one have in common.
  ///
  /// @param relation from an account to it
  /// @param accounts how many of them have it
  /// @param bits of evidence
  public record Tie(
      EntityType type, String id, String label, String relation, int accounts, double bits) {}
}
