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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The threads that decode lines, sketch prompts and fold what the lines say.
final class Decoders implements AutoCloseable {

  private final ExecutorService threads;
  private final ThreadLocal<ChunkDecoder> decoder;
  private final ThreadLocal<FoldBatch> batch = ThreadLocal.withInitial(FoldBatch::new);
  private final StageTimes times;
  private final int ahead;

  Decoders(SiteSecret secret, int threads, StageTimes times) {
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("ingest-decode-", 0).factory());
    this.times = times;
    ahead = threads + 2;
    decoder =
        ThreadLocal.withInitial(
            () -> new ChunkDecoder(new EventDecoder(secret, new PromptSketcher(secret))));
  }

  /// Decodes a chunk and folds its events.
  ///
  /// @param fold of the segment that the chunk belongs to
  /// @param firstPlace the first place of that segment in the source
  Future<DecodedChunk> submit(String source, LineChunk chunk, SegmentFold fold, long firstPlace) {
    return threads.submit(() -> {
      FoldBatch events = batch.get();
      events.clear(); // A chunk that failed may have left some.
      long start = System.nanoTime();
      DecodedChunk decoded = decoder.get().decode(source, chunk, events);
      times.add(Stage.DECODE, start);
      long folding = System.nanoTime();
      events.foldInto(fold, firstPlace);
      times.add(Stage.FOLD, folding);
      return decoded;
    });
  }

  /// Decodes a chunk, and forgets its events.
  Future<DecodedChunk> check(String source, LineChunk chunk) {
    return threads.submit(() -> {
      FoldBatch events = batch.get();
      DecodedChunk decoded = decoder.get().decode(source, chunk, events);
      events.clear();
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
