package io.iolaus.bench.view;

import io.iolaus.bench.tier.Program;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.path.EvidencePaths;
import io.iolaus.cypher.path.PathReader;
import io.iolaus.cypher.read.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Times evidence paths between two accounts of one cluster of a generated population, drawn at
/// random (seed 1): of the largest cluster, and of any. Says percentiles, and how long the paths
/// are.
public final class PathSpeed {

  private static final int WARM_UP = 100;

  private final PathReader paths;
  private final List<List<String>> clusters;
  private final int pairs;

  private PathSpeed(Driver driver, int pairs) {
    this.paths = new PathReader(driver);
    this.clusters = clusters(driver);
    this.pairs = pairs;
  }

  /// Arguments: the script that starts the program, heap and page cache of the database, tier (`S`,
  /// `M`, `L`), pairs.
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      throw new IllegalArgumentException("wanted: SCRIPT HEAP PAGE-CACHE TIER PAIRS");
    }
    Program program = new Program(Path.of(args[0]));
    Path folder = Files.createTempDirectory("iolaus-paths-");
    try {
      Home home = Home.at(folder.resolve("home"));
      Path events = folder.resolve("events");
      program.simulate(args[3], events);
      program.run("--home", home.path().toString(), "ingest", events.toString());
      program.run("--home", home.path().toString(), "detect");
      DatabaseOptions options =
          DatabaseOptions.command(System.out::println).withMemory(args[1], args[2]);
      try (Database database = Databases.open(home, options)) {
        new PathSpeed(database.driver(), Integer.parseInt(args[4])).measure();
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  /// Members of each cluster, the largest first.
  private static List<List<String>> clusters(Driver driver) {
    try (Session session = driver.session()) {
      return session
          .run(
              """
              MATCH (c:Cluster)<-[m:MEMBER_OF]-(a:Account) WHERE c.validTo IS NULL AND m.validTo IS NULL
              WITH c.id AS id, a.id AS account ORDER BY account
              WITH id, collect(account) AS accounts WHERE size(accounts) > 1
              RETURN accounts ORDER BY size(accounts) DESC, id
              """)
          .list(row -> row.get("accounts").asList(v -> v.asString()));
    }
  }

  private void measure() {
    List<List<String>> largest = clusters.subList(0, 1);
    System.out.printf(
        Locale.ROOT, "%d clusters, the largest of %,d%n", clusters.size(), largest.get(0).size());
    View past = new View(Instant.parse("2100-01-01T00:00:00Z"), null);
    time("largest cluster", largest, 1, View.NOW);
    time("largest cluster, ten paths", largest, 10, View.NOW);
    time("largest cluster, as of a moment", largest, 1, past);
    time("any cluster", clusters, 1, View.NOW);
    time("any cluster, ten paths", clusters, 10, View.NOW);
  }

  private void time(String what, List<List<String>> from, int limit, View view) {
    Random random = new Random(1);
    List<Double> millis = new ArrayList<>();
    Map<String, Integer> ends = new TreeMap<>();
    for (int i = -WARM_UP; i < pairs; i++) {
      List<String> members = from.get(random.nextInt(from.size()));
      int one = random.nextInt(members.size());
      int other = (one + 1 + random.nextInt(members.size() - 1)) % members.size();
      long start = System.nanoTime();
      EvidencePaths found =
          paths
              .strongest(
                  new EntityRef(EntityType.ACCOUNT, members.get(one)),
                  new EntityRef(EntityType.ACCOUNT, members.get(other)),
                  limit,
                  view)
              .orElseThrow();
      if (i >= 0) {
        millis.add((System.nanoTime() - start) / 1e6);
        String end = found.found() ? found.edges().size() + " edges" : "none";
        ends.merge(end + ("budget".equals(found.reason()) ? ", budget" : ""), 1, Integer::sum);
      }
    }
    millis.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms of %d; strongest: %s%n",
        what,
        percentile(millis, 50),
        percentile(millis, 95),
        percentile(millis, 99),
        millis.getLast(),
        millis.size(),
        ends);
  }

  /// By nearest rank.
  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }
}
