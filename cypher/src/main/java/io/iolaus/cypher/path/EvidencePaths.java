package io.iolaus.cypher.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chains of evidence from one entity to another, the strongest first. What stands beside `paths`
/// is the strongest once more.
///
/// @param bits of the weakest thing on the way that is evidence for a cluster, null where none is
/// @param total how many chains there are, null where that is not known
/// @param totalUnknown why it is not known, in words
/// @param reason null where these are all there are; `limit` (as many as were asked for), `budget`
///   (as much was read as may be: stronger ones may exist), and where there is none `unconnected`
///   (nothing leads on from one of the ends but hubs), `only-through-hubs` (both reach the same
///   one) or `too-far` (none of eight edges or fewer)
/// @param proceed where more of them can be had, null where nowhere
public record EvidencePaths(
    boolean found,
    List<PathNode> nodes,
    List<PathEdge> edges,
    @Nullable Double bits,
    List<EvidencePath> paths,
    int shown,
    @Nullable Integer total,
    @Nullable String totalUnknown,
    @Nullable String reason,
    @JsonProperty("continue") @Nullable String proceed) {
  public EvidencePaths {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    paths = List.copyOf(paths);
  }

  static EvidencePaths of(List<EvidencePath> paths, @Nullable String reason) {
    EvidencePath best = paths.isEmpty() ? EvidencePath.NONE : paths.getFirst();
    String unknown =
        switch (reason) {
          case "limit" -> "paths are looked for only until there are as many as were asked for";
          case "budget" -> "the search ended at its budget";
          case null, default -> null;
        };
    return new EvidencePaths(
        !paths.isEmpty(),
        best.nodes(),
        best.edges(),
        best.bits(),
        paths,
        paths.size(),
        unknown == null ? paths.size() : null,
        unknown,
        reason,
        null);
  }

  /// The same, with the address of more.
  public EvidencePaths proceedingAt(@Nullable String address) {
    return new EvidencePaths(
        found, nodes, edges, bits, paths, shown, total, totalUnknown, reason, address);
  }

  /// One chain.
  ///
  /// @param cost in bits, three for each edge and the logarithm of its users for each thing inside:
  ///   less is stronger
  public record EvidencePath(
      List<PathNode> nodes, List<PathEdge> edges, @Nullable Double bits, double cost) {

    static final EvidencePath NONE = new EvidencePath(List.of(), List.of(), null, 0);

    public EvidencePath {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /// One entity of a chain.
  ///
  /// @param users how many accounts use a thing; how many known addresses lie in a network; null
  ///   for an account
  /// @param bits the most that the thing brings to a cluster, null where it is evidence for none
  public record PathNode(
      EntityType type, String id, String label, @Nullable Long users, @Nullable Double bits) {}

  /// One step of a chain.
  ///
  /// @param source index of a node, as is `target`: in the direction of the relation, not of the
  ///   walk
  /// @param text the reason in words: what joins the two, how often and when, how many others
  public record PathEdge(int source, int target, Relation relation, String text) {}
}
