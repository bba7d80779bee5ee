package io.iolaus.bench.live;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.ingest.kafka.BrokerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.neo4j.driver.Driver;

/// Sends events at a steady rate to a topic that one worker reads, and measures how long each takes
/// from being sent to being visible in the graph, and how much processor time worker and database
/// use. Broker, database and worker are processes of their own.
///
/// System properties: `rate` (events a second), `seconds`, `warmup`, `accounts`, `active` (accounts
/// at a time), `prompts` (with their text), `partitions`.
public final class LiveLatency {

  private static final int RATE = Integer.getInteger("rate", 5000);
  private static final int SECONDS = Integer.getInteger("seconds", 60);
  private static final int WARMUP = Integer.getInteger("warmup", 30);
  private static final int ACCOUNTS = Integer.getInteger("accounts", 100_000);
  private static final int ACTIVE = Integer.getInteger("active", 5_000);
  private static final boolean PROMPTS = Boolean.getBoolean("prompts");
  private static final int PARTITIONS = Integer.getInteger("partitions", 2);
  private static final String TOPIC = "events";
  private static final int TICKS = 50;

  private LiveLatency() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("iolaus-live");
    Home home = Home.at(folder.resolve("home"));
    List<Process> processes = new ArrayList<>();
    try (Database database = Databases.open(home, DatabaseOptions.command(LiveLatency::say))) {
      SchemaMigrations.apply(database.driver());
      ProcessHandle databaseProcess = ProcessHandle.current().children().findFirst().orElseThrow();
      int port = freePort();
      String broker = "127.0.0.1:" + port;
      Path data = Files.createDirectories(folder.resolve("broker"));
      processes.add(
          start("256m", BrokerProcess.class, data.toString(), "" + port, "" + freePort()));
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
        admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
      }
      Process worker =
          start(
              "1g",
              LiveWorker.class,
              database.uri(),
              home.secret("neo4j.password"),
              home.toString(),
              broker,
              TOPIC);
      processes.add(worker);
      measure(database.driver(), broker, worker.toHandle(), databaseProcess);
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  private static void measure(
      Driver driver, String broker, ProcessHandle worker, ProcessHandle database) throws Exception {
    int total = RATE * (WARMUP + SECONDS);
    long[][] sent = new long[PARTITIONS][total / PARTITIONS + RATE];
    Visibility visibility = new Visibility(driver, sent);
    Thread looking = Thread.ofPlatform().daemon().start(visibility);
    LiveLines lines = new LiveLines(7, ACCOUNTS, ACTIVE, PROMPTS);
    Duration workerBefore = Duration.ZERO;
    Duration databaseBefore = Duration.ZERO;
    long measured = 0;
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      int[] next = new int[PARTITIONS];
      long start = System.nanoTime();
      int perTick = RATE / TICKS;
      for (int tick = 0; tick < (WARMUP + SECONDS) * TICKS; tick++) {
        if (tick == WARMUP * TICKS) {
          visibility.measureFrom(next);
          measured = System.nanoTime();
          workerBefore = cpu(worker);
          databaseBefore = cpu(database);
        }
        Instant now = Instant.now();
        for (int i = 0; i < perTick; i++) {
          int partition = i % PARTITIONS;
          sent[partition][next[partition]++] = System.nanoTime();
          var _ = producer.send(new ProducerRecord<>(TOPIC, partition, null, lines.next(now)));
        }
        long due = start + (tick + 1) * TimeUnit.SECONDS.toNanos(1) / TICKS;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      }
      producer.flush();
    }
    double wall = (System.nanoTime() - measured) / 1e9;
    double workerCpu = cpu(worker).minus(workerBefore).toMillis() / 1e3;
    double databaseCpu = cpu(database).minus(databaseBefore).toMillis() / 1e3;
    Thread.sleep(15_000);
    looking.interrupt();
    int cores = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        Locale.ROOT,
        "%,d events/s for %.0f s, %,d accounts, %,d active, %s: visible after %s; cpu worker %.2f +"
            + " database %.2f cores = %.0f %% of %d cores%n",
        RATE,
        wall,
        ACCOUNTS,
        ACTIVE,
        PROMPTS ? "prompts as text" : "no prompts",
        visibility.summary(),
        workerCpu / wall,
        databaseCpu / wall,
        100 * (workerCpu + databaseCpu) / wall / cores,
        cores);
  }

  private static void say(String text) {
    System.err.println(text);
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private static Process start(String heap, Class<?> main, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
