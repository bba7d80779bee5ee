package io.iolaus.ingest.kafka;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.Driver;

/// A worker on a thread of its own, and what it said.
final class Worker implements KafkaListener, AutoCloseable {

  static final Duration WINDOW = Duration.ofMillis(200);
  static final LiveOptions OPTIONS =
      new LiveOptions(WINDOW, 1 << 20, 8 << 20, 2, Duration.ofMinutes(2), false);

  final List<String> notices = new CopyOnWriteArrayList<>();
  final Map<String, Long> lag = new ConcurrentHashMap<>();
  final AtomicLong windows = new AtomicLong();
  private final KafkaIngest ingest;
  private final CompletableFuture<IngestSummary> done = new CompletableFuture<>();

  Worker(Driver driver, Home home, KafkaSource source, LiveOptions options) {
    ingest =
        new KafkaIngest(
            driver,
            home,
            SiteSecret.of(new byte[32]),
            Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC),
            source,
            options,
            this);
  }

  /// One that reads on until it is closed.
  static Worker start(Driver driver, Home home, KafkaBroker broker, String topic) {
    return new Worker(driver, home, source(broker, topic), OPTIONS).start();
  }

  /// Reads what is there and ends.
  static IngestSummary toEnd(Driver driver, Home home, KafkaBroker broker, String topic)
      throws Exception {
    return new Worker(driver, home, source(broker, topic), OPTIONS.withUntilEnd(true))
        .start()
        .end();
  }

  static KafkaSource source(KafkaBroker broker, String topic) {
    return new KafkaSource(
        broker.bootstrap(),
        topic,
        "test",
        Map.of("session.timeout.ms", "3000", "heartbeat.interval.ms", "500"));
  }

  Worker start() {
    Thread.ofPlatform()
        .name("worker")
        .start(() -> {
          try {
            done.complete(ingest.run());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return this;
  }

  IngestSummary end() throws Exception {
    return done.get(60, TimeUnit.SECONDS);
  }

  IngestSummary stop() throws Exception {
    ingest.stop();
    return end();
  }

  @Override
  public void notice(String text) {
    notices.add(text);
  }

  @Override
  public void progress(IngestProgress progress) {}

  @Override
  public void lag(Map<String, Long> records) {
    lag.keySet().retainAll(records.keySet());
    lag.putAll(records);
  }

  @Override
  public void written(String partition, long lines, long rejected, Duration age) {
    windows.incrementAndGet();
  }

  @Override
  public void close() throws Exception {
    ingest.stop();
    done.handle((summary, e) -> null).get(60, TimeUnit.SECONDS);
  }
}
