package io.iolaus.bench.live;

import java.util.Arrays;
import java.util.Locale;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Looks a few times a second how far the graph has each partition, and knows by that how long each
/// event took.
final class Visibility implements Runnable {

  private static final long LOOK_MILLIS = 200;

  private final Driver driver;
  private final long[][] sent;
  private final int[] seen;
  private final int[] from;
  private final long[] latencies;
  private int count;

  /// @param sent when each event of each partition was sent, as of `System.nanoTime()`
  Visibility(Driver driver, long[][] sent) {
    this.driver = driver;
    this.sent = sent;
    seen = new int[sent.length];
    from = new int[sent.length];
    Arrays.fill(from, Integer.MAX_VALUE);
    latencies = new long[Arrays.stream(sent).mapToInt(times -> times.length).sum()];
  }

  /// Counts events from these on.
  synchronized void measureFrom(int[] next) {
    System.arraycopy(next, 0, from, 0, next.length);
  }

  @Override
  public void run() {
    try (Session session = driver.session()) {
      while (!Thread.interrupted()) {
        for (var row :
            session
                .run(
                    "MATCH (b:Batch) WHERE b.offset > 0 RETURN b.source AS source, b.offset AS"
                        + " offset")
                .list()) {
          String source = row.get("source").asString();
          int partition = Integer.parseInt(source.substring(source.indexOf('/') + 1));
          see(partition, (int) row.get("offset").asLong(), System.nanoTime());
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      // Seen enough.
    }
  }

  private synchronized void see(int partition, int end, long now) {
    for (int i = seen[partition]; i < end; i++) {
      if (i >= from[partition]) {
        latencies[count++] = now - sent[partition][i];
      }
    }
    seen[partition] = Math.max(seen[partition], end);
  }

  synchronized String summary() {
    Arrays.sort(latencies, 0, count);
    return count == 0
        ? "never"
        : String.format(
            Locale.ROOT,
            "%.1f s (median), %.1f s (99 %%), %.1f s (worst of %,d)",
            latencies[count / 2] / 1e9,
            latencies[(int) (count * 0.99)] / 1e9,
            latencies[count - 1] / 1e9,
            count);
  }
}
