package io.iolaus.api.cases;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// A comment as a node.
///
/// @param text null where it was deleted: who wrote something and when stays
@Node("CaseComment")
record CommentNode(
    @Id String id,
    @Version @Nullable Long version,
    long seq,
    String by,
    ZonedDateTime at,
    @Nullable String text,
    @Nullable ZonedDateTime editedAt,
    @Nullable ZonedDateTime deletedAt) {

  /// For Spring Data.
  CommentNode withVersion(@Nullable Long next) {
    return new CommentNode(id, next, seq, by, at, text, editedAt, deletedAt);
  }

  CommentNode edited(String other, ZonedDateTime now) {
    return new CommentNode(id, version, seq, by, at, other, now, null);
  }

  CommentNode deleted(ZonedDateTime now) {
    return new CommentNode(id, version, seq, by, at, null, editedAt, now);
  }
}
