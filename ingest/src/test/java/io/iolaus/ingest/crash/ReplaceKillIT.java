package io.iolaus.ingest.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.GraphDigest;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.NastyLines;
import io.iolaus.ingest.SameGraph;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.TestIngest;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// `kill -9` of a worker that replaces a batch leaves no trace once the same command is through.
class ReplaceKillIT {

  private static final int POINTS = Integer.getInteger("iolaus.replace.points", 4);
  private static final long SEED = Long.getLong("iolaus.crash.seed", 20261121L);
  private static final IngestOptions OPTIONS = new IngestOptions(1, 60_000, 15_000, true);

  @TempDir private Path folder;

  @Test
  void theGraphIsThatOfTheCorrectedFile() throws Exception {
    String classPath = ClassPathJar.of(folder);
    Random random = new Random(SEED);
    try (DatabaseProcess database = DatabaseProcess.start(folder.resolve("database"));
        Driver driver =
            GraphDatabase.driver(
                database.uri(), AuthTokens.basic("neo4j", DatabaseProcess.PASSWORD))) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        files.add(Files.write(folder.resolve(i + ".ndjson"), NastyLines.of(SEED + i, 500)));
      }
      TestGraph.empty(driver);
      Path calm = folder.resolve("calm");
      List<String> named = load(driver, calm, List.of(files.get(3), files.get(1), files.get(2)));
      Map<String, String> letters = letters(calm);
      List<String> expected = whole(driver, named.getFirst());

      TestGraph.empty(driver);
      Path home = folder.resolve("home");
      String batch = load(driver, home, files.subList(0, 3)).getFirst();
      List<String> arguments =
          List.of(
              database.uri(),
              DatabaseProcess.PASSWORD,
              home.toString(),
              "60000",
              "15000",
              Worker.REPLACE + batch,
              files.get(3).toString());
      int segments = segments(calm, named.getFirst());
      List<Step.Kind> kills = new ArrayList<>();
      int status = -1;
      for (int run = 0; status != 0; run++) {
        try (WorkerProcess worker =
            WorkerProcess.start(
                classPath, folder.resolve("w.jsa"), folder.resolve("errors.log"), arguments)) {
          if (run < POINTS && worker.awaitSteps(steps(run, home, segments, random))) {
            Thread.sleep(Duration.ofNanos(1000L * random.nextInt(9000)));
            worker.kill();
            kills.add(worker.steps().getLast().kind());
          }
          status = worker.awaitEnd();
        }
        assertThat(run).as("see %s", folder.resolve("errors.log")).isLessThan(POINTS + 2);
      }
      System.err.println("kills behind " + kills);
      assertThat(kills).contains(Step.Kind.SEALED, Step.Kind.PART);
      SameGraph.assertSame(whole(driver, batch), expected, "kills behind " + kills);
      Map<String, String> actual = letters(home);
      assertThat(actual.remove(batch)).isEqualTo(letters.remove(named.getFirst()));
      assertThat(actual).isEqualTo(letters);
      assertThat(home.resolve("journal/replacing")).doesNotExist();
    }
  }

  /// Behind how many steps to kill: the first time among the segments that are read, then mostly
  /// while accounts are written; once some may be, that is how a worker begins.
  private static int steps(int run, Path home, int segments, Random random) {
    boolean writing = Files.exists(home.resolve("journal/replacing/ready"));
    int read = writing ? 0 : segments;
    return 1 + (run == 0 ? random.nextInt(segments) : read + random.nextInt(6));
  }

  private static int segments(Path home, String batch) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("journal").resolve(batch))) {
      return Math.toIntExact(files.count());
    }
  }

  private static List<String> load(Driver driver, Path home, List<Path> files) throws IOException {
    IngestSummary summary =
        TestIngest.service(driver, Home.at(home), OPTIONS, WriteHook.NONE)
            .ingest(files.stream().map(Source::file).toList(), IngestListener.NONE);
    return summary.sources().stream().map(source -> source.batch().orElseThrow()).toList();
  }

  private static Map<String, String> letters(Path home) throws IOException {
    Map<String, String> letters = new TreeMap<>();
    Outcome.letters(home)
        .forEach((file, text) ->
            letters.put(file.replace(".ndjson", ""), text.lines().sorted().toList().toString()));
    return letters;
  }

  private static List<String> whole(Driver driver, String batch) {
    return GraphDigest.wholeLines(driver).stream()
        .map(line -> line.replace("\"" + batch + "\"", "\"REPLACED\""))
        .sorted()
        .toList();
  }
}
