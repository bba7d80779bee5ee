package io.iolaus.ingest.replace;

import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Sees whether a home has all that is needed to replace a batch.
final class HomeCheck {

  private HomeCheck() {}

  /// Before anything is read.
  static void check(Journal journal, List<BatchState> batches, String id) throws IOException {
    BatchState batch =
        batches.stream()
            .filter(state -> state.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                refused(
                    "there is no batch "
                        + id
                        + " in the graph: the summary of each load names its batches"));
    if (!batch.complete()) {
      throw refused(
          "batch "
              + id
              + " is not loaded to its end: wait for the worker that loads it; if it died, load its"
              + " source again first");
    }
    if (batch.base().read() > 0) {
      throw refused(
          "batch "
              + id
              + " begins behind lines of its source that belong to another batch: replace that one,"
              + " or load the source anew into another database");
    }
    for (BatchState other : batches) {
      if (!other.id().equals(id)
          && other.base().read() > 0
          && other.base().read() <= batch.point().read()) {
        throw refused(
            "batch "
                + other.id()
                + " begins behind lines of its source that may be those of "
                + id
                + ", which it does not hold itself: they cannot be told apart any more; load the"
                + " sources anew into another database");
      }
      checkKept(other, journal.kept(other.id()));
    }
  }

  private static void checkKept(BatchState batch, List<Path> kept) throws IOException {
    boolean all =
        kept.size() == batch.segments()
            && (kept.isEmpty() || Journal.number(kept.getLast()) == batch.segments());
    if (!all) {
      throw refused(
          "this home's journal has %d of the %d segments of batch %s: it was loaded from another home, or they were removed. Replace from the home that has them all, or load the sources anew into another database"
              .formatted(kept.size(), batch.segments(), batch.id()));
    }
  }

  /// When the segments were read.
  static void check(List<BatchState> batches, Gathered gathered) throws IOException {
    for (BatchState batch : batches) {
      Optional<SegmentHeader> last = BatchReplacer.lastHeader(gathered, batch.id());
      boolean same =
          last.isPresent()
              && last.get().batch().equals(batch.id())
              && last.get().end().equals(batch.end());
      if (!same) {
        throw refused(
            "the segments of batch "
                + batch.id()
                + " that this home has kept are not those in the graph: restore the journal, or load"
                + " the sources anew into another database");
      }
    }
  }

  private static ReplacementRefusedException refused(String reason) {
    return new ReplacementRefusedException(reason + "; nothing was changed");
  }
}
