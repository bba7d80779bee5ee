package io.iolaus.bench.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detect.EpochOptions;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSession;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import io.iolaus.simulate.Saga;
import io.iolaus.simulate.SagaSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/// Random streams into a population of operators and innocents: what a run finds that reads only
/// what has changed is what a run of the same epoch finds that reads everything, and so is what it
/// writes.
@Neo4jTest
class EpochSequencesIT {

  private static final int ROUNDS = 10;

  private static final DetectionOptions OPTIONS =
      DetectionOptions.DEFAULT.within(new EpochOptions(Duration.ZERO, Duration.ofDays(1)));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  /// Seeds of the streams: `-Depochs=1-10`.
  static LongStream seeds() {
    String[] ends = System.getProperty("epochs", "1-2").split("-", -1);
    return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
  }

  /// A population that was loaded, and what runs over it.
  private static final class Site {
    private final Path folder;
    private final RandomStream stream;
    private final IngestService ingest;
    private final AtomicReference<DetectorCatalog> detectors =
        new AtomicReference<>(DetectorCatalog.load());
    private final DetectionService detection;
    private String batch = "";

    Site(long seed, Driver driver, Path folder) throws IOException {
      TestGraph.empty(driver);
      this.folder = folder;
      Path events = folder.resolve("saga");
      new Saga(SagaSpec.of(seed)).write(events);
      this.stream = new RandomStream(Saga.step(events, 1), seed);
      this.ingest =
          new IngestService(
              driver,
              Home.at(folder.resolve("home")),
              SiteSecret.of(new byte[SiteSecret.KEY_BYTES]),
              CLOCK,
              new IngestOptions(2, 256 << 20, 1 << 20, true));
      this.detection = new DetectionService(driver, detectors::get, CLOCK);
      load("first", stream.first());
    }

    private Path file(String name, List<String> lines) throws IOException {
      Path file = folder.resolve(name + ".ndjson");
      Files.write(file, lines);
      return file;
    }

    void load(String name, List<String> lines) throws IOException {
      IngestSummary summary =
          ingest.ingest(List.of(Source.file(file(name, lines))), IngestListener.NONE);
      assertThat(summary.counts().rejected()).isZero();
      batch = summary.sources().getFirst().batch().orElseThrow();
    }

    /// Puts other lines in place of those that were loaded last.
    void replace(List<String> lines) throws IOException {
      try (IngestSession session = ingest.open(IngestListener.NONE)) {
        session.replace(batch, Source.file(file("corrected", lines)));
      }
    }

