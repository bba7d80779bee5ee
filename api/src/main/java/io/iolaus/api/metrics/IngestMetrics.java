package io.iolaus.api.metrics;

import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.LineCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/// Counts what this process brings into the graph. Lines count when they are in the graph: the sums
/// are those of the batches that this process loaded.
@Component
public final class IngestMetrics {

  private static final double NANOS = 1e9;

  private final MeterRegistry registry;
  private final Counter read;
  private final Counter created;
  private final Counter updated;
  private final Counter unchanged;
  private final Counter recognised;
  private final Counter exchanges;
  private final Counter bytes;
  private final Counter parts;
  private final Counter retries;
  private final Counter loaded;
  private final Counter failed;
  private final Map<String, Counter> rejected = new ConcurrentHashMap<>();
  private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    read = counter("lines.read", "Lines in the graph or in the dead letters");
    created = applied("created");
    updated = applied("updated");
    unchanged = applied("unchanged");
    recognised =
        counter("lines.recognised", "Lines that were in the graph before, not counted as read");
    exchanges = counter("exchanges", "Exchanges that the lines stand for");
    bytes = counter("bytes", "Bytes of the bodies that are in the graph, as they came");
    parts = counter("parts", "Parts written, each in a transaction of its own");
    retries = counter("retries", "Transactions that were run again");
    loaded = batches("done");
    failed = batches("failed");
    for (Stage stage : Stage.values()) {
      LongAdder busy = new LongAdder();
      nanos.put(stage, busy);
      FunctionCounter.builder("iolaus.ingest.stage.seconds", busy, sum -> sum.sum() / NANOS)
          .description("Time that a stage was busy, over all its threads")
          .tag("stage", stage.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private Counter counter(String name, String description) {
    return Counter.builder("iolaus.ingest." + name).description(description).register(registry);
  }

  private Counter applied(String effect) {
    return Counter.builder("iolaus.ingest.lines.applied")
        .description("Lines taken, by what they did to the graph")
        .tag("effect", effect)
        .register(registry);
  }

  private Counter batches(String state) {
    return Counter.builder("iolaus.ingest.batches")
        .description("Bodies loaded or set aside")
        .tag("state", state)
        .register(registry);
  }

  private Counter rejected(String reason) {
    return rejected.computeIfAbsent(
        reason,
        r ->
            Counter.builder("iolaus.ingest.lines.rejected")
                .description("Lines in the dead letters, by reason code")
                .tag("reason", r)
                .register(registry));
  }

  private static void add(Counter counter, long by) {
    counter.increment((double) by);
  }

  /// A segment is in the graph.
  public void added(LineCounts added, Map<String, Long> rejections) {
    add(read, added.read());
    add(created, added.created());
    add(updated, added.updated());
    add(unchanged, added.unchanged());
    add(exchanges, added.exchanges());
    rejections.forEach((reason, lines) -> add(rejected(reason), lines));
  }

  /// A part is in the graph.
  public void partWritten() {
    parts.increment();
  }

  /// Sources are in the graph.
  ///
  /// @param size their bytes as they came
  public void loaded(IngestSummary summary, long size) {
    add(loaded, summary.sources().size());
    add(bytes, size);
    add(retries, summary.retries());
    add(recognised, summary.sources().stream().mapToLong(SourceSummary::recognised).sum());
    summary.stages().forEach(this::busy);
  }

  /// How long each stage of a load that runs on was busy until now.
  public void busy(Map<Stage, Duration> untilNow) {
    untilNow.forEach((stage, time) -> {
      LongAdder sum = nanos.get(stage);
      if (sum != null) {
        sum.add(time.toNanos() - sum.sum());
      }
    });
  }

  private void busy(Stage stage, Duration time) {
    LongAdder sum = nanos.get(stage);
    if (sum != null) {
      sum.add(time.toNanos());
    }
  }

  /// A body was set aside.
  public void failed() {
    failed.increment();
  }
}
