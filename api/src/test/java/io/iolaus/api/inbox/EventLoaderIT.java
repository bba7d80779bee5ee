package io.iolaus.api.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.api.metrics.IngestMetrics;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.inbox.Delivery;
import io.iolaus.ingest.inbox.Inbox;
import io.iolaus.ingest.inbox.Receipt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.util.unit.DataSize;

@Neo4jTest
class EventLoaderIT {

  private static Delivery put(Inbox inbox, String account) throws IOException {
    String line =
        "{\"type\":\"account\",\"id\":\"%s\",\"createdAt\":\"2026-04-21T08:00:00Z\"}\n"
            .formatted(account);
    Receipt receipt =
        inbox.receive(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), -1, "");
    return ((Receipt.Accepted) receipt).delivery();
  }

  @Test
  void setsAsideWhatCannotBeLoadedAndGoesOn(Driver driver, Home home) throws IOException {
    InboxProperties properties =
        new InboxProperties(10, DataSize.ofMegabytes(1), DataSize.ofBytes(0), Duration.ofDays(1));
    Deliveries deliveries =
        new Deliveries(home, ServerOptions.local(0), properties, Clock.systemUTC());
    Inbox inbox = deliveries.inbox().orElseThrow();
    Delivery bad = put(inbox, "acc-bad");
    Delivery good = put(inbox, "acc-good");
    Files.delete(inbox.body(bad));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    IngestService service =
        new IngestService(driver, home, home.site(), Clock.systemUTC(), IngestOptions.defaults());
    try (EventLoader loader =
        new EventLoader(
            deliveries,
            service,
            new IngestMetrics(registry),
            driver::verifyConnectivity,
            Duration.ofMillis(1))) {
      loader.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> inbox.pending().size() == 1);
    }
    assertThat(inbox.pending()).containsExactly(bad);
    assertThat(deliveries.failure(bad.id()).map(Problem::code)).hasValue("home-unreadable");
    assertThat(deliveries.failure(good.id())).isEmpty();
    assertThat(deliveries.loading()).isEmpty();
    assertThat(registry.get("iolaus.ingest.batches").tag("state", "failed").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("iolaus.ingest.batches").tag("state", "done").counter().count())
        .isEqualTo(1);
    deliveries.close();
  }
}
