package io.iolaus.cypher.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What tells that the graph has changed since one last looked.
///
/// @param batch the greatest sequence number of a batch, 0 before the first
/// @param openBatches batches that have not been read to their end
/// @param run the greatest sequence number of a complete run, 0 before the first
public record ChangeMarks(
    long batch, long openBatches, long run, @Nullable Instant batchAt, @Nullable Instant runAt) {

  /// Whether something came in that no run has seen.
  public boolean unseenBatch() {
    return batchAt != null && (runAt == null || batchAt.isAfter(runAt));
  }
}
