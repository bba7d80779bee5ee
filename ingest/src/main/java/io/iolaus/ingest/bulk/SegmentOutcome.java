package io.iolaus.ingest.bulk;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.write.PartOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What becomes of the lines of one segment, as its parts are gone through in no order. Safe for
/// use by several threads.
final class SegmentOutcome {

  private record Conflict(int part, String account, List<String> letters) {}

  private final List<Conflict> conflicts = new ArrayList<>();
  private LineCounts counts = LineCounts.NONE;

  /// Adds what became of the lines about entities or about one account in a part.
  ///
  /// @param account empty for entities
  /// @param letters of lines that turned out to be in conflict
  synchronized void add(LineCounts added, int part, String account, List<String> letters) {
    counts = counts.plus(added);
    if (!letters.isEmpty()) {
      conflicts.add(new Conflict(part, account, letters));
    }
  }

  /// All of it.
  synchronized PartOutcome total() {
    return new PartOutcome(
        counts,
        conflicts.stream()
            .sorted(
                Comparator.comparingInt(Conflict::part)
                    .thenComparing(Conflict::account, ByteOrder::compare))
            .flatMap(conflict -> conflict.letters.stream())
            .toList());
  }
}
