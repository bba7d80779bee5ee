package io.iolaus.cypher.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody wrote in a case.
///
/// @param number of the comment in its case
/// @param version goes up with each change
/// @param text as it was written; null where it was deleted
public record CaseCommentRow(
    long number,
    long version,
    String by,
    Instant at,
    @Nullable String text,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt) {}
