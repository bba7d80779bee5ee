package io.iolaus.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// Requests under an idempotency key, over HTTP.
@Neo4jTest
class OnceIT {

  private static final String LATER = Instant.now().plus(30, ChronoUnit.DAYS).toString();

  private static IolausServer server;
  private static Client client;

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> post(String key, String path, String body) {
    return client.with("Idempotency-Key", key).send("POST", path, body);
  }

  private static String suppression(String address) {
    return "{\"scope\":\"ip:%s\",\"reason\":\"r\",\"until\":\"%s\"}".formatted(address, LATER);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(Client.parse(response).get("code").asString()).isEqualTo(code);
  }

  @Test
  void theSameRequestIsAnsweredTheSame() {
    HttpResponse<String> first = post("k-1", "/api/v1/suppressions", suppression("203.0.113.7"));
    HttpResponse<String> again = post("k-1", "/api/v1/suppressions", suppression("203.0.113.7"));

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertProblem(
        post("k-1", "/api/v1/suppressions", suppression("203.0.113.8")),
        422,
        "idempotency-key-reused");
    assertProblem(
        post("k-1", "/api/v1/decisions", suppression("203.0.113.7")),
        422,
        "idempotency-key-reused");
  }

  @Test
  void aSecretThatIsShownOnceIsShownAgainToWhoDidNotGetIt(Driver driver) {
    String body = "{\"name\":\"t\",\"scopes\":[\"viewer\"],\"expiresAt\":\"%s\"}".formatted(LATER);
    String secret = Client.parse(post("k-2", "/api/v1/tokens", body)).get("secret").asString();

    assertThat(Client.parse(post("k-2", "/api/v1/tokens", body)).get("secret").asString())
        .isEqualTo(secret);
    assertThat(client.json("/api/v1/tokens").get("total").asInt()).isEqualTo(1);
    assertThat(
            driver
                .executableQuery("MATCH (k:IdempotencyKey) RETURN k")
                .execute()
                .records()
                .toString())
        .doesNotContain(secret);
  }

  @Test
  void ofManyAtOnceOneDoesIt() throws Exception {
    List<Future<HttpResponse<String>>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        asked.add(
            threads.submit(() -> post("k-3", "/api/v1/suppressions", suppression("198.51.100.1"))));
      }
    }
    Set<String> made = new java.util.HashSet<>();
    for (Future<HttpResponse<String>> one : asked) {
      HttpResponse<String> response = one.get();
      if (response.statusCode() == 409) {
        assertProblem(response, 409, "idempotency-key-busy");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
      } else {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        made.add(Client.parse(response).get("id").asString());
      }
    }
    assertThat(made).hasSize(1);
  }

  @Test
  void casesAndBulkActsAreMadeOnce(Driver driver) {
    String open = "{\"title\":\"one card\",\"priority\":\"high\"}";
    HttpResponse<String> first = post("k-5", "/api/v1/cases", open);
    HttpResponse<String> again = post("k-5", "/api/v1/cases", open);
    String place = first.headers().firstValue("Location").orElseThrow();
    String comment = "{\"text\":\"asked the bank\"}";
    String items = "{\"items\":[{\"type\":\"cluster\",\"id\":\"c-1\"}],\"reason\":\"r\"}";
    String act = "{\"kind\":\"confirmed\",\"reason\":\"r\",\"members\":{\"cluster\":\"c-1\"}}";

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    assertStatus(post("k-6", place + "/comments", comment), 201);
    assertStatus(post("k-6", place + "/comments", comment), 201);
    assertThat(Client.parse(post("k-7", place + "/items", items)).get("done").asInt()).isOne();
    assertThat(Client.parse(post("k-7", place + "/items", items)).get("done").asInt()).isOne();
    assertStatus(post("k-8", "/api/v1/acts", act), 201);
    assertStatus(post("k-8", "/api/v1/acts", act), 201);
    assertThat(client.json("/api/v1/cases").get("total").asInt()).isOne();
    assertThat(client.json(place + "/comments").get("total").asInt()).isOne();
    assertThat(client.json("/api/v1/acts").get("total").asInt()).isOne();
    assertThat(
            driver
                .executableQuery(
                    "MATCH (k:IdempotencyKey) WHERE k.acted IS NOT NULL RETURN k.acted AS acted")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("acted").asString()))
        .as("what was made is told with it")
        .hasSizeGreaterThanOrEqualTo(4);
  }

  private static void assertStatus(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  @Test
  void whatIsRefusedLeavesTheKeyFree() {
    assertProblem(
        post("k-4", "/api/v1/suppressions", suppression("192.0.2.1")), 404, "entity-not-found");

    HttpResponse<String> mended = post("k-4", "/api/v1/suppressions", suppression("203.0.113.8"));

    assertThat(mended.statusCode()).as(mended.body()).isEqualTo(201);
    assertProblem(
        post("x".repeat(256), "/api/v1/suppressions", suppression("203.0.113.8")),
        400,
        "parameter-invalid");
  }
}
