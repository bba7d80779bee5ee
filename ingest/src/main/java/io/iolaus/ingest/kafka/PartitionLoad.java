package io.iolaus.ingest.kafka;

import io.iolaus.ingest.Failures;
import io.iolaus.ingest.kafka.GraphThread.Opened;
import io.iolaus.ingest.kafka.GraphThread.Result;
import io.iolaus.ingest.kafka.TopicAdmin.Topic;
import io.iolaus.ingest.write.LiveBatch;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A partition that this worker reads: one window that grows, and at most one on its way to the
/// graph. Used by the reading thread, but for {@link #isAbandoned}.
///
/// Records are read from where the graph ends, and never from anywhere else. Whatever makes that
/// doubtful (another worker wrote, the topic was made again, the broker has no such offset) throws
/// the windows away and asks the graph anew.
final class PartitionLoad {

  private static final String READING = "reading a topic";

  private final TopicPartition partition;
  private final String name;
  private final Reading reading;
  private volatile boolean abandoned;
  private @Nullable Future<Opened> opening;
  private @Nullable Future<Result> writing;
  private @Nullable Topic topic;
  private @Nullable LiveBatch graph;
  private WindowDraft written = new WindowDraft(0);
  private WindowDraft draft = new WindowDraft(0);

  /// @param name what people know it by
  PartitionLoad(TopicPartition partition, String name, Reading reading) {
    this.partition = partition;
    this.name = name;
    this.reading = reading;
  }

  /// Asks the graph where to go on; nothing is read until that is known.
  void open() {
    reading.consumer().pause(Set.of(partition));
    writing = null;
    draft = new WindowDraft(0);
    opening = reading.graph().open(this);
  }

  /// Whether it is known where to read.
  boolean isOpen() {
    return opening == null;
  }

  /// Folds what was read.
  ///
  /// @param next the record behind
  void fold(List<Future<RecordLines>> slices, long next) throws IOException {
    for (Future<RecordLines> slice : slices) {
      RecordLines lines = Failures.await(slice, READING);
      draft.add(lines);
      lines.unknownFields().keySet().forEach(reading.totals()::unknownField);
    }
    draft.endAt(next);
  }

  /// Does what is to be done by now. Called often.
  ///
  /// @param windowBytes a window of this size is full
  void step(long windowBytes) throws IOException {
    if (opening != null && opening.isDone()) {
      start(Failures.await(opening, READING));
    }
    if (writing != null && writing.isDone()) {
      settle(Failures.await(writing, READING));
    }
    if (opening != null) {
      return;
    }
    boolean full = draft.bytes() >= windowBytes || draft.lines() >= reading.mostLines();
    if (writing == null && (full || draft.age().compareTo(reading.options().window()) >= 0)) {
      write();
      full = false;
    }
    pause(full);
  }

  private void start(Opened opened) throws IOException {
    opening = null;
    topic = opened.topic();
    graph = opened.graph();
    long next = opened.graph().offset();
    if (next > opened.end()) {
      throw new KafkaSourceException(
          "%s ends at offset %,d, but the graph has it up to %,d: the topic has lost records that were loaded; make it again (a new topic is read from its beginning)"
              .formatted(name, opened.end(), next));
    }
    if (next < opened.beginning()) {
      reading
          .listener()
          .notice(
              "%s: offsets %,d to %,d are gone from the topic before they were loaded; going on behind them"
                  .formatted(name, next, opened.beginning() - 1));
    }
    draft = new WindowDraft(next);
    reading.consumer().seek(partition, Math.max(next, opened.beginning()));
    reading.consumer().resume(Set.of(partition));
  }

  private void settle(Result result) {
    writing = null;
    switch (result) {
      case Result.Written done -> {
        reading.totals().written(name, graph, done.after(), written);
        graph = done.after();
      }
      case Result.Refused refused -> {
        reading
            .listener()
            .notice(
                "%s: another worker has brought it to offset %,d; going on there"
                    .formatted(name, refused.now().offset()));
        open();
      }
      case Result.OtherTopic _ -> {
        reading
            .listener()
            .notice(name + ": the topic was deleted and made again; reading it from its beginning");
        open();
      }
      case Result.TooLarge _ -> {
        reading.halveWindows();
        open();
      }
      case Result.Abandoned _ -> {}
    }
  }

  private void write() {
    if (topic == null || draft.isEmpty()) {
      return;
    }
    written = draft;
    draft = new WindowDraft(written.end());
    writing = reading.graph().write(this, topic, written);
  }

  private void pause(boolean pause) {
    if (pause) {
      reading.consumer().pause(Set.of(partition));
    } else {
      reading.consumer().resume(Set.of(partition));
    }
  }

  /// Writes what was read, if that can be done soon; else it is read again by whoever is next.
  ///
  /// @param deadline as of `System.nanoTime()`
  void finish(long deadline) throws IOException {
    if (abandoned) {
      return;
    }
    // What is on its way, then what has grown since.
    for (int i = 0; i < 2 && opening == null && (writing != null || !draft.isEmpty()); i++) {
      if (writing == null) {
        write();
      }
      Future<Result> last = writing;
      if (last == null || !isDone(last, deadline)) {
        break;
      }
      settle(Failures.await(last, READING));
    }
  }

  /// Says in the graph that nobody reads it any more, if that can be said in time.
  void close(long deadline) throws IOException {
    LiveBatch known = graph;
    if (opening == null && known != null) {
      isDone(reading.graph().close(known.id(), known.offset()), deadline);
    }
  }

  /// Whether nothing that was read is missing in the graph.
  boolean isWritten() {
    return writing == null && draft.isEmpty();
  }

  private static boolean isDone(Future<?> future, long deadline) throws IOException {
    try {
      future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true; // whoever takes the result hears of it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing to the graph");
    }
  }

  /// Gives it up: windows that have not gone to the graph yet stay away from it.
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  TopicPartition partition() {
    return partition;
  }

  /// What people know it by.
  String name() {
    return name;
  }

  /// What the graph has of it, once that is known.
  Optional<LiveBatch> graph() {
    return opening == null ? Optional.ofNullable(graph) : Optional.empty();
  }
}
