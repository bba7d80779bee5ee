package io.iolaus.api.demo;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.MemberTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Scenario;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.ScoreTable;
import io.iolaus.simulate.scoring.Scoring;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/// The demo without its server: simulate, ingest, detect, and score what any other program would
/// see.
final class DemoWorld {

  private DemoWorld() {}

  static Score run(Scenario scenario, long seed, Driver driver, Home home, Path folder)
      throws IOException {
    System.out.println("scenario " + scenario + ", seed " + seed);
    Path world = folder.resolve("world");
    new Simulation(scenario, Scale.S, seed).write(world);
    ingest(driver, home, world, secret(seed));
    new DetectionService(driver, DetectorCatalog.load(), Clock.systemUTC())
        .run(DetectionOptions.DEFAULT, DetectionListener.SILENT);
    Path members = folder.resolve("members.csv");
    Path clusters = folder.resolve("clusters.csv");
    try (OutputStream memberRows = Files.newOutputStream(members);
        OutputStream clusterRows = Files.newOutputStream(clusters)) {
      ClusterReader reader = new ClusterReader(driver);
      MemberTable.print(reader, Suppressed.NONE, View.NOW, memberRows, OutputFormat.CSV);
      ClusterTable.print(reader, Suppressed.NONE, View.NOW, clusterRows, OutputFormat.CSV);
    }
    Score score = Scoring.score(world, members, clusters);
    System.out.print(ScoreTable.print(score));
    return score;
  }

  /// Families depend a little on the site's key: a fixed one makes a run that can be had again.
  private static SiteSecret secret(long seed) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) seed);
    return SiteSecret.of(key);
  }

  private static void ingest(Driver driver, Home home, Path world, SiteSecret secret)
      throws IOException {
    try (Stream<Path> files = Files.list(world)) {
      List<Source> sources =
          files
              .filter(f -> f.getFileName().toString().startsWith("events"))
              .sorted()
              .map(Source::file)
              .toList();
      new IngestService(driver, home, secret, Clock.systemUTC(), IngestOptions.defaults())
          .ingest(sources, IngestListener.NONE);
    }
  }
}
