package io.iolaus.bench.tier;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Whole runs of detection over generated populations of growing size, all that a run does: read,
/// derive, detect, resolve, judge, attribute, write. Then Graph Data Science projects the same
/// graph and runs Leiden, and nothing else, on the same machine.
///
/// Arguments: the script that starts the program, heap and page cache of the database, rounds, then
/// tiers (`S`, `M`, `L`). The first round is that of a program that has just begun; the others are
/// those of a server that detects on a schedule.
public final class TierSpeed {

  private static final int PEER_ROUNDS = 2;
  private static final Pattern PEER_LINE = Pattern.compile("gds round .* sum ([0-9.]+) s; .*");

  private final Program program;
  private final String heap;
  private final String pageCache;
  private final int rounds;
  private final Path folder;
  private final List<Cost> costs = new ArrayList<>();

  /// What one tier took.
  ///
  /// @param elements accounts and edges to what they share
  /// @param median seconds of the rounds after the first
  private record Cost(String tier, long elements, double median) {
    double perElement() {
      return median / (elements * Math.log((double) elements));
    }
  }

  private TierSpeed(Program program, String heap, String pageCache, int rounds, Path folder) {
    this.program = program;
    this.heap = heap;
    this.pageCache = pageCache;
    this.rounds = rounds;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 5) {
      throw new IllegalArgumentException("wanted: SCRIPT HEAP PAGE-CACHE ROUNDS TIER…");
    }
    Path folder = Files.createTempDirectory("iolaus-tier-");
    try {
      TierSpeed bench =
          new TierSpeed(
              new Program(Path.of(args[0])), args[1], args[2], Integer.parseInt(args[3]), folder);
      for (int i = 4; i < args.length; i++) {
        bench.measure(args[i]);
      }
      bench.growth();
    } finally {
      FileTree.delete(folder);
    }
  }

  private void measure(String tier) throws IOException, InterruptedException {
    Path events = folder.resolve("events");
    Home home = Home.at(folder.resolve("home"));
    program.simulate(tier, events);
    program.run("--home", home.path().toString(), "ingest", events.toString());
    List<Double> seconds = new ArrayList<>();
    long elements;
    DatabaseOptions options =
        DatabaseOptions.command(System.out::println).withMemory(heap, pageCache);
    try (Database database = Databases.open(home, options)) {
      DetectionService detection =
          new DetectionService(database.driver(), DetectorCatalog.load(), Clock.systemUTC());
      for (int round = 1; round <= rounds; round++) {
        long start = System.nanoTime();
        DetectionSummary summary =
            detection.run(DetectionOptions.DEFAULT, DetectionListener.SILENT);
        seconds.add((System.nanoTime() - start) / 1e9);
        System.out.printf(
            Locale.ROOT,
            "%s round %d: %.1f s, %s, %,d accounts, %d labelled%n",
            tier,
            round,
            seconds.getLast(),
            summary.status(),
            summary.accounts(),
            summary.labelled());
      }
      elements = elements(database.driver());
    }
    double median = median(seconds.subList(Math.min(1, rounds - 1), rounds));
    costs.add(new Cost(tier, elements, median));
    double peer = peer(home);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d accounts and edges; first run %.1f s, median of the others %.1f s; heap %,d MB and"
            + " %s of the database; projecting and Leiden alone %.1f s: ratio %.1f first, %.1f"
            + " after%n",
        tier,
        elements,
        seconds.getFirst(),
        median,
        Runtime.getRuntime().maxMemory() >> 20,
        heap,
        peer,
        seconds.getFirst() / peer,
        median / peer);
    FileTree.delete(home.path());
    FileTree.delete(events);
  }

  /// Best sum of projecting and Leiden of all numbers of threads, after a first round.
  private double peer(Home home) throws IOException, InterruptedException {
    Path program = Path.of("bench/gds/target").toAbsolutePath();
    String jars = Files.readString(program.resolve("class-path")).strip();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                program.resolve("classes") + File.pathSeparator + jars,
                "io.iolaus.benchgds.GdsPeer",
                home.neo4j().toString(),
                pageCache,
                String.valueOf(PEER_ROUNDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double best = Double.NaN;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = PEER_LINE.matcher(line);
        if (matcher.matches()) {
          System.out.println(line);
          double sum = Double.parseDouble(matcher.group(1));
          best = Double.isNaN(best) ? sum : Math.min(best, sum);
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("the peer ended with status " + process.exitValue());
    }
    return best;
  }

  /// How the cost of an element times the logarithm of all grows from tier to tier.
  private void growth() {
    for (Cost cost : costs.subList(1, Math.max(1, costs.size()))) {
      System.out.printf(
          Locale.ROOT,
          "%s against %s: %.2f times the time for each n log n%n",
          cost.tier(),
          costs.getFirst().tier(),
          cost.perElement() / costs.getFirst().perElement());
    }
  }

  private static long elements(Driver driver) {
    try (Session session = driver.session()) {
      return session
          .run(
              "RETURN COUNT { (:Account) } + COUNT { (:Account)-[:PAID_WITH]->() }"
                  + " + COUNT { (:Account)-[:CONNECTED_FROM]->() }"
                  + " + COUNT { (:Account)-[:HAS_IDENTIFIER]->() }"
                  + " + COUNT { (:Account)-[:PROMPTED]->() } + COUNT { (:Account)-[:SHOWS]->() }")
          .single()
          .get(0)
          .asLong();
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
