package io.iolaus.ingest.kafka;

import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.StageTimes;
import io.iolaus.ingest.kafka.TopicAdmin.Topic;
import io.iolaus.ingest.write.LiveBatch;
import io.iolaus.ingest.write.LiveBatchWriter;
import io.iolaus.ingest.write.LiveWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.neo4j.driver.exceptions.TransientException;

/// The one thread that speaks with the graph, so that the thread that reads can go on telling the
/// brokers that it is alive, however long the graph takes. Does what it is given in order: what is
/// asked after a window was handed over sees the window.
final class GraphThread implements AutoCloseable {

  private static final long IDLE = 0;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("kafka-write").daemon().factory());
  private final LiveBatchWriter writer;
  private final TopicAdmin topics;
  private final Patience patience;
  private final StageTimes times;
  private final AtomicLong busySince = new AtomicLong(IDLE);

  GraphThread(LiveBatchWriter writer, TopicAdmin topics, Patience patience, StageTimes times) {
    this.writer = writer;
    this.topics = topics;
    this.patience = patience;
    this.times = times;
  }

  /// Where a partition goes on.
  ///
  /// @param topic as it was when that was asked
  /// @param graph what the graph has of it
  /// @param beginning the first record the topic still has
  /// @param end behind its last one
  record Opened(Topic topic, LiveBatch graph, long beginning, long end) {}

  /// What became of a window.
  sealed interface Result {
    /// It is in the graph.
    record Written(LiveBatch after) implements Result {}

    /// The graph ends elsewhere than the window begins.
    record Refused(LiveBatch now) implements Result {}

    /// The topic was deleted and made again: nobody knows which of both the records are from.
    record OtherTopic() implements Result {}

    /// More than the database takes in one transaction.
    record TooLarge() implements Result {}

    /// The partition was taken away before the window's turn came.
    record Abandoned() implements Result {}
  }

  /// Asks the graph how far it has a partition.
  Future<Opened> open(PartitionLoad load) {
    return submit(() ->
        patience.run(() -> {
          Topic topic = topics.topic();
          TopicPartition partition = load.partition();
          Set<TopicPartition> one = Set.of(partition);
          return new Opened(
              topic,
              writer.open(topic.batch(partition.partition()), load.name()),
              topics.beginningsNow(one).getOrDefault(partition, 0L),
              topics.endsNow(one).getOrDefault(partition, 0L));
        }));
  }

  /// Hands a window over. The draft is not to be touched any more.
  Future<Result> write(PartitionLoad load, Topic topic, WindowDraft draft) {
    String batch = topic.batch(load.partition().partition());
    return submit(() -> {
      long start = System.nanoTime();
      LiveWindow window = draft.seal(batch, load.name());
      times.add(Stage.SEAL, start);
      start = System.nanoTime();
      try {
        return patience.run(() -> write(load, topic, window));
      } finally {
        times.add(Stage.WRITE, start);
      }
    });
  }

  private Result write(PartitionLoad load, Topic topic, LiveWindow window) throws IOException {
    if (load.isAbandoned()) {
      return new Result.Abandoned();
    }
    // Ids never come back: if it is the same now as when reading began, it was the same in between.
    if (!topics.topic().id().equals(topic.id())) {
      return new Result.OtherTopic();
    }
    try {
      return switch (writer.write(window)) {
        case LiveBatchWriter.Outcome.Written written -> new Result.Written(written.after());
        case LiveBatchWriter.Outcome.Refused refused -> new Result.Refused(refused.now());
      };
    } catch (TransientException e) {
      if (e.code().contains("OutOfMemory")) {
        return new Result.TooLarge();
      }
      throw e;
    }
  }

  /// How far the graph has batches that others may be writing to; those it does not have are left
  /// out.
  Future<Map<String, Long>> offsets(Collection<String> batches) {
    return submit(() -> patience.run(() -> writer.offsets(batches)));
  }

  /// Says that nobody reads a partition any more.
  Future<Void> close(String batch, long offset) {
    return submit(() -> {
      writer.close(batch, offset);
      return null;
    });
  }

  private <T> Future<T> submit(Callable<T> work) {
    return thread.submit(() -> {
      busySince.set(System.nanoTime());
      try {
        return work.call();
      } finally {
        busySince.set(IDLE);
      }
    });
  }

  /// How long what it does at the moment has been taking.
  Duration busy() {
    long since = busySince.get();
    return since == IDLE ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
