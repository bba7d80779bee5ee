package io.iolaus.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Addresses that mean this machine without looking so: nothing listens there that a webhook
/// reaches.
class WebhookTargetsIT {

  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  private static ServerSocket listener;

  @BeforeAll
  static void listen() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread.ofVirtual()
        .start(() -> {
          while (!listener.isClosed()) {
            try (Socket met = listener.accept()) {
              CONNECTIONS.incrementAndGet();
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  @AfterAll
  static void close() throws IOException {
    listener.close();
  }

  /// Empty where the address is refused before anything is sent.
  private static Optional<AlertChannel.Outcome> sent(String text) throws InterruptedException {
    AlertProperties.Webhook properties;
    try {
      properties = new AlertProperties.Webhook(text, false, Duration.ofSeconds(2));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    URI address = properties.address().orElseThrow();
    AlertChannel channel =
        new WebhookChannel(
            address,
            properties,
            new WebhookSecret("whsec_aW9sYXVzLWJ1cm5zLXRoZS1uZWNrcy1vZi1oeWRyYSE="),
            new AlertJson(JsonMapper.shared(), new AlertLinks("")),
            Clock.systemUTC());
    return Optional.of(channel.send(Messages.of(Alerts.of("c-1", 1, Clock.systemUTC().instant()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/",
        "http://127.1:PORT/",
        "http://127.0.1:PORT/",
        "http://2130706433:PORT/",
        "http://0x7f000001:PORT/",
        "http://0x7f.0.0.1:PORT/",
        "http://017700000001:PORT/",
        "http://127.0.0.01:PORT/",
        "http://0:PORT/",
        "http://0.0.0.0:PORT/",
        "http://127.255.255.254:PORT/",
        "http://localhost:PORT/",
        "http://LocalHost:PORT/",
        "http://localhost.:PORT/",
        "http://127.0.0.1.:PORT/",
        "http://[::1]:PORT/",
        "http://[::]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::ffff:7f00:1]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[2002:7f00:1::]:PORT/",
        "http://[::1%25lo]:PORT/",
        "http://user@127.0.0.1:PORT/",
        "http://user:password@localhost:PORT/",
        "http://hooks.example.org@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT#@hooks.example.org/",
        "http://127.0.0.1:PORT\\@hooks.example.org/",
        "http://127\u30020\u30020\u30021:PORT/",
        "http://\uff11\uff12\uff17.0.0.1:PORT/",
        "http://\u2460\u2461\u2466.0.0.1:PORT/",
        "http://127.0.0.1%00.example.org:PORT/",
        "http:///127.0.0.1:PORT/",
        "http:127.0.0.1:PORT/",
        "//127.0.0.1:PORT/",
        "ftp://127.0.0.1:PORT/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:PORT/_POST",
        "jar:http://127.0.0.1:PORT/!/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://100.100.100.200/latest/meta-data/"
      })
  void nothingReachesThisMachineByAnyOfItsNames(String text) throws Exception {
    Optional<AlertChannel.Outcome> outcome =
        sent(text.replace("PORT", String.valueOf(listener.getLocalPort())));

    // Refused, or there is no such name: never sent.
    assertThat(outcome.filter(AlertChannel.Outcome.Sent.class::isInstance)).isEmpty();
    outcome
        .filter(AlertChannel.Outcome.Later.class::isInstance)
        .map(AlertChannel.Outcome.Later.class::cast)
        .ifPresent(later -> assertThat(later.problem()).startsWith("no address for"));
    assertThat(CONNECTIONS).hasValue(0);
  }
}
