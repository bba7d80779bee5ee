package io.iolaus.cypher.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one detector did in one run.
///
/// @param params the parameters it ran with, as JSON
/// @param status `complete`, `partial` or `failed`
/// @param reason why it is not complete; null where it is
public record DetectorRunRow(
    String id,
    String detector,
    String version,
    @Nullable String params,
    @Nullable String status,
    @Nullable String reason,
    long links,
    long members,
    long millis,
    @Nullable Instant recordedAt,
    String run,
    long seq,
    @Nullable Instant asOf) {}
