package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.alert.Receiver;
import io.iolaus.cypher.test.Happenings;
import io.iolaus.cypher.test.Happenings.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// Server processes that raise and send alerts, and one that dies at the worst moment.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the database here is this test's own")
class AlertProcessesIT {

  @TempDir private Path folder;

  private static void await(BooleanSupplier condition) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private static boolean said(ServerProcess server, String text) {
    try {
      return server.log().contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void whatWasSentAndNotWrittenDownComesAgainUnderTheSameId() throws Exception {
    try (SharedDatabase database = SharedDatabase.open(folder.resolve("database"));
        Receiver receiver = new Receiver()) {
      Map<String, String> webhook =
          Map.of(
              "IOLAUS_ALERTS_WEBHOOK_URL",
              receiver.url(),
              "IOLAUS_ALERTS_WEBHOOK_ALLOW_PRIVATE",
              "true");
      AtomicReference<ServerProcess> first = new AtomicReference<>();
      receiver.answer(exchange -> {
        // it has come in, and nobody will ever write that down
        first.get().process().destroyForcibly();
        exchange.sendResponseHeaders(200, -1);
      });
      first.set(database.serve(folder.resolve("first"), webhook));
      await(() -> said(first.get(), "alerts leave by webhook"));
      await(() -> database.one("MATCH (c:AlertChannel) RETURN count(c)") == 1);
      Happenings.run(database.driver(), List.of(Event.born("c-1", "labelled")));
      first.get().process().waitFor();
      assertThat(receiver.received()).hasSize(1);
      assertThat(database.one("MATCH (m:AlertMessage {state: 'sent'}) RETURN count(m)")).isZero();

      // the same secret, as the receiver knows no other
      Path secret = folder.resolve("first/secrets/webhook.secret");
      Files.createDirectories(folder.resolve("second/secrets"));
      Files.createDirectories(folder.resolve("second/run"));
      Files.createDirectories(folder.resolve("second/journal"));
      Files.copy(secret, folder.resolve("second/secrets/webhook.secret"));
      try (ServerProcess second = database.serve(folder.resolve("second"), webhook)) {
        await(() -> database.one("MATCH (m:AlertMessage {state: 'sent'}) RETURN count(m)") == 1);
        assertThat(second.process().isAlive()).isTrue();
      }
      assertThat(receiver.received()).hasSize(2);
      assertThat(receiver.received().getLast().id()).isEqualTo(receiver.received().getFirst().id());
      assertThat(receiver.received().getLast().body())
          .isEqualTo(receiver.received().getFirst().body());
    }
  }
}
