package io.iolaus.ingest.kafka;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/// What the brokers know of a topic. Safe for use by several threads.
final class TopicAdmin implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 15_000;

  private final KafkaSource source;
  private final Admin admin;
  private final int timeoutMillis;

  /// @throws KafkaSourceException if the settings make no sense
  TopicAdmin(KafkaSource source) throws KafkaSourceException {
    this.source = source;
    timeoutMillis = timeout(source);
    try {
      admin = Admin.create(source.admin());
    } catch (KafkaException e) {
      throw KafkaSourceException.of(e, source);
    }
  }

  private static int timeout(KafkaSource source) {
    String millis = source.settings().get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
    try {
      return millis == null ? TIMEOUT_MILLIS : Integer.parseInt(millis);
    } catch (NumberFormatException e) {
      return TIMEOUT_MILLIS; // Kafka's own check says what is wrong with it.
    }
  }

  /// A topic as it is now. One that was deleted and made again has another id.
  record Topic(String id, List<TopicPartition> partitions) {

    /// The id of the batch that a partition's lines belong to.
    String batch(int partition) {
      return "k-" + id + "-" + partition;
    }
  }

  /// The topic as it is now.
  ///
  /// @throws IOException if there is none, or nobody tells
  Topic topic() throws IOException {
    DescribeTopicsOptions options = new DescribeTopicsOptions();
    TopicDescription description =
        await(
                admin
                    .describeTopics(List.of(source.topic()), options.timeoutMs(timeoutMillis))
                    .allTopicNames())
            .values()
            .iterator()
            .next();
    if (description.topicId().equals(Uuid.ZERO_UUID)) {
      throw new KafkaSourceException(
          "the brokers at "
              + source.bootstrap()
              + " give topics no ids: version 2.8 or newer is needed, to tell a topic from one of"
              + " the same name that was made after it");
    }
    return new Topic(
        description.topicId().toString(),
        IntStream.range(0, description.partitions().size())
            .mapToObj(partition -> new TopicPartition(source.topic(), partition))
            .toList());
  }

  /// Asks where partitions end, for what readers of committed records may see.
  KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> ends(
      Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.latest());
  }

  /// Where partitions end now.
  Map<TopicPartition, Long> endsNow(Collection<TopicPartition> partitions) throws IOException {
    return offsets(await(ends(partitions)));
  }

  /// Where partitions begin now: retention moves that on.
  Map<TopicPartition, Long> beginningsNow(Collection<TopicPartition> partitions)
      throws IOException {
    return offsets(await(offsets(partitions, OffsetSpec.earliest())));
  }

  static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> answer) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      Collection<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
    partitions.forEach(partition -> specs.put(partition, spec));
    ListOffsetsOptions options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    return admin.listOffsets(specs, options.timeoutMs(timeoutMillis)).all();
  }

  private <T> T await(KafkaFuture<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while asking the Kafka brokers");
    } catch (ExecutionException e) {
      throw KafkaSourceException.of(e.getCause() == null ? e : e.getCause(), source);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
