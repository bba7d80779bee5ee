package io.iolaus.api.alert;

import static io.iolaus.api.alert.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertOutbox;
import io.iolaus.cypher.alert.AlertRaiser;
import io.iolaus.cypher.alert.AlertReader;
import io.iolaus.cypher.alert.AlertRules;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.test.Happenings;
import io.iolaus.cypher.test.Happenings.Event;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerts on their way to a receiver of webhooks and to a mail server that really are there.
@Neo4jTest
class AlertDeliveryIT {

  private static final ServerSetup SMTP =
      new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

  /// A clock that is moved by hand.
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-06-01T10:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Driver driver;
  private final Home home;
  private final AlertReader alerts;
  private final AlertOutbox outbox;
  private final Hands clock = new Hands();
  private final GreenMail mail = new GreenMail(SMTP);
  private Receiver receiver;

  AlertDeliveryIT(Driver driver, Home home) {
    this.driver = driver;
    this.home = home;
    this.alerts = new AlertReader(driver);
    this.outbox = new AlertOutbox(driver);
  }

  @BeforeEach
  void start() throws IOException {
    TestGraph.empty(driver);
    receiver = new Receiver();
    mail.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
    mail.stop();
  }

  private AlertProperties properties(String digest, String quiet) {
    return new AlertProperties(
        List.of(),
        List.of(),
        "https://iolaus.example/",
        digest,
        quiet,
        "Europe/Berlin",
        Duration.ofSeconds(5),
        Duration.ofHours(2),
        new AlertProperties.Webhook(receiver.url(), true, Duration.ofSeconds(1)),
        new AlertProperties.Mail(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            "",
            "Iolaus <iolaus@house.example>",
            List.of("soc@house.example", "night@house.example"),
            "none"));
  }

  /// A process of its own, as far as leases go.
  private final class Process {
    private final AlertSender sender;
    private final List<AlertChannel> channels;

    Process(AlertProperties properties) {
      channels = AlertConfiguration.channels(properties, home, clock, JsonMapper.shared());
      sender =
          new AlertSender(
              channels, outbox, new Leases(driver, Duration.ofSeconds(10)), properties, clock);
      channels.forEach(channel -> outbox.open(channel.name()));
    }

    Process pass() throws InterruptedException {
      for (AlertChannel channel : channels) {
        sender.pass(channel);
      }
      return this;
    }
  }

  private void happen(String... clusters) {
    for (String cluster : clusters) {
      Happenings.run(
          driver,
          List.of(
              new Event("grew", List.of(cluster), List.of(cluster), "labelled", 24, 40, "org-x")));
    }
    new AlertRaiser(driver, AlertRules.DEFAULT, clock).raise();
  }

  private List<Alert.Delivery> deliveries(String channel) {
    return alerts.page(null, null, 100, null).items().reversed().stream()
        .flatMap(alert -> alert.deliveries().stream())
        .filter(delivery -> delivery.channel().equals(channel))
        .toList();
  }

  private Alert.Delivery webhook() {
    return deliveries("webhook").getLast();
  }

