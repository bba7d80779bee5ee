package io.iolaus.ingest.write;

import io.iolaus.core.days.DayCounts;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.EdgeFold;
import java.util.ArrayList;
import java.util.List;

/// An edge in the graph with what a fold adds to it.
///
/// `batches` says which batch first knew each day, as pairs of a batch's sequence number and a
/// number of consecutive days.
final class EdgeState {

  private EdgeState() {}

  /// A new edge to this target.
  static List<Object> created(String target, EdgeFold fold, long batch) {
    DayCounts days = fold.days();
    return row(
        target, days, List.of(batch, (long) days.size()), fold.firstMillis(), fold.lastMillis());
  }

  /// An edge that was there.
  static List<Object> merged(GraphRow stored, EdgeFold fold, long batch) {
    DayCounts before = new DayCounts(stored.days("days"), stored.numbers("counts"));
    DayCounts after = new DayCounts(stored.days("days"), stored.numbers("counts"));
    after.addAll(fold.days());
    return row(
        stored.text("edge"),
        after,
        batches(before, after, stored.numbers("batches"), batch),
        Math.min(stored.instant("firstSeen").toEpochMilli(), fold.firstMillis()),
        Math.max(stored.instant("lastSeen").toEpochMilli(), fold.lastMillis()));
  }

  /// As the statements that create and update edges take it, the first says which.
  private static List<Object> row(
      String edge, DayCounts days, List<Long> batches, long firstMillis, long lastMillis) {
    return List.of(
        edge,
        Properties.days(days),
        Properties.counts(days),
        batches,
        days.total(),
        Properties.time(firstMillis),
        Properties.time(lastMillis));
  }

  private static List<Long> batches(DayCounts before, DayCounts after, long[] runs, long newBatch) {
    List<Long> result = new ArrayList<>();
    int known = 0;
    int run = 0;
    long left = runs.length > 0 ? runs[1] : 0;
    for (int i = 0; i < after.size(); i++) {
      long batch = newBatch;
      if (known < before.size() && before.day(known) == after.day(i)) {
        known++;
        batch = runs[run];
        if (--left == 0) {
          run += 2;
          left = run < runs.length ? runs[run + 1] : 0;
        }
      }
      append(result, batch);
    }
    return result;
  }

  private static void append(List<Long> runs, long batch) {
    int last = runs.size() - 2;
    if (last >= 0 && runs.get(last) == batch) {
      runs.set(last + 1, runs.get(last + 1) + 1);
    } else {
      runs.add(batch);
      runs.add(1L);
    }
  }
}
