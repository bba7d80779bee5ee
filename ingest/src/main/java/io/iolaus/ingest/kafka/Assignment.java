package io.iolaus.ingest.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// The partitions that this worker has of its group's, as they come and go. Used by the reading
/// thread, as Kafka's consumer calls from within `poll`.
final class Assignment implements ConsumerRebalanceListener {

  private static final Duration LAST_WRITES = Duration.ofSeconds(5);
  private static final Duration COURTESY = Duration.ofSeconds(2);

  private final KafkaSource source;
  private final Reading reading;
  private final Map<TopicPartition, PartitionLoad> loads = new HashMap<>();
  private final Map<TopicPartition, Long> told = new HashMap<>();
  private boolean heardOf;

  Assignment(KafkaSource source, Reading reading) {
    this.source = source;
    this.reading = reading;
  }

  Collection<PartitionLoad> loads() {
    return loads.values();
  }

  Optional<PartitionLoad> load(TopicPartition partition) {
    return Optional.ofNullable(loads.get(partition));
  }

  /// Whether the group has given this worker its share, be it nothing.
  boolean isHeardOf() {
    return heardOf;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    heardOf = true;
    for (TopicPartition partition : partitions) {
      // Anywhere: it is paused, and the consumer may not look for a place by itself.
      reading.consumer().seek(partition, 0);
      PartitionLoad load =
          new PartitionLoad(partition, source.name(partition.partition()), reading);
      loads.put(partition, load);
      load.open();
    }
  }

  /// Writes what was read, if the graph is quick: less for the next one to read again.
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    boolean quick = reading.graph().busy().compareTo(LAST_WRITES) < 0;
    finish(partitions, quick ? LAST_WRITES : Duration.ZERO);
    partitions.forEach(loads::remove);
    partitions.forEach(told::remove);
  }

  /// They are somebody else's already.
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      load(partition).ifPresent(PartitionLoad::abandon);
      loads.remove(partition);
      told.remove(partition);
    }
  }

  /// Writes the windows of all partitions, if that can be done in time, and ends.
  void finish(Duration within) throws IOException {
    long deadline = System.nanoTime() + within.toNanos();
    finish(List.copyOf(loads.keySet()), within);
    long left = loads.values().stream().filter(load -> !load.isWritten()).count();
    if (left > 0) {
      reading
          .listener()
          .notice(
              "the last windows of "
                  + left
                  + " partitions are not in the graph: their records are read again next time");
      return;
    }
    for (PartitionLoad load : loads.values()) {
      load.close(deadline);
    }
  }

  private void finish(Collection<TopicPartition> partitions, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    List<PartitionLoad> leaving = new ArrayList<>();
    partitions.forEach(partition -> load(partition).ifPresent(leaving::add));
    try {
      for (PartitionLoad load : leaving) {
        load.finish(deadline);
      }
    } catch (IOException | RuntimeException e) {
      reading
          .listener()
          .notice(
              "the last windows could not be written ("
                  + e.getMessage()
                  + "): their records are read again");
    } finally {
      leaving.forEach(PartitionLoad::abandon);
    }
    try {
      reading.consumer().commitSync(news(leaving), COURTESY);
    } catch (KafkaException e) {
      // Nobody but those who watch the group's lag reads it.
    }
  }

  /// Tells the brokers how far the graph is, for those who watch the group's lag.
  void tellOffsets() {
    Map<TopicPartition, OffsetAndMetadata> offsets = news(loads.values());
    if (!offsets.isEmpty()) {
      reading.consumer().commitAsync(offsets, (_, _) -> {});
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> news(Collection<PartitionLoad> of) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (PartitionLoad load : of) {
      load.graph()
          .filter(graph -> !Long.valueOf(graph.offset()).equals(told.get(load.partition())))
          .ifPresent(graph -> {
            told.put(load.partition(), graph.offset());
            offsets.put(load.partition(), new OffsetAndMetadata(graph.offset()));
          });
    }
    return offsets;
  }
}
