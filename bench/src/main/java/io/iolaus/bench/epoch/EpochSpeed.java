package io.iolaus.bench.epoch;

import io.iolaus.bench.tier.Program;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detect.EpochOptions;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neo4j.driver.Session;

/// Runs that go on from a full one over a generated population, when more and more of the accounts
/// did something since; against the full run, and held against a run of the same epoch that reads
/// everything.
///
/// Arguments: the script that starts the program, heap and page cache of the database, the tier
/// (`S`, `M`, `L`), then for each run the accounts touched before it, in percent, or `full` for a
/// full run that the next ones go on from. Each run finds anew what was touched since the full one;
/// the first ones of a process are slower than later ones.
public final class EpochSpeed {

  private static final int FULL_ROUNDS = 3;

  private static final String FULL = "full";

  private static final DetectionOptions OPTIONS =
      DetectionOptions.DEFAULT.within(new EpochOptions(Duration.ZERO, Duration.ofDays(1)));

  private EpochSpeed() {}

  public static void main(String[] args) throws Exception {
    if (args.length < 5) {
      throw new IllegalArgumentException("wanted: SCRIPT HEAP PAGE-CACHE TIER PERCENT|full…");
    }
    Program program = new Program(Path.of(args[0]));
    Path folder = Files.createTempDirectory("iolaus-epoch-");
    try {
      Path events = folder.resolve("events");
      Home home = Home.at(folder.resolve("home"));
      program.simulate(args[3], events);
      int accounts;
      try (var truth = Files.lines(events.resolve("truth.csv"))) {
        accounts = (int) truth.count() - 1;
      }
      List<String> steps = Arrays.stream(args).skip(4).toList();
      List<Double> shares =
          steps.stream().filter(step -> !step.equals(FULL)).map(Double::parseDouble).toList();
      HeldBack held = new HeldBack(folder.resolve("parts"), shares);
      held.split(events, accounts);
      FileTree.delete(events);
      program.run("--home", home.path().toString(), "ingest", held.first().toString());
      DatabaseOptions options =
          DatabaseOptions.command(System.out::println).withMemory(args[1], args[2]);
      try (Database database = Databases.open(home, options)) {
        runs(database, home, held, steps, accounts);
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  private static void runs(
      Database database, Home home, HeldBack held, List<String> steps, int accounts)
      throws IOException {
    SiteSecret secret = SiteSecret.of(home.siteSecret());
    DetectionService detection =
        new DetectionService(database.driver(), DetectorCatalog.load(), Clock.systemUTC());
    double full = 0;
    for (int round = 1; round <= FULL_ROUNDS; round++) {
      boolean last = round == FULL_ROUNDS;
      long start = System.nanoTime();
      DetectionSummary summary =
          detection.run(last ? OPTIONS : DetectionOptions.DEFAULT, DetectionListener.SILENT);
      double seconds = (System.nanoTime() - start) / 1e9;
      full = round == 2 ? seconds : round > 2 ? Math.min(full, seconds) : full;
      System.out.printf(
          Locale.ROOT,
          "full run %d: %.1f s, %,d accounts, %d clusters, %d labelled%n",
          round,
          seconds,
          summary.accounts(),
          summary.clusters().size(),
          summary.labelled());
    }
    System.out.println(
        "| touched | since the full run | run | of a full one | the same as read anew |");
    System.out.println("|---|---|---|---|---|");
    List<String> stages = new ArrayList<>();
    int part = 0;
    int since = 0;
    for (String step : steps) {
      if (step.equals(FULL)) {
        detection.run(DetectionOptions.DEFAULT, DetectionListener.SILENT); // ends the epoch
        detection.run(OPTIONS, DetectionListener.SILENT);
        since = 0;
        continue;
      }
      new IngestService(
              database.driver(), home, secret, Clock.systemUTC(), IngestOptions.defaults())
          .ingest(List.of(Source.file(held.part(part))), IngestListener.NONE);
      since += held.accounts(part);
      Stages listener = new Stages();
      long start = System.nanoTime();
      DetectionSummary summary = detection.run(OPTIONS, listener);
      double seconds = (System.nanoTime() - start) / 1e9;
      stages.add(step + " %: " + listener.text());
      Optional<DetectionSummary> anew = detection.inSameEpoch(OPTIONS, DetectionListener.SILENT);
      System.out.printf(
          Locale.ROOT,
          "| %,d (%.2f %%) | %.2f %% | %.2f s | %.1f %% | %s |%n",
          held.accounts(part),
          100.0 * held.accounts(part) / accounts,
          100.0 * since / accounts,
          seconds,
          100 * seconds / full,
          anew.map(other -> same(summary, other)).orElse("was a full run"));
      part++;
    }
    System.out.println("stages, in seconds:");
    stages.forEach(System.out::println);
    System.out.println(rows(database) + " memberships stand");
  }

  private static String same(DetectionSummary went, DetectionSummary anew) {
    Function<DetectionSummary, List<String>> texts =
        summary -> summary.clusters().stream().map(FoundCluster::toString).sorted().toList();
    List<String> one = texts.apply(went);
    List<String> other = texts.apply(anew);
    return one.equals(other)
        ? "yes, " + one.size() + " clusters"
        : "NO: "
            + one.stream()
                .filter(text -> !other.contains(text))
                .limit(3)
                .map(EpochSpeed::cut)
                .collect(Collectors.toList())
            + " against "
            + other.stream()
                .filter(text -> !one.contains(text))
                .limit(3)
                .map(EpochSpeed::cut)
                .collect(Collectors.toList());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(300, text.length()));
  }

  private static long rows(Database database) {
    try (Session session = database.driver().session()) {
      return session
          .run("MATCH (:Account)-[m:MEMBER_OF]->(:Cluster) WHERE m.validTo IS NULL RETURN count(m)")
          .single()
          .get(0)
          .asLong();
    }
  }
}
