package io.iolaus.cypher.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened to a case.
///
/// @param kind `opened`, `changed`, `put-in`, `taken-out`, `commented`, `comment-edited`,
///   `comment-deleted`, `attached`, `attachment-removed`
/// @param reason why, where it was said
/// @param changes what became another
/// @param items what was put in or taken out, as `cluster:c-1`
/// @param comment the number of the comment
/// @param attachment the number of the attachment
public record CaseEventRow(
    long number,
    String kind,
    String by,
    Instant at,
    @Nullable String reason,
    List<Change> changes,
    List<String> items,
    @Nullable Long comment,
    @Nullable Long attachment) {
  public CaseEventRow {
    changes = List.copyOf(changes);
    items = List.copyOf(items);
  }

  /// A field that became another; empty stands for none.
  public record Change(String field, String before, String after) {}
}
