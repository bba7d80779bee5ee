package io.iolaus.api.cases;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// An attachment as a node; its bytes are a file of the home.
///
/// @param bytes how many they are
@Node("CaseAttachment")
record AttachmentNode(
    @Id String id,
    long seq,
    String name,
    long bytes,
    String sha256,
    String by,
    ZonedDateTime at,
    @Nullable ZonedDateTime removedAt,
    @Nullable String removedBy,
    @Nullable String removedReason) {

  AttachmentNode removed(String who, ZonedDateTime when, String reason) {
    return new AttachmentNode(id, seq, name, bytes, sha256, by, at, when, who, reason);
  }
}
