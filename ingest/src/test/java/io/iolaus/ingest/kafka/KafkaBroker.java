package io.iolaus.ingest.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/// The broker of a module run: a process of its own, with what tests do to topics.
final class KafkaBroker implements AutoCloseable {

  // As small and as quick to forget as it can be.
  private static final List<String> SETTINGS =
      List.of(
          "transaction.state.log.num.partitions=1",
          "transaction.state.log.replication.factor=1",
          "transaction.state.log.min.isr=1",
          "group.min.session.timeout.ms=1000",
          "message.max.bytes=33554432",
          "num.network.threads=1",
          "num.io.threads=2",
          "log.cleaner.enable=false",
          "log.segment.delete.delay.ms=1000");

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private Process process;
  private Admin admin;

  private KafkaBroker(Path folder) throws IOException {
    this.folder = folder;
    port = freePort();
    controllerPort = freePort();
    process = launch();
    connect();
  }

  static KafkaBroker start() {
    try {
      Path folder = Path.of("target", "kafka-" + ProcessHandle.current().pid()).toAbsolutePath();
      return new KafkaBroker(Files.createDirectories(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
    command.addAll(SETTINGS);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
        .start();
  }

  private void connect() {
    admin =
        Admin.create(Map.of("bootstrap.servers", bootstrap(), "default.api.timeout.ms", "60000"));
    await(admin.describeCluster().nodes());
  }

  /// A new one for each call: what one remembers of a broker that was killed, or a topic that was
  /// made again, can keep it from sending.
  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap(),
            "linger.ms",
            "5",
            "max.request.size",
            32 << 20,
            // A broker that just became leader may refuse the first batch and take the second;
            // then it refuses the first for good, as out of order.
            "max.in.flight.requests.per.connection",
            "1"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  Admin admin() {
    return admin;
  }

  /// Kills the broker without warning and starts it again on its data.
  void killAndRestart() throws Exception {
    process.destroyForcibly().waitFor();
    process = launch();
    await(admin.describeCluster().nodes());
  }

  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = launch();
  }

  KafkaBroker topic(String name, int partitions) {
    await(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all());
    // The controller has it, and the broker hears of it a moment later.
    Awaitility.await().until(() -> exists(name));
    return this;
  }

  /// Deletes a topic and waits until it is gone.
  void delete(String name) throws InterruptedException {
    await(admin.deleteTopics(List.of(name)).all());
    while (exists(name)) {
      Thread.sleep(50);
    }
  }

  private boolean exists(String name) throws InterruptedException {
    try {
      admin.describeTopics(List.of(name)).allTopicNames().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Drops the records before an offset, as retention does.
  void deleteRecords(String topic, int partition, long before) {
    await(
        admin
            .deleteRecords(
                Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before)))
            .all());
  }

  /// Sends lines, one a record, to the partitions in turn.
  void send(String topic, List<String> lines) {
    int partitions =
        await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().size();
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (int i = 0; i < lines.size(); i++) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    topic, i % partitions, null, lines.get(i).getBytes(StandardCharsets.UTF_8))));
      }
      producer.flush();
    }
    sent.forEach(KafkaBroker::await);
  }

  void send(String topic, String... lines) {
    send(topic, Arrays.asList(lines));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      await(producer.send(record));
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    process.destroyForcibly();
  }
}
