package io.iolaus.api.events;

import static io.iolaus.api.events.EventSite.code;
import static io.iolaus.api.events.EventSite.exchanges;
import static io.iolaus.api.events.EventSite.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.Zstd;
import io.iolaus.api.server.Client;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Events over HTTP, from the request to the graph.
@Neo4jTest
class EventsIT {

  private static final String LINES =
      """
      {"type":"account","id":"acc-1","createdAt":"2026-04-21T08:00:00Z"}
      {"type":"exchange","account":"acc-1","at":"2026-04-22T10:00:00Z","ip":"203.0.113.7","count":3}
      {"type":"exchange","account":"acc-1","at":"2026-04-22T11:00:00Z","ip":"203.0.113.7"}
      not json
      {"type":"payment","account":"acc-1"}

      {"type":"payment","account":"acc-1","instrument":"pi_1"}
      {"type":"account","id":"acc-1","createdAt":"2026-04-21T08:00:00Z"}
      """;

  private static EventSite site;

  private Map<String, Double> before = Map.of();

  @BeforeAll
  static void start(Driver driver, Home home) {
    site = EventSite.start(driver, home, EventSite.ROLES);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void empty(Driver driver) {
    TestGraph.empty(driver);
    before = site.metrics();
  }

  /// By how much a figure grew in this test.
  private double counted(String name) {
    return site.metric("iolaus_ingest_" + name) - before.getOrDefault("iolaus_ingest_" + name, 0.0);
  }

  @Test
  void allWhoCountAgreeAboutEveryLine() {
    HttpResponse<String> accepted = site.send(LINES);
    assertThat(Client.parse(accepted).get("state").asString()).isEqualTo("queued");
    JsonNode batch = site.done(location(accepted));

    JsonNode counts = batch.get("counts");
    assertThat(counts.get("read").asLong()).isEqualTo(7);
    assertThat(counts.get("applied").asLong()).isEqualTo(4);
    assertThat(counts.get("rejected").asLong()).isEqualTo(3);
    assertThat(counts.get("exchanges").asLong()).isEqualTo(4);
    assertThat(counts.get("recognised").asLong()).isZero();
    assertThat(batch.get("rejections").get("malformed-json").asLong()).isEqualTo(1);
    assertThat(batch.get("rejections").get("missing-field").asLong()).isEqualTo(2);
    assertThat(batch.get("bytes").asLong()).isEqualTo(LINES.length());
    String id = batch.get("id").asString();
    for (String name :
        List.of("read", "applied", "created", "updated", "unchanged", "rejected", "exchanges")) {
      assertThat(site.number("MATCH (b:Batch {id: '%s'}) RETURN b.%s".formatted(id, name)))
          .as(name)
          .isEqualTo(counts.get(name).asLong());
    }
    for (String effect : List.of("created", "updated", "unchanged")) {
      assertThat(counted("lines_applied_total{effect=\"" + effect + "\"}"))
          .as(effect)
          .isEqualTo(counts.get(effect).asDouble());
    }
    assertThat(counted("lines_read_total")).isEqualTo(7);
    assertThat(counted("lines_rejected_total{reason=\"missing-field\"}")).isEqualTo(2);
    assertThat(counted("exchanges_total")).isEqualTo(4);
    assertThat(counted("batches_total{state=\"done\"}")).isEqualTo(1);
    assertThat(counted("parts_total")).isPositive();
    assertThat(counted("stage_seconds_total{stage=\"write\"}")).isPositive();
  }

  @Test
  void listsRejectedLinesByPageAndAsAFile() {
    String batch = location(site.send(LINES));
    site.done(batch);
    List<Long> lines = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = site.ingest().json(batch + "/rejections?limit=2" + cursor);
      assertThat(page.get("total").asInt()).isEqualTo(3);
      page.get("items").forEach(item -> lines.add(item.get("line").asLong()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());
    assertThat(lines).containsExactly(4L, 5L, 7L);

    HttpResponse<String> file =
        site.ingest().with("Accept", "application/x-ndjson").get(batch + "/rejections");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(file.body().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("\"source\":\"http:h-", "\"code\":\""));
    assertThat(code(site.ingest().get("/api/v1/batches/h-none/rejections"), 404))
        .isEqualTo("batch-not-found");
  }

  @Test
  void oneBodyUnderOneKeyIsOneBatch() {
    Client client = site.sender().with("Idempotency-Key", "key-1");
    byte[] body = LINES.getBytes(StandardCharsets.UTF_8);
    String first = location(site.send(client, body));
    site.done(first);
    HttpResponse<String> again = site.send(client, body);
    assertThat(location(again)).isEqualTo(first);
    assertThat(Client.parse(again).get("state").asString()).isEqualTo("done");
    assertThat(code(site.send(client, "{}\n".getBytes(StandardCharsets.UTF_8)), 422))
        .isEqualTo("idempotency-key-reused");
    assertThat(site.number("MATCH (b:Batch) RETURN count(b)")).isEqualTo(1);
  }

  @Test
  void equalLinesAreOneSourceHoweverTheyCome() throws IOException {
    byte[] body = exchanges("acc-2", 100).getBytes(StandardCharsets.UTF_8);
    site.done(location(site.send(site.sender().with("Content-Encoding", "gzip"), gzip(body))));
    for (byte[] same : List.of(body, Zstd.compress(body), gzip(body))) {
      JsonNode batch = site.done(location(site.send(site.sender(), same)));
      assertThat(batch.at("/counts/recognised").asLong()).isEqualTo(100);
      assertThat(batch.at("/counts/unchanged").asLong()).isEqualTo(100);
      assertThat(batch.at("/counts/exchanges").asLong()).isZero();
    }
    assertThat(site.number("MATCH (a:Account) RETURN a.exchanges")).isEqualTo(200);
    assertThat(counted("lines_read_total")).isEqualTo(100);
    assertThat(counted("lines_recognised_total")).isEqualTo(300);
  }

  @Test
  void refusesWhatIsNoNdjson() {
    Client plain = site.ingest();
    byte[] body = LINES.getBytes(StandardCharsets.UTF_8);
    for (String type :
        List.of(
            "application/json", "text/plain", "application/x-www-form-urlencoded", "nonsense")) {
      HttpResponse<String> refused = site.send(plain.with("Content-Type", type), body);
      assertThat(code(refused, 415)).as(type).isEqualTo("media-type-unsupported");
      assertThat(refused.body()).contains("application/x-ndjson");
    }
    assertThat(code(site.send(plain, body), 415)).isEqualTo("media-type-unsupported");
    assertThat(code(site.send(site.sender().with("Content-Encoding", "br"), body), 415))
        .isEqualTo("encoding-unsupported");
    assertThat(code(site.send(site.sender().with("Idempotency-Key", "x".repeat(300)), body), 400))
        .isEqualTo("parameter-invalid");
    assertThat(site.home().inbox()).isDirectoryNotContaining("glob:**.{body,part,json}");
  }

  @Test
  void refusesUtf16InOneAnswer() throws IOException {
    byte[] body = LINES.getBytes(StandardCharsets.UTF_16);
    for (byte[] sent : List.of(body, gzip(body))) {
      HttpResponse<String> refused = site.send(site.sender(), sent);
      assertThat(code(refused, 415)).isEqualTo("charset-unsupported");
      assertThat(Client.parse(refused).get("detail").asString())
          .startsWith("The body is UTF-16, and UTF-8 is wanted: convert it first");
    }
    assertThat(site.home().inbox()).isDirectoryNotContaining("glob:**.{body,part,json}");
  }

  @Test
  void aBodyThatBreaksOffLeavesNothing() throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString(
                ("ingest:" + site.home().secret("ingest.password"))
                    .getBytes(StandardCharsets.UTF_8));
    try (Socket socket = new Socket("127.0.0.1", site.server().port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                      + credentials
                      + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"
                      + exchanges("acc-3", 10))
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      await().until(() -> files(".part").size() == 1);
    }
    await().until(() -> files(".part").isEmpty());
    assertThat(files(".body")).isEmpty();
    assertThat(site.admin().json("/api/v1/batches").get("total").asInt()).isZero();
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(site.home().inbox())) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  @Test
  void listsWhatTheCommandLoadedToo(@TempDir Path folder) throws IOException {
    site.done(location(site.send(exchanges("acc-4", 3))));
    new IngestService(
            site.driver(),
            site.home(),
            site.home().site(),
            Clock.systemUTC(),
            IngestOptions.defaults())
        .ingest(
            List.of(Source.file(Files.writeString(folder.resolve("a.ndjson"), LINES))),
            IngestListener.NONE);

    JsonNode all = site.admin().json("/api/v1/batches?limit=1");
    assertThat(all.get("total").asInt()).isEqualTo(2);
    JsonNode file = all.get("items").get(0);
    assertThat(file.get("id").asString()).startsWith("b-");
    assertThat(file.get("source").asString()).endsWith("a.ndjson");
    assertThat(file.at("/counts/rejected").asLong()).isEqualTo(3);
    JsonNode rest =
        site.admin().json("/api/v1/batches?limit=1&cursor=" + all.get("next").asString());
    assertThat(rest.get("items").get(0).get("id").asString()).startsWith("h-");
    assertThat(rest.get("next").isNull()).isTrue();

    assertThat(site.ingest().json("/api/v1/batches").get("total").asInt()).isEqualTo(1);
    String id = file.get("id").asString();
    assertThat(site.ingest().get("/api/v1/batches/" + id).statusCode()).isEqualTo(404);
    assertThat(site.ingest().get("/api/v1/batches/" + id + "/rejections").statusCode())
        .isEqualTo(404);
    assertThat(site.admin().json("/api/v1/batches/" + id + "/rejections").get("shown").asInt())
        .isEqualTo(3);
  }

  @Test
  void deletesTheBodyWhenItsLinesAreInTheGraph() {
    site.done(location(site.send(LINES)));
    await().atMost(Duration.ofSeconds(5)).until(() -> files(".body").isEmpty());
    assertThat(site.home().inbox()).isDirectoryNotContaining("glob:**.json");
    await().until(() -> site.metric("iolaus_ingest_queue_bytes") == 0);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
