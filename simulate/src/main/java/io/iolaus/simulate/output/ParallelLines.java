package io.iolaus.simulate.output;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Renders exchanges on several threads and writes them in order: each text is drawn from its own
/// key, so that it does not matter who draws it.
final class ParallelLines implements AutoCloseable {

  private static final int CHUNK = 2_000;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(threads);
  private final RandomStream texts;

  ParallelLines(RandomStream texts) {
    this.texts = texts;
  }

  void write(List<Exchange> exchanges, OutputStream out) throws IOException {
    Queue<Future<byte[]>> waiting = new ArrayDeque<>();
    for (int from = 0; from < exchanges.size(); from += CHUNK) {
      List<Exchange> chunk = exchanges.subList(from, Math.min(from + CHUNK, exchanges.size()));
      waiting.add(pool.submit(() -> render(chunk)));
      // No more than a few chunks ahead of the file.
      if (waiting.size() > 2 * threads) {
        out.write(taken(waiting.remove()));
      }
    }
    while (!waiting.isEmpty()) {
      out.write(taken(waiting.remove()));
    }
  }

  private byte[] render(List<Exchange> chunk) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(chunk.size() * 800);
    try (LineWriter lines = new LineWriter(bytes, texts)) {
      chunk.forEach(lines::write);
    }
    return bytes.toByteArray();
  }

  private static byte[] taken(Future<byte[]> chunk) throws IOException {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing exchanges", e);
    } catch (ExecutionException e) {
      throw new IOException("exchanges could not be rendered", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
