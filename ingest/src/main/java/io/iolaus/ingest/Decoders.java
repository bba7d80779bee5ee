package io.iolaus.ingest;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.source.LineChunk;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The threads that decode lines and sketch prompts.
final class Decoders implements AutoCloseable {

  private final ExecutorService threads;
  private final ThreadLocal<ChunkDecoder> decoder;
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

  /// Decodes a chunk.
  Future<DecodedChunk> submit(String source, LineChunk chunk) {
    return threads.submit(
        () -> {
          long start = System.nanoTime();
          try {
            return decoder.get().decode(source, chunk);
          } finally {
            times.add(Stage.DECODE, start);
          }
        });
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
