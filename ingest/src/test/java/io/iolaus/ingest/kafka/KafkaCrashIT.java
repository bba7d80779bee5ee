package io.iolaus.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.ingest.Loads;
import io.iolaus.ingest.SameGraph;
import io.iolaus.ingest.SampleLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers, database and broker are killed with SIGKILL, or stopped and woken up late; the graph is
/// that of an undisturbed load of the same lines from a file.
@KafkaTest
class KafkaCrashIT {

  private static final long SEED = Long.getLong("iolaus.seed", 20261121);
  private static final int KILLS = Integer.getInteger("iolaus.kafka.kills", 4);
  private static final Duration LONG = Duration.ofMinutes(2);

  private static OwnDatabase database;

  @TempDir private Path folder;
  private final AtomicLong windows = new AtomicLong();
  private final AtomicInteger homes = new AtomicInteger();
  private Loads loads;
  private KafkaBroker broker;
  private List<String> lines;
  private List<String> expected;

  @BeforeAll
  static void startDatabase(@TempDir Path home) throws Exception {
    database = new OwnDatabase(home.resolve("database"));
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    database.close();
  }

  @BeforeEach
  void loadUndisturbed(KafkaBroker broker) throws Exception {
    this.broker = broker;
    loads = Loads.empty(database.driver(), folder);
    lines = SampleLines.of(SEED, 1500);
    loads.load(loads.file("a.ndjson", lines));
    expected = loads.graph();
    loads.clear();
  }

  private void assertGraphIsAsExpected() {
    SameGraph.assertSame(loads.graph(), expected, "graph");
    assertThat(loads.one("MATCH (b:Batch) RETURN sum(b.read) AS n").get("n").asLong())
        .isEqualTo(lines.size());
  }

  @Test
  void killedAndStoppedWorkersLoseAndDoubleNothing() throws Exception {
    System.err.println("seed " + SEED + ", " + KILLS + " kills");
    Random random = new Random(SEED);
    broker.topic("killed", 3);
    List<Process> workers = new ArrayList<>(List.of(worker("killed"), worker("killed")));
    int slice = lines.size() / KILLS;
    int between = 0;
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        broker.send(
            "killed",
            lines.subList(kill * slice, kill == KILLS - 1 ? lines.size() : (kill + 1) * slice));
        long before = windows.get();
        await().atMost(LONG).until(() -> windows.get() > before);
        Thread.sleep(random.nextInt(400));
        between += written() < (kill + 1) * slice ? 1 : 0;
        Process victim = workers.remove(random.nextInt(workers.size()));
        if (kill % 3 == 2) {
          stopAndWakeUpLate(victim);
          workers.add(victim);
        } else {
          victim.destroyForcibly().waitFor();
          workers.add(worker("killed"));
        }
      }
      await().atMost(LONG).until(() -> written() == lines.size());
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
    System.err.println(between + " of " + KILLS + " in the middle of the topic");
    assertThat(between).isPositive();
    Worker.toEnd(database.driver(), loads.home(), broker, "killed");
    assertGraphIsAsExpected();
  }

  private long written() {
    return loads.one("MATCH (b:Batch) RETURN sum(b.read) AS n").get("n").asLong();
  }

  /// Longer than its group waits: others have its partitions when it goes on with its windows.
  private static void stopAndWakeUpLate(Process worker) throws Exception {
    signal("STOP", worker);
    Thread.sleep(3000);
    signal("CONT", worker);
  }

  private static void signal(String name, Process worker) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(worker.pid())).start().waitFor();
  }

  private Process worker(String topic) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                database.uri(),
                database.password(),
                folder.resolve("worker-" + homes.incrementAndGet()).toString(),
                broker.bootstrap(),
                topic)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofVirtual().start(() -> listen(process));
    return process;
  }

  private void listen(Process process) {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("window ")) {
          windows.incrementAndGet();
        }
      }
    } catch (IOException e) {
      // Killed.
    }
  }

  @Test
  void workerWaitsForTheDatabaseAndStaysInItsGroup() throws Exception {
    broker.topic("database", 2).send("database", lines.subList(0, 500));
    KafkaSource source =
        new KafkaSource(
            broker.bootstrap(),
            "database",
            "patient",
            Map.of("max.poll.interval.ms", "6000", "session.timeout.ms", "5000"));
    try (Worker worker =
        new Worker(database.driver(), loads.home(), source, Worker.OPTIONS).start()) {
      await().atMost(LONG).until(() -> worker.windows.get() > 0);
      String member = member();
      broker.send("database", lines.subList(500, 1000));
      database.kill();
      broker.send("database", lines.subList(1000, 1500));
      await()
          .atMost(LONG)
          .until(() ->
              worker.notices.stream().anyMatch(n -> n.contains("the database has not answered")));
      assertThat(member()).isEqualTo(member);
      database.startAgain();
      await().atMost(LONG).until(() -> worker.notices.contains("the database answers again"));
      await().atMost(LONG).until(() -> written() == lines.size());
      assertThat(member()).isEqualTo(member);
    }
    assertGraphIsAsExpected();
  }

  private String member() {
    return KafkaBroker.await(
            broker
                .admin()
                .describeConsumerGroups(List.of("patient"))
                .describedGroups()
                .get("patient"))
        .members()
        .stream()
        .map(MemberDescription::consumerId)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void brokerKilledAndStartedAgainLosesAndDoublesNothing() throws Exception {
    broker.topic("broker", 2).send("broker", lines.subList(0, 700));
    try (Worker worker = Worker.start(database.driver(), loads.home(), broker, "broker")) {
      await().atMost(LONG).until(() -> worker.windows.get() > 0);
      broker.killAndRestart();
      broker.send("broker", lines.subList(700, 1500));
      await().atMost(LONG).until(() -> written() == lines.size());
    }
    assertGraphIsAsExpected();
  }
}
