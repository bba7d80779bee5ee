package io.iolaus.bench.service;

import io.iolaus.cypher.home.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/// Times what an analyst asks of a server over HTTP, each by itself and then fifty analysts at a
/// time, and prints one row for each bound that is promised: database, server and those who ask on
/// the same machine.
public final class ServiceSpeed {

  private static final int ASKED = 1_000;
  private static final int RUNS = 20;
  private static final String LARGE = "/api/v1/clusters/" + LargeCluster.ID;

  private final ServedGraph graph;
  private final Things things;

  private ServiceSpeed(ServedGraph graph) {
    this.graph = graph;
    this.things = Things.of(graph);
  }

  /// Arguments: the script that starts the program, heap and page cache of the database, tier (`S`,
  /// `M`, `L`), minutes that fifty analysts ask.
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      throw new IllegalArgumentException("wanted: SCRIPT HEAP PAGE-CACHE TIER MINUTES");
    }
    Path folder = Files.createTempDirectory("iolaus-service-");
    try (ServedGraph graph =
        ServedGraph.start(Path.of(args[0]), folder, args[1], args[2], args[3])) {
      new ServiceSpeed(graph).measure(Duration.ofMinutes(Long.parseLong(args[4])));
    } finally {
      FileTree.delete(folder);
    }
  }

  private void measure(Duration asking) throws Exception {
    String view = LARGE + "/subgraph";
    row("default view of 25,000 accounts, warm", repeat(200, _ -> view), 95, 150);
    row("the same, first after a run", afterRuns(view), 95, 1_000);
    Latencies full = new Latencies();
    int bytes = 0;
    for (int i = 0; i < RUNS; i++) {
      bytes = graph.time(view + "?level=full", full);
    }
    row("full map of it", full, 100, 1_000);
    System.out.printf(Locale.ROOT, "  its size: %,d bytes packed; bound 1,000,000%n", bytes);
    row("full map, first after a run", afterRuns(view + "?level=full"), 100, 1_000);
    String hub = "/api/v1/entities/ip/neighbours?id=" + ServedGraph.HUB;
    row("neighbours of an address of 30,000, with counts", repeat(ASKED, _ -> hub), 99, 25);
    row("entity", repeat(ASKED, things::entity), 95, 30);
    row("search", repeat(ASKED, things::search), 95, 30);
    row("evidence path", repeat(300, things::path), 95, 50);
    new Analysts(graph, things).ask(asking);
  }

  private interface Address {
    String of(Random random);
  }

  private Latencies repeat(int times, Address address) throws IOException, InterruptedException {
    Random random = new Random(1);
    Latencies warming = new Latencies();
    for (int i = 0; i < times / 10; i++) {
      graph.time(address.of(random), warming);
    }
    Latencies latencies = new Latencies();
    for (int i = 0; i < times; i++) {
      graph.time(address.of(random), latencies);
    }
    return latencies;
  }

  private Latencies afterRuns(String address) throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    for (int i = 0; i < RUNS; i++) {
      LargeCluster.writeAnew(graph.driver());
      graph.time(address, latencies);
    }
    return latencies;
  }

  static void row(String what, Latencies latencies, int percentile, double bound) {
    double reached = latencies.percentile(percentile);
    System.out.printf(
        Locale.ROOT,
        "%s: %s; bound p%d %.0f ms: %s%n",
        what,
        latencies,
        percentile,
        bound,
        reached <= bound ? "reached" : "NOT reached");
  }
}
