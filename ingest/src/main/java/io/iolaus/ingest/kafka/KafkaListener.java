package io.iolaus.ingest.kafka;

import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestProgress.Stage;
import java.time.Duration;
import java.util.Map;

/// Hears how reading a topic is getting on, besides what every load tells. Called on the reading
/// thread: answer at once.
public interface KafkaListener extends IngestListener {

  /// How many records each partition that this worker reads has that are not in the graph yet, by
  /// name (`kafka:topic/0`). Told every few seconds; a partition that is missing is read by another
  /// worker now.
  default void lag(Map<String, Long> records) {}

  /// How long each stage was busy until now, over all its threads. Told as often.
  default void busy(Map<Stage, Duration> stages) {}

  /// A window is in the graph.
  ///
  /// @param partition by name
  /// @param lines in it, blank ones not counted
  /// @param rejected how many of them were rejected
  /// @param age since its first record was read
  default void written(String partition, long lines, long rejected, Duration age) {}
}
