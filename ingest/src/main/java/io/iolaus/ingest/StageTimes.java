package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How long each stage was busy. Safe for use by several threads.
public final class StageTimes {

  private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);

  public StageTimes() {
    for (Stage stage : Stage.values()) {
      nanos.put(stage, new LongAdder());
    }
  }

  /// Counts the time since `startNanos`.
  public void add(Stage stage, long startNanos) {
    LongAdder adder = nanos.get(stage);
    if (adder != null) {
      adder.add(System.nanoTime() - startNanos);
    }
  }

  /// How long each stage was busy until now.
  public Map<Stage, Duration> busy() {
    Map<Stage, Duration> busy = new EnumMap<>(Stage.class);
    nanos.forEach((stage, sum) -> busy.put(stage, Duration.ofNanos(sum.sum())));
    return busy;
  }
}
