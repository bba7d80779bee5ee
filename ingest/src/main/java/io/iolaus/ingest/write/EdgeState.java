package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.DayCounts;
import io.iolaus.ingest.fold.EdgeFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An edge in the graph with what a fold adds to it.
///
/// `batches` says which batch first knew each day, as pairs of a batch's sequence number and a number
/// of consecutive days.
final class EdgeState {

  private EdgeState() {}

  /// The properties of a new edge.
  static Map<String, Object> created(EdgeFold fold, long batch) {
    DayCounts days = fold.days();
    return properties(
        days, List.of(batch, (long) days.size()), fold.firstMillis(), fold.lastMillis());
  }

  /// The properties of an edge that was there.
  static Map<String, Object> merged(GraphRow stored, EdgeFold fold, long batch) {
    DayCounts before = new DayCounts(stored.days("days"), stored.numbers("counts"));
    DayCounts after = new DayCounts(stored.days("days"), stored.numbers("counts"));
    after.addAll(fold.days());
    return properties(
        after,
        batches(before, after, stored.numbers("batches"), batch),
        Math.min(stored.instant("firstSeen").toEpochMilli(), fold.firstMillis()),
        Math.max(stored.instant("lastSeen").toEpochMilli(), fold.lastMillis()));
  }

  private static Map<String, Object> properties(
      DayCounts days, List<Long> batches, long firstMillis, long lastMillis) {
    return Map.of(
        "days", Properties.days(days),
        "counts", Properties.counts(days),
        "batches", batches,
        "total", days.total(),
        "firstSeen", Properties.time(firstMillis),
        "lastSeen", Properties.time(lastMillis));
  }

  private static List<Long> batches(
      DayCounts before, DayCounts after, long[] runs, long newBatch) {
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
