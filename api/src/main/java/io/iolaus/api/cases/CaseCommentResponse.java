package io.iolaus.api.cases;

import io.iolaus.cypher.cases.CaseCommentRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody wrote in a case.
///
/// @param number of the comment in its case
/// @param version goes up with each change; what `If-Match` asks for
/// @param text markdown, as it was written; null where it was deleted
/// @param html the text as a fragment of HTML that may stand in a page; null where it was deleted
record CaseCommentResponse(
    long number,
    long version,
    String by,
    Instant at,
    @Nullable String text,
    @Nullable String html,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt) {

  static CaseCommentResponse of(CaseCommentRow row) {
    return new CaseCommentResponse(
        row.number(),
        row.version(),
        row.by(),
        row.at(),
        row.text(),
        row.text() == null ? null : Markdown.html(row.text()),
        row.editedAt(),
        row.deletedAt());
  }
}