    DetectionSummary run() {
      return detection.run(OPTIONS, DetectionListener.SILENT);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatGoesOnFindsWhatReadsEverything(long seed, Driver driver, @TempDir Path folder)
      throws IOException {
    Site site = new Site(seed, driver, folder);
    DetectionSummary full = site.run();
    assertThat(full.since()).as("a first run is a full one").isEmpty();
    assertSame(full, site.detection, "nothing came in");
    int changes = 0;
    List<String> before = texts(full);
    for (int round = 1; round <= ROUNDS; round++) {
      site.load("round-" + round, site.stream.next());
      DetectionSummary run = site.run();
      assertThat(run.since()).as("round %d goes on", round).contains(full.run());
      assertThat(run.touched()).isLessThan(run.accounts());
      assertSame(run, site.detection, "round " + round);
      assertThat(members(driver)).as("what is written in round %d", round).isEqualTo(members(run));
      assertThat(wronglySince(driver)).as("members since when in round %d", round).isEmpty();
      changes += texts(run).equals(before) ? 0 : 1;
      before = texts(run);
    }
    assertThat(changes).as("rounds that change something").isGreaterThan(ROUNDS / 2);
    site.load("tomorrow", List.of(site.stream.tomorrow()));
    assertFull(site, driver, "another day");
  }

  /// A member that nothing came in about can be tied to its cluster since an earlier day, by what
  /// others come to use as well.
  @Test
  void membersAreTiedEarlierByWhatOthersComeToUse(Driver driver, @TempDir Path folder)
      throws IOException {
    Site site = new Site(4, driver, folder);
    List<String> members =
        site.run().clusters().stream()
            .max(Comparator.comparingInt(c -> c.members().size()))
            .orElseThrow()
            .members()
            .stream()
            .filter(FoundCluster.FoundMember::labelled)
            .map(FoundCluster.FoundMember::id)
            .toList();
    site.load("alone", site.stream.from("23.45.67.89", 40, members.subList(0, 1)));
    assertThat(site.run().touched()).isOne();
    site.load("together", site.stream.from("23.45.67.89", 0, members.subList(1, 9)));
    DetectionSummary run = site.run();
    assertThat(run.since()).isPresent();
    assertThat(run.touched()).isEqualTo(8);
    assertThat(wronglySince(driver)).isEmpty();
  }

  /// Whatever changes otherwise than account by account is found by a full run.
  @Test
  void whatElseChangesEndsTheEpoch(Driver driver, @TempDir Path folder) throws IOException {
    Site site = new Site(4, driver, folder);
    assertFull(site, driver, "a first run");
    site.load("more", site.stream.next());
    assertThat(site.run().since()).isPresent();
    site.replace(site.stream.next());
    DetectionSummary run = assertFull(site, driver, "a batch that was replaced");

    FoundCluster cluster = run.clusters().getFirst();
    new DecisionWriter(driver, CLOCK)
        .take(
            new Ruling(
                DecisionKind.DIFFERENT,
                "ana",
                "saw it",
                List.of(cluster.members().getFirst().id()),
                cluster.id(),
                null));
    run = assertFull(site, driver, "a decision");
    assertThat(members(run))
        .noneMatch(m -> m.startsWith(cluster.id() + " " + cluster.members().getFirst().id() + " "));

    site.detectors.set(
        DetectorCatalog.load()
            .only(
                DetectorCatalog.load().active().stream()
                    .map(DetectorFile::id)
                    .filter(id -> !id.equals("shared-instrument"))
                    .collect(Collectors.toSet())));
    assertFull(site, driver, "other detectors");

    new DetectionService(driver, site.detectors::get, CLOCK)
        .run(DetectionOptions.DEFAULT, DetectionListener.SILENT);
    assertFull(site, driver, "a run of another process");

    new DetectionService(driver, site.detectors::get, CLOCK)
        .preview(DetectionOptions.DEFAULT, DetectionListener.SILENT);
    assertFull(site, driver, "families that another process wrote anew");
    assertThat(site.run().since()).as("nothing changed").isPresent();
  }

  private static DetectionSummary assertFull(Site site, Driver driver, String why) {
    DetectionSummary run = site.run();
    assertThat(run.since()).as(why).isEmpty();
    assertThat(members(driver)).as(why).isEqualTo(members(run));
    return run;
  }

  private static void assertSame(DetectionSummary run, DetectionService detection, String when) {
    DetectionSummary anew = detection.inSameEpoch(OPTIONS, DetectionListener.SILENT).orElseThrow();
    assertThat(texts(run)).as(when).isEqualTo(texts(anew));
  }

  private static List<String> texts(DetectionSummary run) {
    return run.clusters().stream().map(FoundCluster::toString).sorted().toList();
  }

  private static List<String> members(DetectionSummary run) {
    return run.clusters().stream()
        .flatMap(c ->
            c.members().stream()
                .map(m -> c.id() + " " + m.id() + " " + (m.labelled() ? "labelled" : "review")))
        .sorted()
        .toList();
  }

  /// Members that are said to be so since another day than the first on which they showed what ties
  /// their cluster now.
  private static List<String> wronglySince(Driver driver) {
    try (var session = driver.session()) {
      return session
          .run(
              """
              MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
              WHERE m.validTo IS NULL
              CALL (a, c) {
                MATCH (a)-[e]->()<-[:SUPPORTED_BY]-(c)
                RETURN min(head(e.days)) AS day
              }
              WITH a, m, c, day
              WHERE m.validFrom <> datetime({date: day})
              RETURN a.id + ' in ' + c.id + ' since ' + m.validFrom + ', tied on ' + day AS text
              """)
          .list(row -> row.get("text").asString());
    }
  }

  private static List<String> members(Driver driver) {
    try (var session = driver.session()) {
      return session
          .run(
              "MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL"
                  + " RETURN c.id + ' ' + a.id + ' ' + m.state AS text")
          .list(row -> row.get("text").asString())
          .stream()
          .sorted()
          .collect(Collectors.toList());
    }
  }
}
