package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.detect.Intake;
import io.iolaus.cypher.detect.IntakeReader;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.EncodedPart;
import io.iolaus.ingest.rotate.KeyRotation;
import io.iolaus.ingest.write.LiveBatchWriter;
import io.iolaus.ingest.write.LiveWindow;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/// Whatever way lines come, every account of which a run would read something else than the run
/// before is named, or it is said that nobody can tell.
@Neo4jTest
class IntakeIT {

  private static final IngestOptions MANY_PARTS = new IngestOptions(2, 60_000, 12_000, true);
  private static final String STREAM = "k-topic-0";

  private Driver driver;
  private Path folder;
  private IntakeReader reader;
  private Home home;
  private int files;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    this.driver = driver;
    this.folder = folder;
    reader = new IntakeReader(driver);
    home = Home.at(folder.resolve("home"));
    TestGraph.empty(driver);
  }

  private Path file(List<String> lines) throws IOException {
    return Files.writeString(
        folder.resolve("lines-" + ++files + ".ndjson"), String.join("\n", lines) + "\n");
  }

  private IngestSummary load(Home into, WriteHook hook, Path file) throws IOException {
    return TestIngest.service(driver, into, MANY_PARTS, hook)
        .ingest(List.of(Source.file(file)), IngestListener.NONE);
  }

  private IngestSummary load(String... lines) throws IOException {
    return load(home, WriteHook.NONE, file(List.of(lines)));
  }

  /// What a run knew and read.
  private record Earlier(Intake intake, ReadByRuns read) {}

  private Earlier earlier() {
    Intake intake = reader.now();
    return new Earlier(intake, ReadByRuns.of(driver));
  }

  /// Requires that no account is missed; returns those that are named.
  private Optional<Set<String>> check(Earlier before) {
    Optional<Set<String>> named = reader.touchedSince(before.intake);
    ReadByRuns now = ReadByRuns.of(driver);
    named.ifPresent(accounts -> {
      assertThat(accounts).containsAll(before.read.differing(now));
      before.read.assertLinksDifferBy(accounts, now);
    });
    return named;
  }

  // --- streams of lines, in all ways ---

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void missesNoneHoweverLinesCome(long seed) throws Exception {
    Random random = new Random(seed);
    load(home, WriteHook.NONE, file(lines(random, seed, 150, true)));
    int told = 0;
    int named = 0;
    int accounts = 0;
    List<String> growing = new ArrayList<>();
    Path grown = folder.resolve("grown.ndjson");
    for (int round = 0; round < 18; round++) {
      List<String> lines = lines(random, seed * 100 + round, 14, round % 6 == 5);
      Earlier before = earlier();
      List<Earlier> meanwhile = new ArrayList<>();
      switch (round % 6) {
        case 0 -> load(home, seeing(random, meanwhile), file(lines));
        case 1 -> {
          growing.addAll(lines);
          load(home, WriteHook.NONE, Files.writeString(grown, String.join("\n", growing) + "\n"));
        }
        case 2 -> window(lines);
        case 3 -> atOnce(lines, lines(random, seed * 100 + round + 50, 14, false));
        case 4 -> cutShort(lines, meanwhile);
        default -> load(home, seeing(random, meanwhile), file(lines));
      }
      Optional<Set<String>> touched = check(before);
      if (touched.isPresent()) {
        told++;
        named += touched.get().size();
        accounts += ReadByRuns.of(driver).rows().size();
      }
      meanwhile.forEach(this::check);
    }
    assertThat(told).as("rounds of 18 of which accounts are named").isGreaterThanOrEqualTo(12);
    assertThat(named).as("of %d accounts in all", accounts).isLessThan(accounts * 3 / 4);
  }

  /// Mixed lines; without networks unless they are wanted.
  private static List<String> lines(Random random, long seed, int count, boolean networks) {
    List<String> lines = new ArrayList<>(NastyLines.of(seed, count));
    lines.removeIf(line -> !networks && line.contains("\"network\""));
    String at =
        Instant.parse("2026-05-01T00:00:00Z").plusSeconds(random.nextInt(999_999)).toString();
    lines.add(
        "{\"type\":\"organization\",\"id\":\"org-%d\",\"name\":\"O\",\"kind\":\"%s\",\"at\":\"%s\"}"
            .formatted(random.nextInt(4), pick(random, "reseller", "company"), at));
    lines.add(
        "{\"type\":\"account\",\"id\":\"acc-%d\",\"createdAt\":\"2026-03-01T00:00:00Z\",\"status\":\"%s\",\"organization\":\"org-%d\",\"verified\":%s,\"at\":\"%s\"}"
            .formatted(
                random.nextInt(30),
                pick(random, "active", "suspended", "deleted"),
                random.nextInt(4),
                random.nextBoolean(),
                at));
    lines.add(
        "{\"type\":\"payment\",\"account\":\"acc-%d\",\"instrument\":\"pi-%d\",\"kind\":\"%s\",\"at\":\"%s\"}"
            .formatted(
                random.nextInt(30),
                random.nextInt(6),
                pick(random, "card", "prepaid", "virtual"),
                at));
    return lines;
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  /// Reads as a run would after one of the first parts.
  private WriteHook seeing(Random random, List<Earlier> meanwhile) {
    AtomicInteger left = new AtomicInteger(1 + random.nextInt(2));
    return new WriteHook() {
      @Override
      public void partWritten(String part) {
        if (left.decrementAndGet() == 0) {
          meanwhile.add(earlier());
        }
      }
    };
  }

  private void window(List<String> lines) {
    LiveBatchWriter writer =
        new LiveBatchWriter(new GraphWriter(driver), home.deadLetters(), Clock.systemUTC());
    long start = writer.open(STREAM, "kafka:topic/0").offset();
    SiteSecret secret = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
    EventDecoder decoder = new EventDecoder(secret, new PromptSketcher(secret));
    SegmentFold fold = new SegmentFold();
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      if (decoder.decode(bytes, 0, bytes.length) instanceof Decoded.Accepted accepted) {
        fold.add(accepted.event(), start, 0);
      }
    }
    assertThat(
            writer.write(
                new LiveWindow(
                    UUID.randomUUID().toString(),
                    STREAM,
                    "kafka:topic/0",
                    start,
                    start + lines.size(),
                    EncodedPart.of(fold),
                    List.of())))
        .isInstanceOf(LiveBatchWriter.Outcome.Written.class);
  }

  private void atOnce(List<String> lines, List<String> others) throws Exception {
    Path one = file(lines);
    Path other = file(others);
    Home second = Home.at(folder.resolve("second"));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<IngestSummary>> loads =
          List.of(
              threads.submit(() -> load(home, WriteHook.NONE, one)),
              threads.submit(() -> load(second, WriteHook.NONE, other)));
      for (Future<IngestSummary> load : loads) {
        load.get();
      }
    }
  }

  /// Stops in the middle of a segment, lets others and a run in, and brings it to its end.
  private void cutShort(List<String> lines, List<Earlier> meanwhile) throws IOException {
    Path file = file(lines);
    WriteHook stop =
        new WriteHook() {
          @Override
          public void partWritten(String part) {
            throw new IllegalStateException("stopped");
          }
        };
    assertThatThrownBy(() -> load(home, stop, file)).hasMessage("stopped");
    meanwhile.add(earlier());
    window(lines.subList(0, lines.size() / 2));
    meanwhile.add(earlier());
    load(home, WriteHook.NONE, file);
  }

  // --- what is named, kind by kind ---

  private static String exchange(String account, String ip) {
    return "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"2026-04-02T10:00:00Z\",\"ip\":\"%s\",\"client\":\"sdk\"}"
        .formatted(account, ip);
  }

  private static String payment(String account, String kind, int day) {
    return "{\"type\":\"payment\",\"account\":\"%s\",\"instrument\":\"pi\",\"kind\":\"%s\",\"at\":\"2026-04-%02dT00:00:00Z\"}"
        .formatted(account, kind, day);
  }

  private static String network(String prefix, String use, int day) {
    return "{\"type\":\"network\",\"prefix\":\"%s\",\"use\":\"%s\",\"at\":\"2026-04-%02dT00:00:00Z\"}"
        .formatted(prefix, use, day);
  }

  private static String organization(String kind, String name, int day) {
    return "{\"type\":\"organization\",\"id\":\"org\",\"name\":\"%s\",\"kind\":\"%s\",\"at\":\"2026-04-%02dT00:00:00Z\"}"
        .formatted(name, kind, day);
  }

  private static String account(String id, String status, int day) {
    return "{\"type\":\"account\",\"id\":\"%s\",\"createdAt\":\"2026-03-01T00:00:00Z\",\"status\":\"%s\",\"organization\":\"org\",\"verified\":true,\"at\":\"2026-04-%02dT00:00:00Z\"}"
        .formatted(id, status, day);
  }

  private Set<String> named(Earlier before) {
    return new TreeSet<>(check(before).orElseThrow());
  }

  @Test
  void plainLinesNameTheirAccountsAlone() throws Exception {
    load(
        IntStream.range(0, 200)
            .mapToObj(n -> exchange("acc-" + n, "203.0.113." + n % 50))
            .toArray(String[]::new));
    Earlier before = earlier();
    assertThat(named(before)).isEmpty();
    load(exchange("acc-3", "203.0.113.77"), exchange("acc-4", "203.0.113.5"));
    load(exchange("acc-199", "203.0.113.199"));
    assertThat(named(before)).containsExactly("acc-199", "acc-3", "acc-4");
    Earlier next = earlier();
    load(exchange("new", "203.0.113.5"));
    assertThat(named(next)).containsExactly("new");
    assertThat(named(before)).containsExactly("acc-199", "acc-3", "acc-4", "new");
  }

  @Test
  void anInstrumentOfAnotherKindNamesWhoeverPaidWithIt() throws Exception {
    load(payment("a", "card", 3), payment("b", "card", 4), exchange("c", "203.0.113.5"));
    Earlier before = earlier();
    load(payment("d", "virtual", 2));
    assertThat(named(before)).as("an earlier word does not hold").containsExactly("d");
    load(payment("c", "card", 1));
    assertThat(named(before)).as("it has one edge more and is else the same").contains("c");
    load(payment("e", "prepaid", 5));
    assertThat(named(before)).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void anOrganizationOfAnotherKindNamesThoseItVouchesFor() throws Exception {
    load(account("a", "active", 1), account("b", "active", 1), exchange("c", "203.0.113.5"));
    Earlier before = earlier();
    load(organization("company", "Org", 1));
    assertThat(named(before)).containsExactly("a", "b");
    Earlier next = earlier();
    load(organization("company", "Another name", 2));
    assertThat(named(next)).isEmpty();
    load(organization("reseller", "Another name", 3));
    assertThat(named(next)).containsExactly("a", "b");
    Earlier last = earlier();
    load(account("b", "suspended", 2));
    assertThat(named(last)).containsExactly("b");
  }

  @Test
  void aNetworkOfAnotherUseNamesThoseBehindItAndAddressesInAnotherNetworkNobodyCanTell()
      throws Exception {
    load(network("203.0.0.0/16", "business", 1), exchange("a", "203.0.113.5"));
    load(exchange("b", "198.51.100.5"));
    Earlier before = earlier();
    load(network("203.0.0.0/16", "proxy", 2));
    assertThat(named(before)).containsExactly("a");
    load(network("192.0.2.0/24", "proxy", 2));
    assertThat(named(before)).as("nobody is in it").containsExactly("a");
    Earlier next = earlier();
    load(network("203.0.113.0/24", "hosting", 1));
    assertThat(next.read.differing(ReadByRuns.of(driver))).containsExactly("a");
    assertThat(check(next)).isEmpty();
    assertThat(named(earlier())).isEmpty();
  }

  @Test
  void anAddressThatFindsItsNetworkWhenASegmentEndsIsNotMissed() throws Exception {
    load(network("203.0.0.0/16", "business", 1));
    Path network = file(List.of(network("203.0.113.0/24", "proxy", 1)));
    Path other = file(List.of(exchange("b", "203.0.113.5")));
    List<Earlier> meanwhile = new ArrayList<>();
    WriteHook hook =
        new WriteHook() {
          @Override
          public void writing(String batch, int segment, int parts) {
            elsewhere("second", network);
          }

          @Override
          public void partWritten(String part) {
            elsewhere("third", other);
            meanwhile.add(earlier());
          }

          private void elsewhere(String name, Path file) {
            try {
              load(Home.at(folder.resolve(name)), WriteHook.NONE, file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    load(home, hook, file(List.of(exchange("a", "203.0.113.5"))));
    assertThat(meanwhile).hasSize(1);
    Earlier before = meanwhile.getFirst();
    assertThat(before.read.differing(ReadByRuns.of(driver))).containsExactly("a", "b");
    assertThat(check(before)).isEmpty();
  }

  @Test
  void ofAnEmptyGraphAndAReplacedBatchNobodyCanTell() throws Exception {
    assertThat(reader.touchedSince(reader.now())).isEmpty();
    Earlier empty = earlier();
    String batch =
        load(exchange("a", "203.0.113.5"), exchange("b", "203.0.113.6"))
            .sources()
            .getFirst()
            .batch()
            .orElseThrow();
    assertThat(check(empty)).isEmpty();
    Earlier before = earlier();
    assertThat(named(before)).isEmpty();
    List<Optional<Set<String>>> meanwhile = new ArrayList<>();
    List<Intake> seen = new ArrayList<>();
    WriteHook hook =
        new WriteHook() {
          @Override
          public void partWritten(String part) {
            meanwhile.add(reader.touchedSince(before.intake));
            seen.add(reader.now());
          }
        };
    try (IngestSession session =
        TestIngest.service(driver, home, MANY_PARTS, hook).open(IngestListener.NONE)) {
      session.replace(batch, Source.file(file(List.of(exchange("a", "203.0.113.5")))));
    }
    assertThat(before.read.differing(ReadByRuns.of(driver))).containsExactly("b");
    assertThat(check(before)).isEmpty();
    assertThat(meanwhile).isNotEmpty().allSatisfy(named -> assertThat(named).isEmpty());
    assertThat(seen).allSatisfy(then -> assertThat(reader.touchedSince(then)).isEmpty());
    Earlier next = earlier();
    load(exchange("c", "203.0.113.7"));
    assertThat(named(next)).containsExactly("c");
  }

  @Test
  void aBatchOfFewerSegmentsLeavesNoStampsAboveThem() throws Exception {
    IngestSummary summary =
        load(
            IntStream.range(0, 400)
                .mapToObj(n -> exchange("acc-" + n, "203.0.113." + n % 50))
                .toArray(String[]::new));
    assertThat(reader.now().segments().values()).allMatch(segments -> segments > 1);
    try (IngestSession session =
        TestIngest.service(driver, home, MANY_PARTS, WriteHook.NONE).open(IngestListener.NONE)) {
      session.replace(
          summary.sources().getFirst().batch().orElseThrow(),
          Source.file(file(List.of(exchange("acc-399", "203.0.113.5")))));
    }
    assertThat(reader.now().segments().values()).allMatch(segments -> segments == 1);
    assertThat(named(earlier())).isEmpty();
  }

  @Test
  void ofRenewedIdentifiersNobodyCanTell() throws Exception {
    String line =
        "{\"type\":\"identifier\",\"account\":\"%s\",\"kind\":\"email\",\"value\":\"v@mail.example\",\"at\":\"2026-04-01T00:00:00Z\"}";
    Path file = file(List.of(line.formatted("a"), line.formatted("b")));
    TestIngest.service(driver, home, home.site(), MANY_PARTS, WriteHook.NONE)
        .ingest(List.of(Source.file(file)), IngestListener.NONE);
    Earlier before = earlier();
    new KeyRotation(new GraphWriter(driver), home).rotate(_ -> {});
    assertThat(before.read.differing(ReadByRuns.of(driver))).containsExactly("a", "b");
    assertThat(check(before)).isEmpty();
  }
}
