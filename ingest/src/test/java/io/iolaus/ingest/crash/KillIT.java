package io.iolaus.ingest.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.SameGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// `kill -9` of worker, database or both at random moments leaves no trace once the load is
/// through.
///
/// `-Diolaus.crash.points=200` kills that often, `-Diolaus.crash.seed=N` makes the same choices
/// again (the moments still depend on the machine).
class KillIT {

  private static final int POINTS = Integer.getInteger("iolaus.crash.points", 21);
  private static final long SEED = Long.getLong("iolaus.crash.seed", 20261121L);
  private static final int POINTS_A_LOAD = 11;
  private static final int LINES = 900;

  // Held on to, or its level would be forgotten.
  private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

  @TempDir private Path folder;
  private String classPath = "";

  @Test
  void graphAndDeadLettersAreThoseOfAnUndisturbedLoad() throws Exception {
    DRIVER.setLevel(Level.OFF);
    classPath = ClassPathJar.of(folder);
    int kills = 0;
    int between = 0;
    Map<String, Integer> kinds = new TreeMap<>();
    List<Long> seeds = new ArrayList<>();
    try (DatabaseProcess database = DatabaseProcess.start(folder.resolve("database"));
        Driver driver =
            GraphDatabase.driver(
                database.uri(), AuthTokens.basic("neo4j", DatabaseProcess.PASSWORD))) {
      for (long seed = SEED; kills < POINTS; seed++) {
        seeds.add(seed);
        CrashLoad load = oneWorld(database, driver, seed, Math.min(POINTS_A_LOAD, POINTS - kills));
        kills += load.kills().size();
        for (Kill kill : load.kills()) {
          between += kill.isBetweenCommits(load.steps()) ? 1 : 0;
          kinds.merge(kill.toString(), 1, Integer::sum);
        }
      }
    }
    System.err.printf(
        "%d kills, %d of them between two commits of one source, seeds %s: %s%n",
        kills, between, seeds, kinds);
    assertThat(between).as("kills between two commits of one source").isGreaterThan(kills / 2);
  }

  private CrashLoad oneWorld(DatabaseProcess database, Driver driver, long seed, int points)
      throws Exception {
    CrashWorld world = CrashWorld.write(seed, LINES, folder);
    Path calm = folder.resolve("calm-" + seed);
    TestGraph.empty(driver);
    new CrashLoad(database, classPath, folder, calm, world, new Random(seed)).run();
    Outcome expected = Outcome.of(driver, calm);

    Path home = folder.resolve("home-" + seed);
    TestGraph.empty(driver);
    CrashLoad load = new CrashLoad(database, classPath, folder, home, world, new Random(seed));
    load.runKilling(points);
    Outcome outcome = Outcome.of(driver, home);
    SameGraph.assertSame(
        outcome.graph(), expected.graph(), "graph, seed " + seed + ", " + load.kills());
    assertThat(outcome.deadLetters())
        .as("dead letters, seed %d, %s", seed, load.kills())
        .isEqualTo(expected.deadLetters());
    return load;
  }
}
