package io.iolaus.ingest.state;

import io.iolaus.core.days.DayCounts;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.write.Properties;
import io.iolaus.ingest.write.Recording;
import io.iolaus.ingest.write.Runs;
import java.util.Arrays;
import java.util.List;

/// An edge as the graph is to hold it.
public final class EdgeNow {

  private final DayCounts days = new DayCounts();
  private final FirstBy batches = new FirstBy();
  private final FirstBy known = new FirstBy();
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  void add(EdgeFold fold, Recording recording) {
    batches.add(days, fold, recording.batch());
    known.add(days, fold, recording.at());
    days.addAll(fold);
    firstMillis = Math.min(firstMillis, fold.firstMillis());
    lastMillis = Math.max(lastMillis, fold.lastMillis());
  }

  /// As the statements that create and update edges take it.
  ///
  /// @param name the target, or the edge itself
  public List<Object> row(String name) {
    return List.of(
        name,
        Properties.days(days),
        Properties.counts(days),
        Runs.lengths(batches.values(days)),
        days.total(),
        Properties.time(firstMillis),
        Properties.time(lastMillis),
        Runs.starts(known.values(days)));
  }

  /// Whether an edge of the graph is like this.
  public boolean isLike(GraphRow row) {
    return Arrays.equals(row.numbers("counts"), Properties.counts(days))
        && Arrays.equals(row.days("days"), days.allDays())
        && Arrays.equals(Runs.ofLengths(row.numbers("batches"), days.size()), batches.values(days))
        && Arrays.equals(Runs.ofStarts(row.numbers("known"), days.size()), known.values(days))
        && row.instant("firstSeen").toEpochMilli() == firstMillis
        && row.instant("lastSeen").toEpochMilli() == lastMillis;
  }
}
