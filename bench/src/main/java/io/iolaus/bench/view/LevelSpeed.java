package io.iolaus.bench.view;

import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLevel;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.iolaus.cypher.subgraph.SubgraphReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;

/// Times what a server does for each level of a chart: the first time after a run (the graph is
/// read, cut, placed where the run before had it, written as JSON and packed), and again (its
/// version is read, and what is kept is written and packed).
final class LevelSpeed {

  private static final int ROUNDS = 20;

  private LevelSpeed() {}

  static void time(Driver driver, String cluster) {
    SubgraphReader subgraphs = new SubgraphReader(driver);
    ClusterReader clusters = new ClusterReader(driver);
    for (SubgraphLevel level : SubgraphLevel.values()) {
      SubgraphLimits limits = SubgraphLimits.of(level, null, null);
      KnownPlaces[] known = {KnownPlaces.NONE};
      Supplier<Subgraph> draw =
          () -> SubgraphCut.of(subgraphs.cluster(cluster).orElseThrow(), level, limits, known[0]);
      Subgraph picture = draw.get();
      int bytes = packed(picture);
      report(level, "anew", times(() -> packed(draw.get())), picture, bytes);
      known[0] =
          SubgraphCut.places(
              level == SubgraphLevel.FULL
                  ? SubgraphCut.of(subgraphs.cluster(cluster).orElseThrow(), SubgraphLimits.DEFAULT)
                  : picture);
      report(level, "after a run", times(() -> packed(draw.get())), picture, bytes);
      report(
          level,
          "again",
          times(() -> clusters.version(cluster).isPresent() ? packed(picture) : 0),
          picture,
          bytes);
    }
  }

  private static List<Double> times(Supplier<Integer> work) {
    List<Double> times = new ArrayList<>();
    long sum = work.get();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      sum += work.get();
      times.add((System.nanoTime() - start) / 1e6);
    }
    if (sum <= 0) {
      throw new IllegalStateException("nothing was drawn");
    }
    return times.stream().sorted().toList();
  }

  private static void report(
      SubgraphLevel level, String when, List<Double> times, Subgraph picture, int bytes) {
    System.out.printf(
        Locale.ROOT,
        "level %s, %s: p50 %.0f ms, p95 %.0f ms (%,d nodes, %,d edges for %,d of %,d accounts, gzip"
            + " %,d bytes)%n",
        level.text(),
        when,
        times.get(ROUNDS / 2),
        times.get(ROUNDS * 95 / 100 - 1),
        picture.shown().nodes(),
        picture.shown().edges(),
        picture.accounts().shown(),
        picture.accounts().total(),
        bytes);
  }

  private static int packed(Subgraph picture) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(JsonMapper.shared().writeValueAsBytes(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.size();
  }
}
