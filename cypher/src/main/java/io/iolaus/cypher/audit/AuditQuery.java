package io.iolaus.cypher.audit;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries; null stands for any.
///
/// @param from the earliest time
/// @param to the time before which they are
public record AuditQuery(
    @Nullable String actor,
    @Nullable AuditAct act,
    @Nullable String objectType,
    @Nullable String object,
    @Nullable AuditOutcome outcome,
    @Nullable Instant from,
    @Nullable Instant to) {

  /// All entries.
  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);
}
