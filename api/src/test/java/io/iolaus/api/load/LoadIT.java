package io.iolaus.api.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// A server of which too much is asked.
@Neo4jTest
class LoadIT {

  private static final String LONGEST = "IOLAUS_LOAD_LONGEST";
  private static final String PATIENCE = "IOLAUS_LOAD_PATIENCE";

  private static IolausServer server;
  private static Client admin;

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    System.setProperty(LONGEST, "PT4S");
    System.setProperty(PATIENCE, "PT1S");
    try {
      server =
          IolausServer.start(
              SlowDriver.of(driver),
              home,
              new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    } finally {
      System.clearProperty(LONGEST);
      System.clearProperty(PATIENCE);
    }
    admin = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client user(String name) {
    admin.send("POST", "/api/v1/users", "{\"name\":\"%s\",\"roles\":[\"viewer\"]}".formatted(name));
    JsonNode token =
        Client.parse(
            admin.send(
                "POST",
                "/api/v1/tokens",
                "{\"owner\":\"%s\",\"name\":\"t\",\"scopes\":[\"viewer\"],\"expiresAt\":\"%s\"}"
                    .formatted(name, Instant.now().plus(1, ChronoUnit.DAYS))));
    return Client.bearer(server, token.get("secret").asString());
  }

  private static long running(Driver driver) {
    return driver
        .executableQuery(
            "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $text"
                + " RETURN count(*) AS n")
        .withParameters(Map.of("text", SlowDriver.QUERY.substring(0, 40)))
        .execute()
        .records()
        .getFirst()
        .get("n")
        .asLong();
  }

  @Test
  void aQueryThatTakesTooLongIsEndedInTheDatabase(Driver driver) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      Future<HttpResponse<String>> asked =
          threads.submit(() -> admin.get("/api/v1/clusters/" + SlowDriver.ENDLESS));
      long seen = 0;
      while (seen == 0 && !asked.isDone()) {
        seen = running(driver);
      }

      HttpResponse<String> answer = asked.get();

      assertThat(seen).as("it ran in the database").isEqualTo(1);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(Client.parse(answer).get("code").asString()).isEqualTo("database-slow");
      assertThat(Client.parse(answer).get("detail").asString()).contains("ask for less");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
    }
    // The answer may be there a moment before the transaction has left the list.
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (running(driver) > 0 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(running(driver)).isZero();
  }

  @Test
  void whoAsksForTooMuchDoesNotKeepOthersWaiting() throws Exception {
    Client greedy = user("greedy");
    Client modest = user("modest");
    modest.json("/api/v1/clusters/c-1");
    List<Future<HttpResponse<String>>> asked = new ArrayList<>();
    long slowest = 0;
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        asked.add(threads.submit(() -> greedy.get("/api/v1/clusters/" + SlowDriver.LATE)));
      }
      for (int i = 0; i < 20; i++) {
        long before = System.nanoTime();
        modest.json("/api/v1/clusters/c-1");
        slowest = Math.max(slowest, System.nanoTime() - before);
      }
    }

    int answered = 0;
    int refused = 0;
    for (Future<HttpResponse<String>> one : asked) {
      HttpResponse<String> response = one.get();
      switch (response.statusCode()) {
        case 404 -> answered++;
        case 429, 503 -> {
          refused++;
          assertThat(response.headers().firstValue("Retry-After")).as(response.body()).isPresent();
          assertThat(Client.parse(response).get("code").asString())
              .isIn("too-many-at-once", "busy");
        }
        default -> throw new AssertionError(response.statusCode() + " " + response.body());
      }
    }
    assertThat(answered).isGreaterThanOrEqualTo(8);
    assertThat(refused).isGreaterThan(200);
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    String metrics = admin.get("/api/v1/metrics").body();
    assertThat(metrics).contains("iolaus_requests_running{kind=\"ordinary\"} 0.0");
    assertThat(metrics).contains("iolaus_requests_refused_total{code=\"too-many-at-once\"}");
  }
}
