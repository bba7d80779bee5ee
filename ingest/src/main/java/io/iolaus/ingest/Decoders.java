package io.iolaus.ingest;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.SharedValues;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.source.LineChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The threads that decode lines, sketch prompts and fold what the lines say.
final class Decoders implements AutoCloseable {

  private static final int MOST_EVENTS = 1 << 18;
  private static final String FOLDING = "folding";

  private final ExecutorService threads;
  private final ThreadLocal<ChunkDecoder> decoder;
  // Those with events that are not folded yet, or none, and nobody at work on them.
  private final Deque<Pending> pending = new ConcurrentLinkedDeque<>();
  // Of those that had waited long enough.
  private final Queue<Future<?>> folds = new ConcurrentLinkedQueue<>();
  private final long mostBytes;
  private final StageTimes times;
  private final int ahead;

  /// @param mostBytes of lines whose events wait for being folded; the more, the more of one
  ///   account are folded at a time
  Decoders(SiteSecret secret, int threads, long mostBytes, StageTimes times) {
    this.mostBytes = mostBytes / threads;
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("ingest-decode-", 0).factory());
    this.times = times;
    ahead = 8 * threads;
    SharedValues shared = new SharedValues();
    decoder =
        ThreadLocal.withInitial(
            () -> new ChunkDecoder(new EventDecoder(secret, new PromptSketcher(secret), shared)));
  }

  /// Events that wait for being folded.
  private static final class Pending {
    private final FoldBatch events = new FoldBatch();
    private long bytes;
  }

  /// Decodes a chunk and folds its events, at once or with those of later chunks, by {@link
  /// #foldAll} at the latest.
  ///
  /// @param fold of the segment that the chunk belongs to
  /// @param firstPlace the first place of that segment in the source
  Future<DecodedChunk> submit(String source, LineChunk chunk, SegmentFold fold, long firstPlace) {
    return threads.submit(() -> {
      Pending mine = take();
      long start = System.nanoTime();
      DecodedChunk decoded = decoder.get().decode(source, chunk, mine.events);
      times.add(Stage.DECODE, start);
      mine.bytes += chunk.data().length;
      if (mine.bytes >= mostBytes || mine.events.size() >= MOST_EVENTS) {
        // Apart from this chunk: they are taken in order, and the few that may be ahead would all
        // be decoded, and the other threads idle, long before the fold is done.
        folds.add(threads.submit(() -> fold(mine, fold, firstPlace)));
      } else {
        pending.push(mine);
      }
      return decoded;
    });
  }

  private Pending take() {
    Pending taken = pending.poll();
    return taken == null ? new Pending() : taken;
  }

  private void fold(Pending mine, SegmentFold fold, long firstPlace) {
    long start = System.nanoTime();
    mine.events.foldInto(fold, firstPlace);
    mine.bytes = 0;
    times.add(Stage.FOLD, start);
    pending.push(mine);
  }

  /// Folds what waits for it. No chunk may be under way.
  void foldAll(SegmentFold fold, long firstPlace) throws IOException {
    List<Pending> waiting = new ArrayList<>();
    for (Pending one = pending.poll(); one != null; one = pending.poll()) {
      waiting.add(one);
    }
    waiting.forEach(one -> folds.add(threads.submit(() -> fold(one, fold, firstPlace))));
    for (Future<?> done = folds.poll(); done != null; done = folds.poll()) {
      Failures.await(done, FOLDING);
    }
  }

  /// Decodes a chunk, and forgets its events.
  Future<DecodedChunk> check(String source, LineChunk chunk) {
    return threads.submit(() -> {
      Pending mine = take();
      DecodedChunk decoded = decoder.get().decode(source, chunk, mine.events);
      mine.events.clear();
      pending.push(mine);
      return decoded;
    });
  }

  /// Does work on all threads, and gives its results in order.
  <T> List<T> doAll(List<Callable<T>> work) throws IOException {
    List<Future<T>> parts = work.stream().map(threads::submit).toList();
    List<T> results = new ArrayList<>();
    for (Future<T> part : parts) {
      results.add(Failures.await(part, FOLDING));
    }
    return results;
  }

  /// How many chunks may be under way.
  int ahead() {
    return ahead;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
