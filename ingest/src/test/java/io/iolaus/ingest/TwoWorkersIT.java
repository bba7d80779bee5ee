package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Workers with homes of their own write to one database at the same time.
@Neo4jTest
class TwoWorkersIT {

  private static final IngestOptions SMALL = new IngestOptions(1, 60_000, 15_000, true);
  private static final IngestOptions SMALLER = new IngestOptions(1, 40_000, 11_000, true);

  // Held on to, or its level would be forgotten: transactions that are tried again are no news
  // here.
  private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

  private Driver driver;
  private Path folder;
  private final AtomicInteger homes = new AtomicInteger();

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    this.driver = driver;
    this.folder = folder;
    DRIVER.setLevel(Level.SEVERE);
    TestGraph.empty(driver);
  }

  private Home home() {
    return Home.at(folder.resolve("home-" + homes.incrementAndGet()));
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private IngestSummary load(Home home, IngestOptions options, WriteHook hook, Path... files)
      throws IOException {
    List<Source> sources = List.of(files).stream().map(Source::file).toList();
    return TestIngest.service(driver, home, options, hook).ingest(sources, IngestListener.NONE);
  }

  private void alone(Path... files) throws IOException {
    TestGraph.empty(driver);
    load(home(), SMALL, WriteHook.NONE, files);
  }

  /// Does something once, right before the parts of a segment are written.
  private record Before(int segment, AtomicInteger left, ThrowingRunnable action)
      implements WriteHook {

    Before(int segment, ThrowingRunnable action) {
      this(segment, new AtomicInteger(1), action);
    }

    @Override
    public void writing(String batch, int number, int parts) {
      if (number == segment && left.getAndDecrement() == 1) {
        action.run();
      }
    }
  }

  /// Something that may fail with an IOException.
  private interface ThrowingRunnable {
    void runThrowing() throws IOException;

    default void run() {
      try {
        runThrowing();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Stops a worker when it has written so many parts.
  private static WriteHook stopAfterParts(int count) {
    AtomicInteger left = new AtomicInteger(count);
    return new WriteHook() {
      @Override
      public void partWritten(String part) {
        if (left.decrementAndGet() == 0) {
          throw new IllegalStateException("stopped");
        }
      }
    };
  }

  @Test
  void workerThatLagsBehindWritesNothingAgain() throws Exception {
    Path file = file("a.ndjson", NastyLines.of(31, 400));
    alone(file);
    List<String> expected = GraphDigest.wholeLines(driver);

    TestGraph.empty(driver);
    Home quick = home();
    // The other worker brings in everything between this one's look at the batch and its first
    // part.
    load(home(), SMALL, new Before(1, () -> load(quick, SMALL, WriteHook.NONE, file)), file);
    SameGraph.assertSame(GraphDigest.wholeLines(driver), expected, "graph");
  }

  @Test
  void workersOnOneSourceAtTheSameTimeEndLikeOne() throws Exception {
    endLikeOne(file("a.ndjson", NastyLines.of(32, 500)), SMALL);
  }

  @Test
  void workersThatCutOneSourceOtherwiseEndLikeOne() throws Exception {
    endLikeOne(file("a.ndjson", NastyLines.of(33, 500)), SMALLER);
  }

  private void endLikeOne(Path file, IngestOptions ofTheOther) throws Exception {
    alone(file);
    List<String> expected = GraphDigest.lines(driver);
    List<String> counts = batchCounts();

    TestGraph.empty(driver);
    atOnce(
        () -> load(home(), SMALL, WriteHook.NONE, file),
        () -> load(home(), ofTheOther, WriteHook.NONE, file));
    SameGraph.assertSame(GraphDigest.lines(driver), expected, "graph");
    assertThat(batchCounts()).isEqualTo(counts);
  }

  @Test
  void loadGoesOnFromAnotherHomeWhenItsOwnIsLost() throws Exception {
    Path file = file("a.ndjson", NastyLines.of(34, 500));
    alone(file);
    List<String> expected = GraphDigest.lines(driver);
    List<String> counts = batchCounts();

    for (int parts : new int[] {1, 5}) {
      TestGraph.empty(driver);
      assertThatThrownBy(() -> load(home(), SMALL, stopAfterParts(parts), file))
          .hasMessageContaining("stopped");
      load(home(), SMALLER, WriteHook.NONE, file);
      SameGraph.assertSame(GraphDigest.lines(driver), expected, parts + " parts");
      assertThat(batchCounts()).as("%d parts", parts).isEqualTo(counts);
    }
  }

  @Test
  void sourceIsNotTakenForAnotherThatBeginsAlike() throws Exception {
    List<String> common = SampleLines.of(35, 500); // More than the first look takes in.
    List<String> one = new ArrayList<>(common);
    one.addAll(SampleLines.of(36, 300));
    List<String> two = new ArrayList<>(common);
    two.addAll(SampleLines.of(37, 300));
    Path first = file("one.ndjson", one);
    Path second = file("two.ndjson", two);
    LineCounts expected = load(home(), SMALL, WriteHook.NONE, second).counts();

    TestGraph.empty(driver);
    Home killed = home();
    assertThatThrownBy(() -> load(killed, SMALL, stopAfterParts(1), first))
        .hasMessageContaining("stopped");
    LineCounts counts = load(home(), SMALLER, WriteHook.NONE, second).counts();
    assertThat(counts.read()).isEqualTo(expected.read());
    assertThat(counts.exchanges()).isEqualTo(expected.exchanges());
    assertThat(load(killed, SMALL, WriteHook.NONE, first).counts().read()).isEqualTo(lines(one));
  }

  @Test
  void addressIsInItsLongestNetworkWhoeverMadeIt() throws Exception {
    String exchange =
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\",\"ip\":\"203.0.113.7\"}";
    Path addresses = file("addresses.ndjson", List.of(exchange));
    Path networks =
        file(
            "networks.ndjson",
            List.of(
                "{\"type\":\"network\",\"prefix\":\"203.0.113.0/28\"}",
                "{\"type\":\"network\",\"prefix\":\"203.0.0.0/16\"}"));
    Home other = home();
    // Made after this worker has read which networks there are.
    load(
        home(),
        SMALL,
        new Before(1, () -> load(other, SMALL, WriteHook.NONE, networks)),
        addresses);
    try (Session session = driver.session()) {
      assertThat(
              session
                  .run("MATCH (:IpAddress)-[:IN_NETWORK]->(n) RETURN n.id AS id")
                  .list(row -> row.get("id").asString()))
          .containsExactly("203.0.113.0/28");
    }
  }

  @Test
  void workersOnPartsOfOneWorldEndLikeOne() throws Exception {
    List<String> lines = NastyLines.of(38, 900);
    Path whole = file("whole.ndjson", lines);
    Path first = file("first.ndjson", lines.subList(0, 450));
    Path second = file("second.ndjson", lines.subList(450, 900));
    alone(whole);
    List<String> expected = GraphDigest.lines(driver);

    TestGraph.empty(driver);
    List<IngestSummary> summaries =
        atOnce(
            () -> load(home(), SMALL, WriteHook.NONE, first),
            () -> load(home(), SMALLER, WriteHook.NONE, second));
    SameGraph.assertSame(GraphDigest.lines(driver), expected, "graph");
    assertThat(summaries.stream().mapToLong(summary -> summary.counts().read()).sum())
        .isEqualTo(lines(lines));
  }

  @Test
  void otherSecretIsRefusedBeforeAnythingIsWritten() throws Exception {
    Path file = file("a.ndjson", NastyLines.of(39, 50));
    load(home(), SMALL, WriteHook.NONE, file);
    List<String> before = GraphDigest.wholeLines(driver);
    byte[] key = new byte[SiteSecret.KEY_BYTES];
    key[0] = 1;
    Home other = home();
    assertThatThrownBy(() ->
            TestIngest.service(driver, other, SiteSecret.of(key), SMALL, WriteHook.NONE)
                .ingest(
                    List.of(Source.file(file("b.ndjson", NastyLines.of(40, 50)))),
                    IngestListener.NONE))
        .hasMessageContaining("another site secret")
        .hasMessageContaining("secrets/site.key");
    SameGraph.assertSame(GraphDigest.wholeLines(driver), before, "graph");
  }

  private static long lines(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).count();
  }

  /// Created, updated and unchanged left out: which of two workers came first to a node is chance.
  private List<String> batchCounts() {
    try (Session session = driver.session()) {
      return session
          .run(
              "MATCH (b:Batch) RETURN b.id + ' ' + b.bytes + ' ' + b.digest + ' ' + b.read + ' ' + b.applied"
                  + " + ' ' + b.rejected + ' ' + b.exchanges + ' ' + b.complete AS line ORDER BY line")
          .list(row -> row.get("line").asString());
    }
  }

  private interface Work {
    IngestSummary run() throws IOException;
  }

  private List<IngestSummary> atOnce(Work... works) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(works.length)) {
      List<Future<IngestSummary>> running = new ArrayList<>();
      for (Work work : works) {
        running.add(threads.submit(work::run));
      }
      List<IngestSummary> done = new ArrayList<>();
      for (Future<IngestSummary> future : running) {
        done.add(future.get());
      }
      return done;
    }
  }
}
