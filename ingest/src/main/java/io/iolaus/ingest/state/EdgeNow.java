package io.iolaus.ingest.state;

import io.iolaus.core.days.DayCounts;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.write.Properties;
import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongRBTreeMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edge as the graph is to hold it.
public final class EdgeNow {

  private final DayCounts days = new DayCounts();
  private long firstBatch;
  // Which batch first knew a day; null while only one spoke of the edge, as of nearly all.
  private @Nullable Int2LongRBTreeMap knownBy;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  void add(EdgeFold fold, long seq) {
    if (days.size() == 0) {
      firstBatch = seq;
    } else if (knownBy != null || seq != firstBatch) {
      knownBy = knownBy == null ? allKnownBy(firstBatch) : knownBy;
      for (int i = 0; i < fold.size(); i++) {
        knownBy.putIfAbsent(fold.day(i), seq);
      }
    }
    days.addAll(fold);
    firstMillis = Math.min(firstMillis, fold.firstMillis());
    lastMillis = Math.max(lastMillis, fold.lastMillis());
  }

  private Int2LongRBTreeMap allKnownBy(long batch) {
    Int2LongRBTreeMap known = new Int2LongRBTreeMap();
    for (int i = 0; i < days.size(); i++) {
      known.put(days.day(i), batch);
    }
    return known;
  }

  /// As the statements that create and update edges take it.
  ///
  /// @param name the target, or the edge itself
  public List<Object> row(String name) {
    return List.of(
        name,
        Properties.days(days),
        Properties.counts(days),
        batches(),
        days.total(),
        Properties.time(firstMillis),
        Properties.time(lastMillis));
  }

  /// Whether an edge of the graph is like this.
  public boolean isLike(GraphRow row) {
    return Arrays.equals(row.numbers("counts"), Properties.counts(days))
        && Arrays.equals(row.days("days"), days.allDays())
        && Arrays.equals(
            row.numbers("batches"), batches().stream().mapToLong(Long::longValue).toArray())
        && row.instant("firstSeen").toEpochMilli() == firstMillis
        && row.instant("lastSeen").toEpochMilli() == lastMillis;
  }

  /// Pairs of a batch and a number of consecutive days.
  private List<Long> batches() {
    if (knownBy == null) {
      return List.of(firstBatch, (long) days.size());
    }
    List<Long> runs = new ArrayList<>();
    for (Int2LongMap.Entry day : knownBy.int2LongEntrySet()) {
      int last = runs.size() - 2;
      if (last >= 0 && runs.get(last) == day.getLongValue()) {
        runs.set(last + 1, runs.get(last + 1) + 1);
      } else {
        runs.add(day.getLongValue());
        runs.add(1L);
      }
    }
    return runs;
  }
}
