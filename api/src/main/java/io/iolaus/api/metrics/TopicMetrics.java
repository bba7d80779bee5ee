package io.iolaus.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;

/// How far a worker is behind the topic it reads.
public final class TopicMetrics {

  private final MultiGauge lag;
  private final Timer windows;

  public TopicMetrics(MeterRegistry registry) {
    lag =
        MultiGauge.builder("iolaus.ingest.lag.records")
            .description("Records of a partition that are not in the graph yet")
            .register(registry);
    windows =
        Timer.builder("iolaus.ingest.window.age")
            .description("From reading the first record of a window until it is in the graph")
            .register(registry);
  }

  /// How many records each partition has that are not in the graph, by name; partitions that are
  /// missing are read by others.
  public void lag(Map<String, Long> records) {
    lag.register(
        records.entrySet().stream()
            .map(e -> MultiGauge.Row.of(Tags.of("partition", e.getKey()), e.getValue()))
            .toList(),
        true);
  }

  /// A window is in the graph.
  public void written(Duration age) {
    windows.record(age);
  }
}
