package io.iolaus.ingest.write;

import io.iolaus.core.days.DayCounts;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.EdgeFold;
import java.util.List;

/// An edge in the graph with what a fold adds to it.
///
/// Which batch first knew each day and when that was recorded is kept beside the days ({@link
/// Runs}).
final class EdgeState {

  private EdgeState() {}

  /// A new edge to this target.
  static List<Object> created(String target, EdgeFold fold, Recording recording) {
    DayCounts days = fold.days();
    return row(
        target,
        days,
        List.of(recording.batch(), (long) days.size()),
        List.of(recording.at(), 0L),
        fold.firstMillis(),
        fold.lastMillis());
  }

  /// An edge that was there.
  static List<Object> merged(GraphRow stored, EdgeFold fold, Recording recording) {
    DayCounts before = new DayCounts(stored.days("days"), stored.numbers("counts"));
    DayCounts after = new DayCounts(stored.days("days"), stored.numbers("counts"));
    after.addAll(fold.days());
    return row(
        stored.text("edge"),
        after,
        Runs.lengths(
            Runs.grown(
                before,
                after,
                Runs.ofLengths(stored.numbers("batches"), before.size()),
                recording.batch())),
        Runs.starts(
            Runs.grown(
                before,
                after,
                Runs.ofStarts(stored.numbers("known"), before.size()),
                recording.at())),
        Math.min(stored.instant("firstSeen").toEpochMilli(), fold.firstMillis()),
        Math.max(stored.instant("lastSeen").toEpochMilli(), fold.lastMillis()));
  }

  /// As the statements that create and update edges take it, the first says which.
  private static List<Object> row(
      String edge,
      DayCounts days,
      List<Long> batches,
      List<Long> known,
      long firstMillis,
      long lastMillis) {
    return List.of(
        edge,
        Properties.days(days),
        Properties.counts(days),
        batches,
        days.total(),
        Properties.time(firstMillis),
        Properties.time(lastMillis),
        known);
  }
}
