package io.iolaus.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.access.UserRole;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditReader;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.GraphDigest;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.Loads;
import io.iolaus.ingest.NastyLines;
import io.iolaus.ingest.SameGraph;
import io.iolaus.ingest.SampleLines;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.TestIngest;
import io.iolaus.ingest.bulk.OfflineLoad.Loaded;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// A first load through the offline importer leaves what the same load over Bolt leaves.
@Neo4jTest
class FirstLoadIT {

  private static final long SEED = 20261122;
  private static final IngestOptions SMALL_FOLDS = new IngestOptions(2, 200_000, 30_000, true);

  private Loads online;
  private Home home;
  private Path folder;

  @BeforeEach
  void start(Driver driver, @TempDir Path temporary) {
    folder = temporary;
    online = Loads.empty(driver, temporary);
    home = Home.at(temporary.resolve("offline"));
  }

  @Test
  void isTheSameGraphAndGoesOnOnline() throws Exception {
    Path first = online.file("first.ndjson", NastyLines.of(SEED, 3000));
    Path second = online.file("second.ndjson", SampleLines.of(SEED, 800));
    var expected = loadOnline(first);
    try (Database database = OfflineLoad.open(home)) {
      List<String> schema = schema(database.driver());
      Loaded loaded = OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(first));
      assertThat(loaded.notices()).hasSize(1).first().asString().contains("Neo4j's importer");
      assertThat(loaded.summary().counts()).isEqualTo(expected.counts());
      assertSameAsOnline(database);
      assertThat(schema(database.driver())).isEqualTo(schema);

      loadOnline(second);
      OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(second));
      assertSameAsOnline(database);
    }
    cutSwapShort();
    try (Database database = OfflineLoad.open(home)) {
      assertSameAsOnline(database);
      Loaded again = OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(first, second));
      assertThat(again.summary().counts().unchanged())
          .isEqualTo(again.summary().counts().applied());
      assertSameAsOnline(database);
    }
  }

  /// Accounts, entities and events with an id are in all files, each file is several segments, and
  /// one more cannot be read.
  @Test
  void filesThatSpeakOfTheSameAreOneLoad() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<String> lines = new ArrayList<>(NastyLines.of(SEED + 10 + i, 500));
      lines.add(conflicting(i % 2));
      lines.add("broken off" + i); // Its line end is missing.
      files.add(online.file(i + ".ndjson", lines));
    }
    IngestSummary expected = loadOnline(files, SMALL_FOLDS);
    assertThat(online.query("MATCH (b:Batch) WHERE b.segments > 2 RETURN b")).hasSize(3);
    assertThat(expected.sources().get(1).rejections()).containsKey("conflict");
    Path gone = online.file("gone.ndjson", List.of("nobody sees this"));
    files.add(gone);
    List<String> notices = new ArrayList<>();
    try (Database database = OfflineLoad.open(home)) {
      assertThatThrownBy(() ->
              OfflineLoad.service(database, home, BulkMode.ALWAYS, SMALL_FOLDS)
                  .ingest(files.stream().map(Source::file).toList(), new Deleting(gone, notices)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("gone.ndjson");
      assertThat(notices).filteredOn(notice -> notice.contains("importer")).hasSize(1);
      assertSameAsOnline(database);
    }
  }

  /// Deletes a file while others are read.
  private record Deleting(Path file, List<String> notices) implements IngestListener {

    @Override
    public void progress(IngestProgress progress) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void notice(String text) {
      notices.add(text);
    }
  }

  @Test
  void aFileThatGoesOnWithOneBeforeIsWrittenAfterIt() throws Exception {
    List<String> lines = NastyLines.of(SEED + 20, 900);
    Path beginning = online.file("beginning.ndjson", lines.subList(0, 500));
    Path other = online.file("other.ndjson", SampleLines.of(SEED + 21, 300));
    Path all = online.file("all.ndjson", lines);
    Path last = online.file("last.ndjson", SampleLines.of(SEED + 22, 300));
    IngestSummary expected = loadOnline(List.of(beginning, other, all, last), OfflineLoad.OPTIONS);
    try (Database database = OfflineLoad.open(home)) {
      Loaded loaded =
          OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(beginning, other, all, last));
      for (int i = 0; i < expected.sources().size(); i++) {
        SourceSummary source = loaded.summary().sources().get(i);
        assertThat(source.counts()).isEqualTo(expected.sources().get(i).counts());
        assertThat(source.rejections()).isEqualTo(expected.sources().get(i).rejections());
      }
      assertSameAsOnline(database);
    }
  }

  private static String conflicting(int count) {
    return "{\"type\":\"exchange\",\"account\":\"acc-1\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":"
        + (count + 1)
        + ",\"eventId\":\"said twice\"}";
  }

  @Test
  void onlyWhatEveryDatabaseHasIsEmpty() {
    GraphWriter graph = new GraphWriter(online.driver);
    online.query("MERGE (:Site {id: 'site'}) MERGE (:Lease {name: 'detect'})");
    online.query("MERGE (:Sequence {id: 'network', changes: 0})");
    assertThat(isEmpty(graph)).isTrue();
    online.query("CREATE (:Note {id: 'somebody wrote this'})");
    assertThat(isEmpty(graph)).isFalse();
    online.query("MATCH (n:Note) DELETE n");
    online.query("MATCH (s:Sequence) SET s.changes = 1");
    assertThat(isEmpty(graph)).isFalse();
  }

  /// The store is not replaced under those who work with it.
  @Test
  void aUserWhoWasMadeBeforeTheFirstLoadStays() throws Exception {
    Path file = online.file("first.ndjson", SampleLines.of(SEED + 3, 200));
    try (Database database = OfflineLoad.open(home)) {
      UserStore users = new UserStore(database.driver(), home.accessKey(), Clock.systemUTC());
      users.add("ann", Set.of(UserRole.ADMINISTRATOR), "hash", "admin");
      Loaded loaded = OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(file));
      assertThat(loaded.notices()).isEmpty();
      assertThat(loaded.summary().counts().applied()).isPositive();
      assertThat(users.credentials("ann").orElseThrow().passwordHash()).isEqualTo("hash");
    }
  }

  /// What replaces the store would take the audit away.
  @Test
  void aDatabaseWithAnAuditIsLoadedTheUsualWay() throws Exception {
    Path file = online.file("first.ndjson", SampleLines.of(SEED + 9, 300));
    try (Database database = OfflineLoad.open(home);
        AuditLog audit = new AuditLog(database.driver(), home, Clock.systemUTC())) {
      audit.append(
          AuditNote.of(
              AuditActor.ofCommand("ada"),
              AuditAct.LOGIN,
              "",
              "",
              AuditOutcome.ALLOWED,
              null,
              Map.of()));
      Loaded loaded = OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(file));
      assertThat(loaded.notices()).noneMatch(notice -> notice.contains("importer"));
      assertThat(loaded.summary().counts().created()).isPositive();
      assertThat(new AuditReader(database.driver()).head().seq()).isEqualTo(1);
    }
  }

  private static boolean isEmpty(GraphWriter graph) {
    return graph.write(
        transaction -> transaction.run("first-load-empty", Map.of()).getFirst().flag("empty"));
  }

  @Test
  void goesOnlineWhereTheImporterIsKilled() throws Exception {
    Path file = online.file("first.ndjson", NastyLines.of(SEED + 1, 1500));
    loadOnline(file);
    try (Database database = OfflineLoad.open(home)) {
      Thread killer =
          Thread.ofPlatform()
              .start(() -> {
                awaitFile(home.neo4j().resolve("first-load.tmp"));
                OfflineLoad.program(home).orElseThrow().destroyForcibly();
              });
      Loaded loaded = OfflineLoad.load(database, home, BulkMode.ALWAYS, List.of(file));
      killer.join();
      assertThat(loaded.notices()).anyMatch(notice -> notice.contains("the importer failed"));
      assertSameAsOnline(database);
    }
  }

  /// SIGKILL of the worker takes the importer with it.
  @Test
  void aKilledWorkerLeavesTheEmptyDatabaseOrTheLoadedOne() throws Exception {
    // Neither networks nor anything else but accounts and what they lead to.
    List<String> lines =
        SampleLines.of(SEED + 2, 1500).stream()
            .filter(line -> line.contains("\"exchange\""))
            .toList();
    List<Path> files =
        List.of(
            online.file("first.ndjson", lines.subList(0, 400)),
            online.file("second.ndjson", lines.subList(400, lines.size())));
    loadOnline(files, OfflineLoad.OPTIONS);
    for (String reached : List.of("neo4j/first-load.tmp", "neo4j/first-load")) {
      Process worker = worker(files);
      try {
        while (worker.isAlive() && !Files.exists(home.path().resolve(reached))) {
          Thread.sleep(1);
        }
      } finally {
        worker.destroyForcibly().waitFor();
      }
    }
    try (Database database = OfflineLoad.open(home)) {
      OfflineLoad.load(database, home, BulkMode.ALWAYS, files);
      assertSameAsOnline(database);
      assertThat(home.journal().resolve("import.tmp")).doesNotExist();
      assertThat(home.neo4j().resolve("first-load.tmp")).doesNotExist();
    }
  }

  private Process worker(List<Path> files) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Diolaus.neo4j-local=" + System.getProperty("iolaus.neo4j-local"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            OfflineLoad.class.getName(),
            home.path().toString(),
            BulkMode.ALWAYS.name(),
            files.get(0).toString(),
            files.get(1).toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("worker.log").toFile()))
        .start();
  }

  private IngestSummary loadOnline(Path file) throws IOException {
    return loadOnline(List.of(file), OfflineLoad.OPTIONS);
  }

  private IngestSummary loadOnline(List<Path> files, IngestOptions options) throws IOException {
    return TestIngest.service(online.driver, online.home(), options, WriteHook.NONE)
        .ingest(files.stream().map(Source::file).toList(), IngestListener.NONE);
  }

  private void assertSameAsOnline(Database database) throws IOException {
    SameGraph.assertSame(
        GraphDigest.wholeLines(database.driver()),
        GraphDigest.wholeLines(online.driver),
        "the graph that was imported");
    assertThat(deadLetters(home)).isEqualTo(deadLetters(online.home()));
  }

  private static Map<String, String> deadLetters(Home home) throws IOException {
    Map<String, String> letters = new TreeMap<>();
    if (!Files.exists(home.deadLetters())) {
      return letters;
    }
    try (Stream<Path> files = Files.list(home.deadLetters())) {
      for (Path file : files.toList()) {
        letters.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return letters;
  }

  /// As if the process had died between the two parts of a store.
  private void cutSwapShort() throws IOException {
    Path ready = home.neo4j().resolve("first-load/data/databases");
    Files.createDirectories(ready);
    Files.move(
        home.neo4j().resolve("data/databases/neo4j"),
        ready.resolve("neo4j"),
        StandardCopyOption.ATOMIC_MOVE);
  }

  private static void awaitFile(Path file) {
    while (!Files.exists(file)) {
      LockSupport.parkNanos(200_000);
    }
  }

  private static List<String> schema(Driver driver) {
    try (Session session = driver.session()) {
      List<String> schema =
          new ArrayList<>(
              session
                  .run("SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties")
                  .list(row -> row.asMap().toString()));
      schema.addAll(
          session
              .run("MATCH (n:SchemaVersion) RETURN n.version AS version, n.checksum AS checksum")
              .list(row -> row.asMap().toString()));
      schema.sort(String::compareTo);
      return schema;
    }
  }
}
