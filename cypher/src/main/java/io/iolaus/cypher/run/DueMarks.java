package io.iolaus.cypher.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What tells whether a run is due; all times are the database's own.
///
/// @param now when this was read
/// @param batches how many there are
/// @param openBatches those that have not been read to their end
/// @param news whether something came in that no complete run has seen
/// @param startedAt when the newest run began, whatever became of it; null before the first
/// @param cutOff how many runs, the newest first, neither ended nor failed: their process died, or
///   is at it
/// @param held whether somebody is at it
public record DueMarks(
    Instant now,
    long batches,
    long openBatches,
    boolean news,
    @Nullable Instant startedAt,
    long cutOff,
    boolean held) {}
