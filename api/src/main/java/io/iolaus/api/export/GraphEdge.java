package io.iolaus.api.export;

import io.iolaus.cypher.entity.EntityType;
import java.util.List;

/// From an account to what it shares with others.
///
/// @param relation as in [io.iolaus.cypher.entity.Relation]
/// @param bits of evidence that the thing brings
public record GraphEdge(
    String account, EntityType type, String thing, String relation, double bits) {

  /// What files say of an edge besides its ends.
  static final List<Column<GraphEdge>> COLUMNS =
      List.of(Column.text("relation", GraphEdge::relation), Column.number("bits", GraphEdge::bits));

  String source() {
    return GraphNode.key(EntityType.ACCOUNT, account);
  }

  String target() {
    return GraphNode.key(type, thing);
  }
}
