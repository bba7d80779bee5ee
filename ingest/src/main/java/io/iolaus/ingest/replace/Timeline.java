package io.iolaus.ingest.replace;

import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.replace.TimedSegment.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All segments of a home in the order in which they came into the graph: that of the times at
/// which they were sealed, for one load at a time works on a home. The new segments stand where the
/// batch they are of began.
final class Timeline {

  private record Placed(FileTime time, TimedSegment segment) {}

  private static final Comparator<Placed> ORDER =
      Comparator.comparing(Placed::time)
          .thenComparingLong(placed -> placed.segment.seq())
          .thenComparingInt(placed -> placed.segment.number());

  private Timeline() {}

  /// @param batches all that the graph holds
  /// @param replaced id of the batch that is replaced
  /// @param coming its new segments, by number
  static List<TimedSegment> of(
      Journal journal, List<BatchState> batches, String replaced, List<Path> coming)
      throws IOException {
    List<Placed> placed = new ArrayList<>();
    for (BatchState batch : batches) {
      boolean goes = batch.id().equals(replaced);
      List<Path> kept = journal.kept(batch.id());
      FileTime time = FileTime.fromMillis(0);
      for (Path file : kept) {
        FileTime sealed = Files.getLastModifiedTime(file);
        // Whatever the clock did, segments of a batch build on each other.
        time = sealed.compareTo(time) > 0 ? sealed : time;
        placed.add(new Placed(time, segment(batch, file, goes ? Role.GOES : Role.STAYS)));
      }
      if (goes) {
        FileTime began = Files.getLastModifiedTime(kept.getFirst());
        coming.forEach(file -> placed.add(new Placed(began, segment(batch, file, Role.COMES))));
      }
    }
    return placed.stream().sorted(ORDER).map(Placed::segment).toList();
  }

  /// Gives new segments the time of those they replace, so that they stand there ever after.
  static void backdate(Journal journal, String replaced, List<Path> coming) throws IOException {
    FileTime began = Files.getLastModifiedTime(journal.kept(replaced).getFirst());
    for (Path file : coming) {
      Files.setLastModifiedTime(file, began);
    }
  }

  private static TimedSegment segment(BatchState batch, Path file, Role role) {
    return new TimedSegment(batch.id(), batch.seq(), Journal.number(file), file, role);
  }
}
