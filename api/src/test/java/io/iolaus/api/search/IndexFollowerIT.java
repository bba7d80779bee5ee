package io.iolaus.api.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.search.SearchFeed;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// Whatever is written to the graph, and whenever an index is closed, killed or late: it comes to
/// hold what one holds that is made from nothing.
@Neo4jTest
class IndexFollowerIT {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final IngestOptions MANY_PARTS = new IngestOptions(2, 60_000, 12_000, true);

  private Driver driver;
  private Path folder;
  private SearchFeed feed;
  private Home home;
  private int files;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    this.driver = driver;
    this.folder = folder;
    feed = new SearchFeed(driver);
    home = Home.at(folder.resolve("home"));
    TestGraph.empty(driver);
  }

  private void load(Home into, IngestListener listener, List<String> lines) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("lines-" + ++files + ".ndjson"), String.join("\n", lines) + "\n");
    new IngestService(driver, into, home.site(), CLOCK, MANY_PARTS)
        .ingest(List.of(Source.file(file)), listener);
  }

  private void run(String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private Map<String, String> fresh() throws IOException {
    Map<String, String> all = IndexDump.fresh(feed, folder.resolve("fresh-" + ++files), CLOCK);
    try (var session = driver.session()) {
      long there =
          session
              .run(
                  "MATCH (n) WHERE n:Account OR n:PaymentInstrument OR n:IpAddress OR n:Network OR"
                      + " n:Identifier OR n:Organization OR n:PromptFamily OR n:Pattern OR"
                      + " (n:Cluster AND n.validTo IS NULL) RETURN count(n) AS there")
              .single()
              .get("there")
              .asLong();
      assertThat(all).hasSize(Math.toIntExact(there));
    }
    return all;
  }

  private static List<String> lines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int account = random.nextInt(60);
      Instant at = Instant.parse("2026-05-01T00:00:00Z").plusSeconds(random.nextInt(5_000_000));
      lines.add(
          switch (random.nextInt(8)) {
            case 0 ->
                "{\"type\":\"organization\",\"id\":\"org-%d\",\"name\":\"Alder %d\",\"kind\":\"%s\",\"at\":\"%s\"}"
                    .formatted(
                        random.nextInt(5), random.nextInt(9), pick(random, "lab", "company"), at);
            case 1 ->
                "{\"type\":\"account\",\"id\":\"acc-%d\",\"createdAt\":\"2026-03-01T00:00:00Z\",\"status\":\"active\",\"organization\":\"org-%d\",\"verified\":true,\"at\":\"%s\"}"
                    .formatted(account, random.nextInt(9), at);
            case 2 ->
                "{\"type\":\"payment\",\"account\":\"acc-%d\",\"instrument\":\"pi-%d\",\"kind\":\"%s\",\"at\":\"%s\"}"
                    .formatted(account, random.nextInt(9), pick(random, "card", "virtual"), at);
            case 3 ->
                "{\"type\":\"network\",\"prefix\":\"203.0.%d.0/24\",\"name\":\"Net %d\",\"use\":\"%s\",\"at\":\"%s\"}"
                    .formatted(
                        random.nextInt(4), random.nextInt(9), pick(random, "hosting", "isp"), at);
            default ->
                "{\"type\":\"exchange\",\"account\":\"acc-%d\",\"at\":\"%s\",\"ip\":\"203.0.%d.%d\",\"client\":\"sdk\"}"
                    .formatted(account, at, random.nextInt(4), random.nextInt(30));
          });
    }
    return lines;
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void twoThatFollowComeToHoldWhatOneMadeFromNothingHolds() throws Exception {
    Random random = new Random(7);
    try (SearchIndex one = SearchIndex.open(folder.resolve("one"));
        SearchIndex other = SearchIndex.open(folder.resolve("other"))) {
      IndexFollower often = new IndexFollower(feed, one, CLOCK);
      IndexFollower seldom = new IndexFollower(feed, other, CLOCK);
      for (int round = 0; round < 8; round++) {
        List<String> lines = lines(random, 40);
        switch (round % 4) {
          case 0 -> load(home, IngestListener.NONE, lines);
          case 1 -> atOnce(lines, lines(random, 40), often);
          case 2 -> cutShort(lines, often);
          default -> {
            run("MATCH (c:Cluster) SET c.validTo = datetime()");
            run("CREATE (:Cluster {id: 'c-%d', state: 'review', accounts: 3})".formatted(round));
            run("CREATE (:Pattern {id: 'p-%d', kind: 'lockstep'})".formatted(round));
            run("MERGE (s:Sequence {id: 'derived'}) SET s.value = coalesce(s.value, 0) + 1");
          }
        }
        often.follow();
        if (round % 3 == 2) {
          seldom.follow();
        }
        assertThat(IndexDump.of(one)).as("round " + round).isEqualTo(fresh());
      }
      seldom.follow();
      assertThat(IndexDump.of(other)).isEqualTo(IndexDump.of(one));
    }
  }

  /// Two workers, with an index that follows between their parts: a batch that has the lower number
  /// may commit last.
  private void atOnce(List<String> lines, List<String> others, IndexFollower follower)
      throws Exception {
    Home second = Home.at(folder.resolve("second"));
    AtomicReference<IOException> failed = new AtomicReference<>();
    IngestListener following =
        new IngestListener() {
          @Override
          public void progress(IngestProgress progress) {}

          @Override
          public void writing(int written, int of) {
            try {
              follower.follow();
            } catch (IOException e) {
              failed.set(e);
            }
          }
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> loads = new ArrayList<>();
      loads.add(
          threads.submit(() -> {
            load(home, following, lines);
            return null;
          }));
      loads.add(
          threads.submit(() -> {
            load(second, IngestListener.NONE, others);
            return null;
          }));
      for (Future<?> load : loads) {
        load.get();
      }
    }
    assertThat(failed.get()).isNull();
  }

  private void cutShort(List<String> lines, IndexFollower follower) throws IOException {
    AtomicInteger parts = new AtomicInteger();
    IngestListener stop =
        new IngestListener() {
          @Override
          public void progress(IngestProgress progress) {}

          @Override
          public void writing(int written, int of) {
            if (written > 0 && parts.incrementAndGet() == 1) {
              throw new IllegalStateException("stopped");
            }
          }
        };
    assertThatThrownBy(() -> load(home, stop, lines)).hasMessage("stopped");
    follower.follow();
    load(
        home,
        IngestListener.NONE,
        List.of(
            "{\"type\":\"account\",\"id\":\"acc-other\",\"createdAt\":\"2026-03-01T00:00:00Z\",\"at\":\"2026-05-01T00:00:00Z\"}"));
    follower.follow();
  }

  @Test
  void aBatchWithALowerNumberThatCommitsLaterIsNotMissed() throws IOException {
    load(home, IngestListener.NONE, lines(new Random(1), 30));
    try (SearchIndex index = SearchIndex.open(folder.resolve("one"))) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      follower.follow();
      // Number 50 is in before 49, of which nothing was known but the number.
      run("CREATE (:Batch {id: 'b-50', seq: 50, segments: 1, complete: true})");
      run("CREATE (:Account {id: 'early', changed: 50 * 4294967296 + 1})");
      follower.follow();
      run("CREATE (:Batch {id: 'b-49', seq: 49, segments: 1, complete: true})");
      run("CREATE (:Account {id: 'late', changed: 49 * 4294967296 + 1})");
      follower.follow();
      assertThat(IndexDump.of(index)).containsKeys("account early", "account late");
    }
  }

  @Test
  void whatIsCommittedToTheGraphIsFoundWithinTwoSeconds() throws Exception {
    load(home, IngestListener.NONE, lines(new Random(2), 200));
    LuceneEntitySearch search = new LuceneEntitySearch(feed, home, CLOCK);
    try (var thread = Executors.newSingleThreadScheduledExecutor()) {
      thread.scheduleWithFixedDelay(
          search::refresh, 0, 500, java.util.concurrent.TimeUnit.MILLISECONDS);
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String id = "acc-new-" + i;
        load(
            home,
            IngestListener.NONE,
            List.of(
                "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"2026-05-01T00:00:00Z\",\"ip\":\"198.51.100.%d\",\"client\":\"sdk\"}"
                    .formatted(id, i)));
        long start = System.nanoTime();
        while (found(search, "acct:" + id).isEmpty()
            || found(search, "ip:198.51.100." + i).isEmpty()) {
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .as(id)
              .isLessThan(Duration.ofSeconds(20));
          Thread.sleep(20);
        }
        times.add(System.nanoTime() - start);
      }
      // The quickest, as a machine that builds may have other things to do.
      assertThat(Duration.ofNanos(Collections.min(times))).isLessThan(Duration.ofSeconds(2));
    } finally {
      search.close();
    }
  }

  private static List<SearchHit> found(LuceneEntitySearch search, String typed) throws IOException {
    return search.find(SearchText.of(typed), SearchFilter.NONE, 10, null).hits();
  }

  @Test
  void goesOnFromItsLastCommitAfterACrash() throws IOException {
    Random random = new Random(3);
    load(home, IngestListener.NONE, lines(random, 60));
    Path place = folder.resolve("index");
    try (SearchIndex index = SearchIndex.open(place)) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      follower.follow();
      follower.commit();
      load(home, IngestListener.NONE, lines(random, 60));
      follower.follow();
      // Closed without a commit: as after a kill, what came since is not on disk.
    }
    load(home, IngestListener.NONE, lines(random, 60));
    try (SearchIndex index = SearchIndex.open(place)) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      assertThat(follower.state().complete()).isTrue();
      assertThat(follower.state().behind()).isTrue();
      follower.follow();
      assertThat(follower.state().behind()).isFalse();
      assertThat(IndexDump.of(index)).isEqualTo(fresh());
    }
  }

  @Test
  void anIndexThatCannotBeReadIsMadeAnew() throws IOException {
    load(home, IngestListener.NONE, lines(new Random(4), 60));
    Path place = folder.resolve("index");
    try (SearchIndex index = SearchIndex.open(place)) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      follower.follow();
      follower.commit();
    }
    try (var all = Files.list(place)) {
      for (Path file :
          all.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (SearchIndex index = SearchIndex.open(place)) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      assertThat(follower.state().complete()).isFalse();
      follower.follow();
      assertThat(IndexDump.of(index)).isEqualTo(fresh());
    }
  }

  @Test
  void whatIsDeletedLeavesWhileSearchesGoOn() throws Exception {
    load(home, IngestListener.NONE, lines(new Random(5), 120));
    try (SearchIndex index = SearchIndex.open(folder.resolve("index"))) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      follower.follow();
      assertThat(IndexDump.of(index)).containsKey("account acc-7");
      // As a replaced batch leaves a graph.
      run("MATCH (a:Account {id: 'acc-7'}) DETACH DELETE a");
      run("MATCH (i:IpAddress) WHERE i.id STARTS WITH '203.0.1.' DETACH DELETE i");
      run("MATCH (b:Batch) SET b.replaced = coalesce(b.replaced, 0) + 1");
      follower.follow();
      assertThat(IndexDump.of(index)).doesNotContainKey("account acc-7").isEqualTo(fresh());
    }
  }

  @Test
  void answersFromWhatItHasWhileAllIsRead() throws Exception {
    run("UNWIND range(1, 20000) AS i CREATE (:Account {id: 'bulk-' + i})");
    try (SearchIndex index = SearchIndex.open(folder.resolve("index"))) {
      IndexFollower follower = new IndexFollower(feed, index, CLOCK);
      List<IndexState> seen = new ArrayList<>();
      Thread watch =
          Thread.ofVirtual()
              .start(() -> {
                while (!follower.state().complete()) {
                  seen.add(follower.state());
                  Thread.yield();
                }
              });
      follower.follow();
      watch.join();
      assertThat(seen).allMatch(state -> state.behind() && !state.complete());
      assertThat(seen.stream().map(IndexState::building).filter(java.util.Objects::nonNull))
          .isNotEmpty()
          .allMatch(building -> building.of() == 20_000 && building.done() <= 20_000);
      assertThat(follower.state().building()).isNull();
    }
  }

  @Test
  void eachProcessHasAFolderOfItsOwn() throws IOException {
    try (IndexFolder one = IndexFolder.take(home.search())) {
      try (IndexFolder other = IndexFolder.take(home.search())) {
        assertThat(other.path()).isNotEqualTo(one.path());
      }
    }
    try (IndexFolder again = IndexFolder.take(home.search())) {
      assertThat(again.path().getFileName()).hasToString("0");
    }
  }
}
