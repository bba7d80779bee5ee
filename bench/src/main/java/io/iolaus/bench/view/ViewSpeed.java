package io.iolaus.bench.view;

import io.iolaus.bench.service.LargeCluster;
import io.iolaus.bench.write.BenchDatabase;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.iolaus.cypher.subgraph.SubgraphReader;
import io.iolaus.cypher.suppression.Suppressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Driver;

/// Times what is read of a cluster of 25,000 accounts as it is now, as of a moment, and as of a
/// moment as known at another, in turns; says medians and their ratio to now. Then the levels of
/// its chart, by [LevelSpeed].
public final class ViewSpeed {

  private static final int ROUNDS = 7;
  private static final String CLUSTER = LargeCluster.ID;

  private ViewSpeed() {}

  /// Takes no arguments.
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("iolaus-views-");
    try (BenchDatabase database = BenchDatabase.start(folder.resolve("neo4j"), folder)) {
      LargeCluster.fill(database.driver(), LargeCluster.DENSE);
      Map<String, View> views = new LinkedHashMap<>();
      views.put("now", View.NOW);
      views.put("as of", new View(Instant.parse("2026-05-01T00:00:00Z"), null));
      views.put(
          "as of, as known at",
          new View(Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-20T00:00:00Z")));
      Driver driver = database.driver();
      SubgraphReader subgraphs = new SubgraphReader(driver);
      ClusterReader clusters = new ClusterReader(driver);
      SubgraphLimits limits = new SubgraphLimits(1_500, 4_000);
      MemberQuery page =
          new MemberQuery(null, MemberQuery.Sort.MEMBERSHIP, true, 50, null, Suppressed.NONE);
      time(
          "chart",
          views,
          view -> SubgraphCut.of(subgraphs.cluster(CLUSTER, view).orElseThrow(), limits).total());
      time("members", views, view -> clusters.members(CLUSTER, page, view).orElseThrow().total());
      time("cluster", views, view -> clusters.one(CLUSTER, view).orElseThrow().summary());
      time(
          "all members",
          views,
          view -> {
            int[] count = {0};
            clusters.allMembers(Suppressed.NONE, view, _ -> count[0]++);
            return count[0];
          });
      LevelSpeed.time(driver, CLUSTER);
    }
  }

  private interface Read {
    Object of(View view);
  }

  private static void time(String what, Map<String, View> views, Read read) {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    Map<String, Object> found = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, View> view : views.entrySet()) {
        long start = System.nanoTime();
        found.put(view.getKey(), read.of(view.getValue()));
        double took = (System.nanoTime() - start) / 1e6;
        if (round > 0) {
          millis.computeIfAbsent(view.getKey(), _ -> new ArrayList<>()).add(took);
        }
      }
    }
    double now = median(millis.getOrDefault("now", List.of()));
    millis.forEach((name, all) ->
        System.out.printf(
            Locale.ROOT,
            "%s, %s: %.0f ms, %.2f of now (%s)%n",
            what,
            name,
            median(all),
            median(all) / now,
            found.get(name)));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
