package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.write.BatchWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/// Brings sealed segments into the graph beside the fold of the next, in order. One may wait while
/// one is written: a slow database stops the fold, and the fold stops the reader.
final class SegmentCommitter implements SegmentSink, AutoCloseable {

  private static final String WRITING = "writing to the graph";

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("ingest-write").factory());
  private final Journal journal;
  private final BatchWriter writer;
  private final StageTimes times;
  private final boolean keep;
  private final BooleanSupplier unwanted;
  private final Shortcut shortcut;
  private @Nullable Future<BatchState> writing;
  private @Nullable Future<BatchState> waiting;
  private volatile boolean stopped;

  /// A quicker way to the graph that is tried first.
  @FunctionalInterface
  interface Shortcut {
    /// Brings segments in that build on each other, or does nothing.
    void tryWith(List<Path> segments) throws IOException;
  }

  /// @param unwanted whether the load is to end as soon as possible
  SegmentCommitter(
      Journal journal,
      BatchWriter writer,
      StageTimes times,
      boolean keep,
      BooleanSupplier unwanted,
      Shortcut shortcut) {
    this.unwanted = unwanted;
    this.shortcut = shortcut;
    this.journal = journal;
    this.writer = writer;
    this.times = times;
    this.keep = keep;
  }

  /// Hands a segment over; waits while another one waits.
  @Override
  public void submit(Path segment) throws IOException {
    if (writing != null) {
      Failures.await(writing, WRITING);
    }
    writing = waiting;
    waiting = thread.submit(() -> commitNext(List.of(segment)).getFirst());
  }

  /// Waits until everything handed over is in the graph; returns where the last batch stands then.
  @Override
  public Optional<BatchState> await() throws IOException {
    if (writing != null) {
      Failures.await(writing, WRITING);
      writing = null;
    }
    Future<BatchState> last = waiting;
    waiting = null;
    return last == null ? Optional.empty() : Optional.of(Failures.await(last, WRITING));
  }

  /// Brings segments into the graph together and waits until they are; returns where the batch of
  /// each stands then.
  List<BatchState> commitAll(List<Path> segments) throws IOException {
    if (segments.isEmpty()) {
      return List.of();
    }
    List<Path> all = List.copyOf(segments);
    return Failures.await(thread.submit(() -> commitNext(all)), WRITING);
  }

  private List<BatchState> commitNext(List<Path> segments) throws IOException {
    if (stopped) {
      throw new IOException("stopped before " + segments.getFirst() + " was written; it is kept");
    }
    boolean done = false;
    try {
      tryShortcut(segments);
      List<BatchState> states = new ArrayList<>();
      for (Path segment : segments) {
        states.add(commit(segment));
      }
      done = true;
      return states;
    } finally {
      // Segments build on each other: after a failure none may follow.
      stopped |= !done;
    }
  }

  /// Brings segments in the quicker way, where that can be done; they are still to be committed.
  ///
  /// @throws IngestStoppedException if the load ended while the database did not answer
  void tryShortcut(List<Path> segments) throws IOException {
    timed(() -> {
      shortcut.tryWith(segments);
      return segments;
    });
  }

  /// Brings one segment into the graph on this thread.
  ///
  /// @throws IngestStoppedException if the load ended while the database did not answer
  BatchState commit(Path segment) throws IOException {
    BatchState state =
        timed(() -> {
          try (SegmentReader reader = journal.read(segment)) {
            return writer.write(reader);
          }
        });
    journal.done(segment, keep);
    return state;
  }

  private interface Writing<T> {
    T run() throws IOException;
  }

  private <T> T timed(Writing<T> writing) throws IOException {
    long start = System.nanoTime();
    try {
      return writing.run();
    } catch (Neo4jException e) {
      if (e instanceof RetryableException && unwanted.getAsBoolean()) {
        throw new IngestStoppedException();
      }
      throw e;
    } finally {
      times.add(Stage.WRITE, start);
    }
  }

  @Override
  public void close() {
    stopped = true;
    thread.close(); // Lets the segment end that is being written: less to do again.
  }
}
