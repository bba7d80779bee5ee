package io.iolaus.api.export;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account of a graph, or what accounts share.
///
/// @param state of an account: `labelled`, `review`; null where it is in no cluster
/// @param bits of evidence: an account's own, or what the thing brings
/// @param accounts how many accounts share the thing anywhere
public record GraphNode(
    EntityType type,
    String id,
    String label,
    @Nullable String state,
    @Nullable Double membership,
    @Nullable Double bits,
    @Nullable Long exchanges,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable Long accounts) {

  /// What files say of a node besides its key.
  static final List<Column<GraphNode>> COLUMNS =
      List.of(
          Column.text("type", node -> node.type().text()),
          Column.text("entity", GraphNode::id),
          Column.text("label", GraphNode::label),
          Column.text("state", GraphNode::state),
          Column.number("membership", GraphNode::membership),
          Column.number("bits", GraphNode::bits),
          Column.count("exchanges", GraphNode::exchanges),
          Column.time("firstSeen", GraphNode::firstSeen),
          Column.time("lastSeen", GraphNode::lastSeen),
          Column.count("accounts", GraphNode::accounts));

  /// An account of which nothing else is said.
  public static GraphNode account(String id, @Nullable ClusterState state) {
    String standing = state == null ? null : state.text();
    return new GraphNode(EntityType.ACCOUNT, id, id, standing, null, null, null, null, null, null);
  }

  /// What accounts share.
  public static GraphNode thing(
      EntityType type, String id, String label, double bits, long accounts) {
    return new GraphNode(type, id, label, null, null, bits, null, null, null, accounts);
  }

  /// By what edges name it: unique in a file.
  static String key(EntityType type, String id) {
    return type.text() + ":" + id;
  }

  String key() {
    return key(type, id);
  }
}
