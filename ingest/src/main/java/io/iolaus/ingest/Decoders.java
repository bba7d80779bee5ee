package io.iolaus.ingest;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.source.LineChunk;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The threads that decode lines, sketch prompts and fold what the lines say.
final class Decoders implements AutoCloseable {

  private static final int MOST_EVENTS = 1 << 18;

  private final ExecutorService threads;
  private final ThreadLocal<ChunkDecoder> decoder;
  // Those with events that are not folded yet, or none, and nobody at work on them.
  private final Deque<Pending> pending = new ConcurrentLinkedDeque<>();
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
    // So many that some wait while a thread folds instead of decoding.
    ahead = 8 * threads;
    decoder =
        ThreadLocal.withInitial(
            () -> new ChunkDecoder(new EventDecoder(secret, new PromptSketcher(secret))));
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
        fold(mine, fold, firstPlace);
      }
      pending.push(mine);
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
  }

  /// Folds what waits for it. Nothing may be under way.
  void foldAll(SegmentFold fold, long firstPlace) throws IOException {
    doAll(
        pending.stream()
            .map(mine -> Executors.callable(() -> fold(mine, fold, firstPlace)))
            .toList());
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
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while moving a fold to disk");
    } catch (ExecutionException e) {
      throw Failures.unwrap(e);
    }
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
