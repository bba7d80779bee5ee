package io.iolaus.bench.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Fifty analysts who click: each asks for something, reads a second, and asks for the next thing.
final class Analysts {

  private static final int MANY = 50;
  private static final long THINK_MILLIS = 1_000;

  private final ServedGraph graph;
  private final Things things;
  private final Latencies latencies = new Latencies();

  Analysts(ServedGraph graph, Things things) {
    this.graph = graph;
    this.things = things;
  }

  /// Asks for so long, and says how long answers took and what memory the server holds.
  void ask(Duration time) throws Exception {
    long before = graph.residentMegabytes();
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MANY; i++) {
        Random random = new Random(i);
        threads.execute(() -> click(random, end));
      }
      threads.shutdown();
      long half = 0;
      while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        if (half == 0 && end - System.nanoTime() < time.toNanos() / 2) {
          half = graph.residentMegabytes();
        }
      }
      ServiceSpeed.row("fifty analysts for " + time.toMinutes() + " minutes", latencies, 99, 300);
      System.out.printf(
          Locale.ROOT,
          "  failed: %,d, bound 0; memory of the server: %,d MB before, %,d at half time, %,d at"
              + " the end%n",
          latencies.failures(),
          before,
          half,
          graph.residentMegabytes());
    }
  }

  private void click(Random random, long end) {
    try {
      Thread.sleep(random.nextLong(THINK_MILLIS));
      while (System.nanoTime() < end) {
        try {
          graph.time(address(random), latencies);
        } catch (IOException e) {
          latencies.failed();
          System.out.println("  " + e.getMessage());
        }
        Thread.sleep(THINK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lists and searches most often, charts and paths now and then.
  private String address(Random random) {
    int of = random.nextInt(100);
    if (of < 25) {
      return things.search(random);
    }
    if (of < 45) {
      return things.entity(random);
    }
    if (of < 60) {
      return things.neighbours(random);
    }
    if (of < 70) {
      return "/api/v1/clusters";
    }
    if (of < 80) {
      return things.cluster(random);
    }
    if (of < 88) {
      return things.cluster(random) + "/members";
    }
    if (of < 95) {
      return things.cluster(random) + "/subgraph";
    }
    return things.path(random);
  }
}
