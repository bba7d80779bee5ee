package io.iolaus.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.alert.AlertRaiser;
import io.iolaus.cypher.alert.AlertReader;
import io.iolaus.cypher.alert.AlertRules;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Happenings;
import io.iolaus.cypher.test.Happenings.Event;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerts as they are listed and streamed.
@Neo4jTest
class AlertsIT {

  private final Driver driver;
  private final Home home;
  private final HttpClient http = HttpClient.newHttpClient();
  private IolausServer server;
  private Client client;

  AlertsIT(Driver driver, Home home) {
    this.driver = driver;
    this.home = home;
  }

  @BeforeEach
  void start() {
    TestGraph.empty(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int raise() {
    return new AlertRaiser(driver, AlertRules.DEFAULT, Clock.systemUTC()).raise();
  }

  private void happen(String cluster) {
    Happenings.run(driver, List.of(Event.born(cluster, "labelled")));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A stream that is read in the background.
  private final class Stream implements AutoCloseable {
    final List<String> ids = new CopyOnWriteArrayList<>();
    final List<JsonNode> alerts = new CopyOnWriteArrayList<>();
    final AtomicBoolean ended = new AtomicBoolean();
    final int status;
    private final InputStream in;

    Stream(@Nullable String lastId, String query) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/alerts/stream" + query))
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder()
                          .encodeToString(
                              ("admin:" + home.secret("admin.password"))
                                  .getBytes(StandardCharsets.UTF_8)));
      if (lastId != null) {
        request.header("Last-Event-ID", lastId);
      }
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      status = response.statusCode();
      in = response.body();
      if (status == 200) {
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        Thread.ofVirtual().start(this::read);
      }
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        String id = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id: ")) {
            id = line.substring(4);
          } else if (line.startsWith("data: ")) {
            alerts.add(JsonMapper.shared().readTree(line.substring(6)));
            ids.add(id);
          }
        }
        ended.set(true);
      } catch (IOException e) {
        // closed by the test
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  @Test
  void listsTheLatestFirstByPage() {
    for (int i = 1; i <= 5; i++) {
      happen("c-" + i);
    }
    raise();
    JsonNode first = client.json("/api/v1/alerts?limit=3");
    assertThat(first.get("total").asInt()).isEqualTo(5);
    assertThat(first.at("/items/0/title").asString())
        .isEqualTo("new cluster c-5: 24 accounts (labelled)");
    assertThat(first.at("/items/0/deliveries").isEmpty()).isTrue();
    JsonNode second = client.json("/api/v1/alerts?limit=3&cursor=" + first.get("next").asString());
    assertThat(second.get("items").size()).isEqualTo(2);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(client.json("/api/v1/alerts?cluster=c-2").get("total").asInt()).isEqualTo(1);
    assertThat(client.json("/api/v1/alerts?delivery=failed").get("total").asInt()).isZero();
    assertThat(client.get("/api/v1/alerts?delivery=lost").statusCode()).isEqualTo(400);
    assertThat(client.send("POST", "/api/v1/alerts/run-1/1/redeliver", null).statusCode())
        .isEqualTo(409);
    assertThat(client.send("POST", "/api/v1/alerts/run-9/1/redeliver", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aStreamTellsWhatIsRaisedFromNowOnOrFromAPlace() throws Exception {
    happen("c-1");
    raise();
    try (Stream now = new Stream(null, "");
        Stream all = new Stream(null, "?after=0")) {
      Awaitility.await().until(() -> all.ids.size() == 1);
      happen("c-2");
      raise();
      Awaitility.await().until(() -> now.ids.size() == 1 && all.ids.size() == 2);
      assertThat(now.alerts.getFirst().get("title").asString()).contains("c-2");
      assertThat(now.ids.getFirst()).isEqualTo(now.alerts.getFirst().get("place").asString());
      try (Stream again = new Stream(all.ids.getFirst(), "")) {
        Awaitility.await().until(() -> again.ids.size() == 1);
        assertThat(again.ids).isEqualTo(now.ids);
      }
    }
    try (Stream wrong = new Stream("yesterday", "")) {
      assertThat(wrong.status).isEqualTo(400);
    }
  }

  @Test
  void nothingIsLostOrComesTwiceOverReconnectsWhileRunsAndRaisersAreAtIt() throws Exception {
    int runs = 40;
    int each = 7;
    AtomicBoolean written = new AtomicBoolean();
    Thread writing =
        Thread.ofVirtual()
            .start(() -> {
              for (int run = 0; run < runs; run++) {
                List<Event> events = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                  events.add(Event.born("c-" + run + "-" + i, "labelled"));
                }
                Happenings.run(driver, events);
                pause(100);
              }
              written.set(true);
            });
    List<Thread> raising = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      raising.add(
          Thread.ofVirtual()
              .start(() -> {
                while (!written.get()) {
                  raise();
                }
                raise();
              }));
    }
    Random random = new Random(5);
    List<String> got = new ArrayList<>();
    String last = "0";
    int connections = 0;
    while (got.size() < runs * each && connections < 200) {
      try (Stream stream = new Stream(last, "")) {
        connections++;
        pause(50 + random.nextInt(1_200)); // and the line breaks
        got.addAll(stream.ids);
      }
      last = got.isEmpty() ? last : got.getLast();
    }
    writing.join();
    for (Thread one : raising) {
      one.join();
    }
    List<String> expected =
        new AlertReader(driver)
            .since(0, 10_000).stream().map(a -> Long.toString(a.place())).toList();
    assertThat(expected).hasSize(runs * each);
    assertThat(got).isEqualTo(expected);
    assertThat(connections).isGreaterThan(2);
  }

  @Test
  void streamsAreBoundedAndEndWithTheServer() throws Exception {
    List<Stream> open = new ArrayList<>();
    for (int i = 0; i < AlertStreams.MOST; i++) {
      open.add(new Stream(null, ""));
    }
    assertThat(open).allMatch(stream -> stream.status == 200);
    try (Stream more = new Stream(null, "")) {
      assertThat(more.status).isEqualTo(429);
    }
    long begun = System.nanoTime();
    server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    Awaitility.await().until(() -> open.stream().allMatch(stream -> stream.ended.get()));
  }
}
