package io.iolaus.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Loads;
import io.iolaus.ingest.SameGraph;
import io.iolaus.ingest.SampleLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

@KafkaTest
class KafkaIngestIT {

  private static final String EXCHANGE =
      "{\"type\":\"exchange\",\"account\":\"acc-%d\",\"at\":\"2026-04-01T10:00:00Z\",\"ip\":\"203.0.113.7\"}";

  private Loads loads;
  private KafkaBroker broker;

  @BeforeEach
  void start(Driver driver, KafkaBroker broker, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
    this.broker = broker;
  }

  private IngestSummary toEnd(String topic) throws Exception {
    return Worker.toEnd(loads.driver, loads.home(), broker, topic);
  }

  private Worker worker(Home home, String topic) {
    return Worker.start(loads.driver, home, broker, topic);
  }

  private static List<String> exchanges(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(EXCHANGE.formatted(i % 7));
    }
    return lines;
  }

  private long exchanges() {
    return loads.one("MATCH (a:Account) RETURN sum(a.exchanges) AS n").get("n").asLong();
  }

  @Test
  void sameLinesThroughFileAndTopicGiveTheSameGraph() throws Exception {
    List<String> lines = new ArrayList<>(SampleLines.of(1, 1200));
    loads.load(loads.file("a.ndjson", lines));
    List<String> expected = loads.graph();
    loads.clear();
    Collections.shuffle(lines, new Random(1));
    broker.topic("same", 3).send("same", lines);
    IngestSummary summary = toEnd("same");
    SameGraph.assertSame(loads.graph(), expected, "graph");
    assertThat(summary.counts().read()).isEqualTo(1200);
    assertThat(summary.counts().exchanges()).isEqualTo(exchanges());
    assertThat(summary.sources())
        .extracting("source")
        .containsExactly("kafka:same/0", "kafka:same/1", "kafka:same/2");
    assertThat(
            loads
                .one(
                    "MATCH (b:Batch) RETURN sum(b.read) AS read, sum(b.applied) AS applied,"
                        + " sum(b.created + b.updated + b.unchanged) AS parts, sum(b.offset) AS"
                        + " offsets, collect(DISTINCT b.complete) AS complete")
                .asMap())
        .isEqualTo(
            Map.of(
                "read",
                1200L,
                "applied",
                1200L,
                "parts",
                1200L,
                "offsets",
                1200L,
                "complete",
                List.of(true)));
    IngestSummary again = toEnd("same");
    assertThat(again.counts().read()).isZero();
    SameGraph.assertSame(loads.graph(), expected, "graph");
  }

  @Test
  void recordsMayHoldSeveralLinesNoneOrRubbish() throws Exception {
    broker.topic("odd", 1);
    String line = EXCHANGE.formatted(1);
    broker.send(
        "odd", line + "\n\n" + line + "\r\n", "", "not json", line + "\nnot json either\n" + line);
    broker.send(new ProducerRecord<>("odd", 0, "key".getBytes(StandardCharsets.UTF_8), null));
    ProducerRecord<byte[], byte[]> headed =
        new ProducerRecord<>("odd", 0, null, line.getBytes(StandardCharsets.UTF_8));
    headed.headers().add("trace", new byte[] {1});
    broker.send(headed);
    IngestSummary summary = toEnd("odd");
    assertThat(summary.counts().read()).isEqualTo(7);
    assertThat(summary.counts().rejected()).isEqualTo(2);
    assertThat(summary.sources().getFirst().rejections()).isEqualTo(Map.of("malformed-json", 2L));
    assertThat(exchanges()).isEqualTo(5);
    assertThat(loads.batch()).containsEntry("offset", 6L).containsEntry("rejected", 2L);
    assertThat(loads.deadLetters())
        .hasSize(2)
        .anyMatch(letter -> letter.contains("\"source\":\"kafka:odd/0\",\"line\":2,\"offset\":0"))
        .anyMatch(letter -> letter.contains("\"line\":3,\"offset\":" + (line.length() + 1)));
  }

  @Test
  void largeAndCompressedRecordsAreFine() throws Exception {
    broker.topic("large", 1);
    String prompt = "word ".repeat(150_000);
    String line = EXCHANGE.formatted(1).replace("}", ",\"prompt\":\"" + prompt + "\"}");
    String tooLong = "{\"type\":\"exchange\",\"note\":\"" + "x".repeat(17 << 20) + "\"}";
    for (String codec : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
      try (Producer<byte[], byte[]> producer =
          new KafkaProducer<>(
              Map.of(
                  "bootstrap.servers",
                  broker.bootstrap(),
                  "compression.type",
                  codec,
                  "max.request.size",
                  32 << 20,
                  "buffer.memory",
                  64L << 20),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        producer.send(new ProducerRecord<>("large", line.getBytes(StandardCharsets.UTF_8)));
        if (codec.equals("none")) {
          producer.send(new ProducerRecord<>("large", tooLong.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    IngestSummary summary = toEnd("large");
    assertThat(summary.counts().read()).isEqualTo(6);
    assertThat(summary.sources().getFirst().rejections()).isEqualTo(Map.of("line-too-long", 1L));
    assertThat(exchanges()).isEqualTo(5);
  }

  @Test
  void recordsOfTransactionsThatWereGivenUpDoNotCount() throws Exception {
    broker.topic("transactions", 1);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "t"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      for (int i = 0; i < 4; i++) {
        producer.beginTransaction();
        producer.send(
            new ProducerRecord<>(
                "transactions", EXCHANGE.formatted(i).getBytes(StandardCharsets.UTF_8)));
        if (i % 2 == 0) {
          producer.commitTransaction();
        } else {
          producer.flush();
          producer.abortTransaction();
        }
      }
    }
    toEnd("transactions");
    assertThat(exchanges()).isEqualTo(2);
    assertThat(loads.batch()).containsEntry("offset", 8L); // the ends of transactions are records
  }

  @Test
  void topicMadeAgainIsAnotherSource() throws Exception {
    broker.topic("again", 1).send("again", exchanges(20));
    toEnd("again");
    broker.delete("again");
    broker.topic("again", 1).send("again", exchanges(30));
    toEnd("again");
    assertThat(exchanges()).isEqualTo(50);
    assertThat(loads.query("MATCH (b:Batch) RETURN b")).hasSize(2);
  }

  @Test
  void topicMadeAgainUnderARunningWorkerIsReadFromItsBeginning() throws Exception {
    broker.topic("swapped", 1).send("swapped", exchanges(20));
    try (Worker worker = worker(loads.home(), "swapped")) {
      await().until(() -> exchanges() == 20);
      broker.delete("swapped");
      broker.topic("swapped", 1).send("swapped", exchanges(50));
      await().atMost(Duration.ofSeconds(30)).until(() -> exchanges() == 70);
      assertThat(worker.stop().counts().read()).isEqualTo(70);
    }
  }

  @Test
  void whatRetentionTookIsToldAndTheRestIsLoaded() throws Exception {
    broker.topic("short", 1).send("short", exchanges(20));
    toEnd("short");
    broker.send("short", exchanges(20));
    broker.deleteRecords("short", 0, 30);
    Worker worker =
        new Worker(
                loads.driver,
                loads.home(),
                Worker.source(broker, "short"),
                Worker.OPTIONS.withUntilEnd(true))
            .start();
    worker.end();
    assertThat(exchanges()).isEqualTo(30);
    assertThat(worker.notices)
        .anyMatch(notice -> notice.contains("kafka:short/0: offsets 20 to 29 are gone"));
  }

  @Test
  void twoWorkersOnOneTopicShareItsPartitions() throws Exception {
    List<String> lines = SampleLines.of(3, 1600);
    loads.load(loads.file("a.ndjson", lines));
    List<String> expected = loads.graph();
    loads.clear();
    broker.topic("shared", 4);
    try (Worker first = worker(loads.home(), "shared")) {
      broker.send("shared", lines.subList(0, 600));
      await().until(() -> first.windows.get() > 0);
      // In the middle of windows.
      try (Worker second = worker(Home.at(loads.folder.resolve("second")), "shared")) {
        for (int i = 600; i < 1200; i += 60) {
          broker.send("shared", lines.subList(i, i + 60));
          Thread.sleep(60);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> second.windows.get() > 0);
      }
      broker.send("shared", lines.subList(1200, 1600));
    }
    toEnd("shared");
    SameGraph.assertSame(loads.graph(), expected, "graph");
    assertThat(loads.one("MATCH (b:Batch) RETURN sum(b.read) AS n").get("n").asLong())
        .isEqualTo(1600);
  }

  @Test
  void groupsThatReadTheSameTopicDoNotDoubleIt() throws Exception {
    broker.topic("groups", 2);
    KafkaSource other = new KafkaSource(broker.bootstrap(), "groups", "another", Map.of());
    try (Worker one = worker(loads.home(), "groups");
        Worker two =
            new Worker(loads.driver, Home.at(loads.folder.resolve("two")), other, Worker.OPTIONS)
                .start()) {
      for (int i = 0; i < 20; i++) {
        broker.send("groups", exchanges(50));
        Thread.sleep(40);
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> exchanges() >= 1000);
      assertThat(one.stop().counts().read() + two.stop().counts().read()).isEqualTo(1000);
    }
    assertThat(exchanges()).isEqualTo(1000);
  }

  @Test
  void lagAndOffsetsOfTheGroupFollowTheGraph() throws Exception {
    broker.topic("lag", 1).send("lag", exchanges(100));
    try (Worker worker = worker(loads.home(), "lag")) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Map.of("kafka:lag/0", 0L).equals(worker.lag));
    }
    assertThat(loads.batch()).containsEntry("offset", 100L);
    assertThat(
            KafkaBroker.await(
                broker.admin().listConsumerGroupOffsets("test").partitionsToOffsetAndMetadata()))
        .extracting(offsets -> offsets.get(new TopicPartition("lag", 0)))
        .extracting(OffsetAndMetadata::offset)
        .isEqualTo(100L);
  }

  @Test
  void saysWhatIsWrongWithTopicBrokerAndSettings() {
    assertThatThrownBy(() -> toEnd("nowhere"))
        .hasRootCauseMessage("This server does not host this topic-partition.")
        .cause()
        .isInstanceOf(KafkaSourceException.class)
        .hasMessageContaining("there is no topic nowhere at 127.0.0.1");
    KafkaSource silent =
        new KafkaSource(
            "127.0.0.1:1",
            "t",
            "g",
            Map.of("default.api.timeout.ms", "2000", "request.timeout.ms", "1000"));
    assertThatThrownBy(
            () -> new Worker(loads.driver, loads.home(), silent, Worker.OPTIONS).start().end())
        .hasMessageContaining("no Kafka broker answers at 127.0.0.1:1");
    assertThatThrownBy(() -> new KafkaSource("b:1", "t", "g", Map.of("group.id", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("group.id");
  }
}