  @Test
  void aWebhookIsSignedAndSaysWhatChangedAndWhy() throws Exception {
    Process process = new Process(properties("immediate", ""));
    happen("c-1");
    process.pass().pass();

    assertThat(receiver.received()).hasSize(1);
    Receiver.Received got = receiver.received().getFirst();
    String secret = Files.readString(home.secretFile("webhook.secret")).strip();
    assertThat(secret).startsWith("whsec_");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.secretFile("webhook.secret"))))
        .isEqualTo("rw-------");
    assertThat(got.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(got.signature())
        .isEqualTo(new WebhookSecret(secret).sign(got.id(), clock.instant(), got.body()));
    JsonNode body = JsonMapper.shared().readTree(got.body());
    assertThat(body.get("type").asString()).isEqualTo("alert");
    assertThat(body.at("/alerts/0/title").asString())
        .isEqualTo("c-1 grew: 40 accounts, 24 before (labelled)");
    assertThat(body.at("/alerts/0/because/0").asString()).isEqualTo("7 lines came in");
    assertThat(body.at("/alerts/0/joined/new").asInt()).isEqualTo(16);
    assertThat(body.at("/alerts/0/clusters/0/organization").asString()).isEqualTo("org-x");
    assertThat(body.at("/links/c-1").asString()).isEqualTo("https://iolaus.example/#/cluster/c-1");
    assertThat(webhook().state()).isEqualTo("sent");
    assertThat(webhook().message()).isEqualTo(got.id());
  }

  @Test
  void whatFailsIsTriedAgainUnderTheSameIdWithGrowingPauses() throws Exception {
    Process process = new Process(properties("immediate", ""));
    receiver.answer(
        status(500), status(429, "Retry-After", "600"), Receiver.silence(), Receiver.endless());
    happen("c-1");

    process.pass();
    assertThat(webhook().problem()).isEqualTo("answered 500");
    assertThat(webhook().nextAt())
        .isBetween(clock.instant().plusSeconds(4), clock.instant().plusSeconds(6));
    process.pass(); // not yet
    assertThat(receiver.received()).hasSize(1);
    clock.forward(Duration.ofSeconds(6));
    process.pass();
    assertThat(webhook().problem()).isEqualTo("answered 429");
    assertThat(webhook().nextAt()).isEqualTo(clock.instant().plusSeconds(600));
    clock.forward(Duration.ofSeconds(600));
    process.pass();
    assertThat(webhook().problem()).startsWith("no answer");
    assertThat(webhook().attempts()).isEqualTo(3);
    clock.forward(Duration.ofMinutes(10));
    process.pass(); // the answer has no end, and its status is enough
    assertThat(webhook().state()).isEqualTo("sent");
    assertThat(webhook().problem()).isNull();
    assertThat(receiver.received()).hasSize(4);
    assertThat(receiver.received())
        .extracting(Receiver.Received::id)
        .containsOnly(webhook().message());
  }

  @Test
  void whatIsRefusedFailsAtOnceAndCanBeTriedAgain() throws Exception {
    Process process = new Process(properties("immediate", ""));
    receiver.answer(status(404), status(302, "Location", "http://127.0.0.1:1/"));
    happen("c-1", "c-2");
    process.pass();
    assertThat(deliveries("webhook"))
        .extracting(Alert.Delivery::state, Alert.Delivery::problem)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("failed", "answered 404"),
            org.assertj.core.groups.Tuple.tuple("failed", "answered 302"));
    assertThat(alerts.page(null, "failed", 10, null).total()).isEqualTo(2);

    String first = receiver.received().getFirst().id();
    Alert alert = alerts.since(0, 1).getFirst();
    assertThat(outbox.redeliver(alert.id(), clock.instant())).hasValue(1);
    process.pass();
    assertThat(receiver.received().getLast().id()).isEqualTo(first);
    assertThat(deliveries("webhook").getFirst().state()).isEqualTo("sent");
    assertThat(outbox.redeliver(alert.id(), clock.instant())).hasValue(0);
    assertThat(outbox.redeliver("run-99/1", clock.instant())).isEmpty();
  }

  @Test
  void whatNobodyTakesIsGivenUpAndHoldsUpNoOther() throws Exception {
    Process process = new Process(properties("immediate", ""));
    happen("c-1");
    int tries = 0;
    while (deliveries("webhook").isEmpty() || webhook().state().equals("waiting")) {
      receiver.answer(status(503));
      process.pass();
      clock.forward(Duration.ofMinutes(20));
      assertThat(++tries).isLessThan(30);
    }
    assertThat(webhook().state()).isEqualTo("failed");
    assertThat(webhook().problem()).isEqualTo("answered 503");
    assertThat(deliveries("mail").getFirst().state()).isEqualTo("sent");
    happen("c-2");
    process.pass();
    assertThat(webhook().state()).isEqualTo("sent");
  }

  @Test
  void severalProcessesSendEachOnce() throws Exception {
    List<Process> processes =
        IntStream.range(0, 4).mapToObj(i -> new Process(properties("immediate", ""))).toList();
    happen("c-1", "c-2", "c-3", "c-4", "c-5", "c-6");
    List<Thread> threads = new ArrayList<>();
    for (Process process : processes) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  for (int i = 0; i < 10; i++) {
                    process.pass();
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(receiver.received())
        .extracting(Receiver.Received::id)
        .hasSize(6)
        .doesNotHaveDuplicates();
    assertThat(mail.getReceivedMessages()).hasSize(6 * 2); // two who get it
  }

  @Test
  void quietHoursHoldBackAndADigestFollows() throws Exception {
    Process process = new Process(properties("immediate", "22:00-07:00"));
    clock.forward(Duration.ofHours(11)); // 23:00 in Berlin
    happen("c-1", "c-2");
    clock.forward(Duration.ofHours(2));
    happen("c-1");
    process.pass();
    assertThat(receiver.received()).isEmpty();
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(alerts.page(null, null, 10, null).total()).isEqualTo(3); // listed all the same

    clock.forward(Duration.ofHours(6)); // 07:00
    happen("c-3");
    process.pass();
    assertThat(receiver.received()).hasSize(1);
    JsonNode body = JsonMapper.shared().readTree(receiver.received().getFirst().body());
    assertThat(body.get("type").asString()).isEqualTo("alerts.digest");
    assertThat(body.get("alerts").size()).isEqualTo(4);
    MimeMessage digest = mail.getReceivedMessages()[0];
    assertThat(digest.getSubject()).isEqualTo("Iolaus: 4 alerts about 3 clusters");
    assertThat(((String) digest.getContent()).split("#/cluster/c-1", -1)).hasSize(2); // one group

    happen("c-4");
    process.pass();
    assertThat(receiver.received()).hasSize(2);
    assertThat(
            JsonMapper.shared()
                .readTree(receiver.received().getLast().body())
                .get("type")
                .asString())
        .isEqualTo("alert");
  }

  @Test
  void aTryInTheEveningIsNotRepeatedInTheNight() throws Exception {
    Process process = new Process(properties("immediate", "22:00-23:00"));
    clock.forward(Duration.ofMinutes(9 * 60 + 59)); // 21:59 in Berlin
    receiver.answer(status(500));
    happen("c-1");
    process.pass();
    clock.forward(Duration.ofMinutes(10));
    process.pass();
    assertThat(receiver.received()).hasSize(1);
    clock.forward(Duration.ofHours(1));
    process.pass();
    assertThat(receiver.received()).hasSize(2);
    assertThat(webhook().state()).isEqualTo("sent");
  }

  @Test
  void aDigestComesWithItsSlot() throws Exception {
    Process process = new Process(properties("PT1H", ""));
    happen("c-1", "c-2");
    process.pass();
    clock.forward(Duration.ofMinutes(59));
    process.pass();
    assertThat(receiver.received()).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    process.pass();
    assertThat(receiver.received()).hasSize(1);
    assertThat(mail.getReceivedMessages()).hasSize(2);
  }

  @Test
  void aMailIsPlainTextToAllUnderItsOwnId() throws Exception {
    Process process = new Process(properties("immediate", ""));
    happen("c-1\r\nBcc: everybody@elsewhere.example");
    process.pass();
    MimeMessage[] got = mail.getReceivedMessages();
    assertThat(got).hasSize(2);
    MimeMessage one = got[0];
    assertThat(one.getSubject())
        .isEqualTo(
            "Iolaus: c-1 Bcc: everybody@elsewhere.example grew: 40 accounts, 24 before (labelled)");
    assertThat(one.getHeader("Bcc")).isNull();
    assertThat(one.getAllRecipients()).hasSize(2);
    assertThat(one.getContentType()).startsWith("text/plain");
    assertThat(one.getHeader("Message-ID")[0])
        .isEqualTo("<" + deliveries("mail").getFirst().message() + "@house.example>");
    assertThat((String) one.getContent())
        .contains("24 accounts before, 40 now")
        .contains("because: 7 lines came in")
        .contains("is attributed to org-x");
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgain() throws Exception {
    AlertProperties properties = properties("immediate", "");
    mail.stop();
    Process process = new Process(properties);
    happen("c-1");
    process.pass();
    assertThat(deliveries("mail").getFirst().state()).isEqualTo("waiting");
    assertThat(deliveries("mail").getFirst().problem()).isNotBlank();
  }

  @Test
  void whereStartTlsIsInsistedOnNothingGoesInTheClear() throws Exception {
    AlertProperties plain = properties("immediate", "");
    AlertProperties.Mail insisting =
        new AlertProperties.Mail(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            "",
            "iolaus@house.example",
            List.of("soc@house.example"),
            "starttls");
    MailChannel channel =
        new MailChannel(insisting, home, new AlertText(new AlertLinks(plain.url())));
    AlertChannel.Outcome outcome = channel.send(Messages.of(Alerts.of("c-1", 1, clock.instant())));
    assertThat(outcome).isInstanceOf(AlertChannel.Outcome.Later.class);
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void aPasswordThatIsMissingIsNamed() {
    AlertProperties.Mail login =
        new AlertProperties.Mail(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            "iolaus",
            "iolaus@house.example",
            List.of("soc@house.example"),
            "none");
    AlertChannel.Outcome outcome =
        new MailChannel(login, home, new AlertText(new AlertLinks("")))
            .send(Messages.of(Alerts.of("c-1", 1, clock.instant())));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AlertChannel.Outcome.Later.class,
            later -> assertThat(later.problem()).contains("secrets/smtp.password"));
  }

  @Test
  void aTestGoesThroughEachChannelAndLeavesNoTrace() throws Exception {
    receiver.answer(status(200), status(500));
    assertThat(ChannelCheck.send(properties("immediate", "00:00-23:59"), home, clock))
        .extracting(ChannelCheck.Result::channel, ChannelCheck.Result::sent)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("webhook", true),
            org.assertj.core.groups.Tuple.tuple("mail", true));
    assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Iolaus: This is a test");
    ChannelCheck.Result second =
        ChannelCheck.send(properties("immediate", ""), home, clock).getFirst();
    assertThat(second.problem()).isEqualTo("answered 500");
    assertThat(second.target()).doesNotContain("token");
    assertThat(alerts.latest()).isZero();
  }

  @Test
  void nothingIsSentIntoPrivateNetworksUnlessItIsAllowed() throws Exception {
    AlertProperties.Webhook refusing =
        new AlertProperties.Webhook(receiver.url(), false, Duration.ofSeconds(1));
    AlertChannel channel =
        new WebhookChannel(
            URI.create(receiver.url()),
            refusing,
            new WebhookSecret(home.webhookSecret()),
            new AlertJson(JsonMapper.shared(), new AlertLinks("")),
            clock);
    AlertChannel.Outcome outcome = channel.send(Messages.of(Alerts.of("c-1", 1, clock.instant())));
    assertThat(outcome).isInstanceOf(AlertChannel.Outcome.Refused.class);
    assertThat(receiver.received()).isEmpty();
  }
}
