package io.iolaus.ingest.source;

import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.KnownPoint;
import io.iolaus.ingest.journal.Prefix;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The beginnings of sources that are in the graph, found by what a source begins with. Ten
/// thousand small files make as many beginnings, so they are looked up, not compared one by one.
final class KnownBeginnings {

  /// A beginning of sources.
  ///
  /// @param current whether its batch ends there still and may go on
  record Beginning(BatchState batch, KnownPoint point, boolean current) {

    long bytes() {
      return point.end().prefix().bytes();
    }

    /// By what it is first recognised: all of it, or its first {@link OpenSource#HEAD_BYTES}.
    private Prefix head() {
      return bytes() <= OpenSource.HEAD_BYTES ? point.end().prefix() : batch.head();
    }
  }

  private final Map<Prefix, List<Beginning>> byHead = new HashMap<>();
  private final TreeSet<Long> lengths = new TreeSet<>();

  /// @param goesOn whether what follows the end of a batch may go to it
  KnownBeginnings(List<BatchState> known, Predicate<BatchState> goesOn) {
    for (BatchState batch : known) {
      batch.earlier().forEach(point -> add(new Beginning(batch, point, false)));
      add(new Beginning(batch, batch.point(), goesOn.test(batch)));
    }
  }

  private void add(Beginning beginning) {
    Prefix head = beginning.head();
    if (head.bytes() > 0) {
      byHead.computeIfAbsent(head, _ -> new ArrayList<>(1)).add(beginning);
      lengths.add(head.bytes());
    }
  }

  /// Beginnings that a source with this head may have, shortest first; of equal ones the one whose
  /// batch may go on there comes last, and holds.
  List<Beginning> of(byte[] head, LineFormat format) {
    List<Beginning> alike = new ArrayList<>();
    MessageDigest digest = format.digest();
    int done = 0;
    for (long length : lengths) {
      if (length > head.length) {
        break;
      }
      digest.update(head, done, (int) length - done);
      done = (int) length;
      alike.addAll(byHead.getOrDefault(new Prefix(length, Digests.peek(digest)), List.of()));
    }
    alike.sort(Comparator.comparingLong(Beginning::bytes).thenComparing(Beginning::current));
    return alike;
  }
}
