package io.iolaus.cypher.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is attached to a case, or was.
///
/// @param number of the attachment in its case
/// @param name what it is called where it is downloaded to
/// @param bytes how long it is
/// @param sha256 of its bytes, 64 hexadecimal digits
public record CaseAttachmentRow(
    long number,
    String name,
    long bytes,
    String sha256,
    String by,
    Instant at,
    @Nullable Instant removedAt,
    @Nullable String removedBy,
    @Nullable String removedReason) {}
