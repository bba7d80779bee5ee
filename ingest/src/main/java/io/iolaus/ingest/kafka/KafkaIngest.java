package io.iolaus.ingest.kafka;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.cypher.write.OutageListener;
import io.iolaus.cypher.write.RetryLimits;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.StageTimes;
import io.iolaus.ingest.kafka.TopicAdmin.Topic;
import io.iolaus.ingest.write.LiveBatchWriter;
import io.iolaus.ingest.write.SiteKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.neo4j.driver.Driver;

/// Reads a topic into the graph until it is told to stop, exactly once in effect.
///
/// Records of a partition are folded into windows of some seconds. A window goes to the graph in
/// one transaction that also moves the partition's position, and only if the graph still stands
/// where the window begins. The position in the graph is the only one that counts: what Kafka keeps
/// for the group is for those who watch its lag. So neither a crash nor a rebalance nor a worker
/// that was believed dead can lose or double a record.
///
/// One thread reads, folds, and keeps in touch with the brokers; others decode; one writes. A slow
/// or absent database fills the windows, full windows pause their partitions.
public final class KafkaIngest {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration STOPPING = Duration.ofSeconds(20);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

  // Waiting for longer is what patience is for: it ends when the worker is to stop.
  private static final RetryLimits EACH_TRY = RetryLimits.DEFAULT.withPatience(CLOSING);

  private final GraphWriter graph;
  private final Home home;
  private final SiteSecret secret;
  private final Clock clock;
  private final KafkaSource source;
  private final LiveOptions options;
  private final KafkaListener listener;
  private final Patience patience;
  private volatile boolean stopped;

  /// @param driver stays the caller's to close; the schema is applied
  /// @param home for dead letters; any number of workers may share it
  /// @param clock for `recordedAt` alone
  public KafkaIngest(
      Driver driver,
      Home home,
      SiteSecret secret,
      Clock clock,
      KafkaSource source,
      LiveOptions options,
      KafkaListener listener) {
    graph = new GraphWriter(driver, EACH_TRY, OutageListener.NONE);
    this.home = home;
    this.secret = secret;
    this.clock = clock;
    this.source = source;
    this.options = options;
    this.listener = listener;
    patience = new Patience(options.patience());
  }

  /// Requires that there is such a topic: better said before a database is started for it.
  ///
  /// @throws KafkaSourceException if there is none, or it cannot be read
  public static void requireTopic(KafkaSource source) throws IOException {
    try (TopicAdmin topics = new TopicAdmin(source)) {
      topics.topic();
    }
  }

  /// Reads until {@link #stop}, or the end where the options say so. Returns when everything that
  /// was read is in the graph, or was left to be read again because the database is away.
  ///
  /// @throws KafkaSourceException if the topic cannot be read
  /// @throws IOException if the home cannot be written
  public IngestSummary run() throws IOException {
    long start = System.nanoTime();
    StageTimes times = new StageTimes();
    LoadTotals totals = new LoadTotals(source.name(), home.deadLetters(), listener);
    try (TopicAdmin topics = new TopicAdmin(source)) {
      Topic topic = topics.topic();
      LiveBatchWriter writer =
          patience.run(() -> {
            SiteKey.require(graph, secret);
            return new LiveBatchWriter(graph, home.deadLetters(), clock);
          });
      try (RecordDecoders decoders = new RecordDecoders(secret, options.decoders(), times);
          GraphThread thread = new GraphThread(writer, topics, patience, times);
          Consumer<byte[], byte[]> consumer = consumer(source.consumer())) {
        Reading reading = new Reading(consumer, thread, options, listener, totals);
        EndWatch end = EndWatch.of(options.untilEnd(), topic, topics, thread);
        read(reading, decoders, new LagWatch(topics, thread, times, listener), end);
        consumer.close(CloseOptions.timeout(CLOSING));
      }
    } catch (KafkaException e) {
      throw KafkaSourceException.of(e, source);
    }
    return new IngestSummary(
        totals.summaries(),
        totals.counts(),
        times.busy(),
        options.decoders(),
        graph.retries(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /// Lets {@link #run} end soon. May be called from any thread, more than once.
  public void stop() {
    patience.end(STOPPING);
    stopped = true;
  }

  private static Consumer<byte[], byte[]> consumer(Properties properties) {
    return new KafkaConsumer<>(properties);
  }

  private void read(Reading reading, RecordDecoders decoders, LagWatch lag, EndWatch end)
      throws IOException {
    Assignment assignment = new Assignment(source, reading);
    reading.consumer().subscribe(List.of(source.topic()), assignment);
    long looked = System.nanoTime();
    while (!stopped && !end.isReached(assignment)) {
      fold(poll(reading.consumer(), assignment), decoders, assignment);
      long windowBytes = reading.windowBytes(assignment.loads().size());
      for (PartitionLoad load : assignment.loads()) {
        load.step(windowBytes);
      }
      long now = System.nanoTime();
      if (now - looked >= LOOK_EVERY) {
        looked = now;
        assignment.tellOffsets();
        lag.step(assignment.loads());
      }
    }
    patience.end(STOPPING);
    assignment.finish(STOPPING);
  }

  private static ConsumerRecords<byte[], byte[]> poll(
      Consumer<byte[], byte[]> consumer, Assignment assignment) {
    try {
      return consumer.poll(POLL);
    } catch (OffsetOutOfRangeException e) {
      // Retention went past, or the topic was made again: the graph and the broker will tell.
      e.partitions()
          .forEach(partition -> assignment.load(partition).ifPresent(PartitionLoad::open));
      return ConsumerRecords.empty();
    }
  }

  private static void fold(
      ConsumerRecords<byte[], byte[]> records, RecordDecoders decoders, Assignment assignment)
      throws IOException {
    Map<TopicPartition, List<Future<RecordLines>>> slices = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      assignment
          .load(partition)
          .filter(PartitionLoad::isOpen)
          .ifPresent(load ->
              slices.put(partition, decoders.decode(load.name(), records.records(partition))));
    }
    for (var next : records.nextOffsets().entrySet()) {
      PartitionLoad load =
          assignment.load(next.getKey()).filter(PartitionLoad::isOpen).orElse(null);
      if (load != null) {
        load.fold(slices.getOrDefault(next.getKey(), List.of()), next.getValue().offset());
      }
    }
  }
}
