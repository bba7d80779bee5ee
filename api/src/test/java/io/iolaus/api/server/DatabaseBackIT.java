package io.iolaus.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Cable;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// A server whose database goes away and comes back goes on by itself.
@Neo4jTest
class DatabaseBackIT {

  private static final String EVERY = "IOLAUS_DETECT_EVERY";

  private static void assertGone(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Client.parse(response).get("code").asString())
        .isIn("database-unavailable", "audit-unavailable");
    assertThat(response.headers().firstValue("Retry-After")).as(response.body()).isPresent();
  }

  private static void eventually(String what, java.util.concurrent.Callable<Boolean> fact) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .until(fact);
  }

  private static long runs(Driver driver) {
    return driver
        .executableQuery("MATCH (r:Run) RETURN count(r) AS n")
        .execute()
        .records()
        .getFirst()
        .get("n")
        .asLong();
  }

  @Test
  void goesOnWhenTheDatabaseIsBack(Driver driver, AuthToken token, Home home) throws IOException {
    SmallGraph.create(driver);
    String[] address;
    try (var session = driver.session()) {
      address = session.run("RETURN 1").consume().server().address().split(":");
    }
    int port = Integer.parseInt(address[1]);
    System.setProperty(EVERY, "PT10S");
    try (Cable cable = new Cable(port);
        Driver through = GraphDatabase.driver(cable.uri(), token);
        IolausServer server =
            IolausServer.start(
                through,
                home,
                new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API, Role.DETECT)))) {
      Client client = Client.basic(server, home.secret("admin.password"));
      assertThat(client.get("/api/v1/entities/account?id=acc-1").statusCode()).isEqualTo(200);
      eventually("search", () -> client.json("/api/v1/search?q=acc-1").get("total").asInt() > 0);

      cable.cut();

      long start = System.nanoTime();
      assertGone(client.get("/api/v1/entities/account?id=acc-1"));
      assertGone(client.get("/api/v1/clusters"));
      assertGone(
          client.send(
              "POST",
              "/api/v1/suppressions",
              "{\"scope\":\"ip:203.0.113.7\",\"reason\":\"r\",\"until\":\"2099-01-01T00:00:00Z\"}"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
      assertThat(Client.anonymous(server).get("/api/v1/health").statusCode()).isEqualTo(503);
      // What was counted a moment ago may still be told.
      eventually("status", () -> client.get("/api/v1/status").statusCode() == 503);
      assertGone(client.get("/api/v1/status"));
      long before = runs(driver);
      driver
          .executableQuery("CREATE (:Organization {id: 'org-new', name: 'Came Meanwhile'})")
          .execute();
      driver
          .executableQuery(
              "CREATE (:Batch {id: 'b-2', seq: 2, source: 'y', complete: true,"
                  + " recordedAt: datetime('2026-06-07T00:00:00Z')})")
          .execute();

      cable.lead(port);

      eventually(
          "reads", () -> client.get("/api/v1/entities/account?id=acc-1").statusCode() == 200);
      eventually("status", () -> client.get("/api/v1/status").statusCode() == 200);
      assertThat(Client.anonymous(server).get("/api/v1/health").statusCode()).isEqualTo(200);
      eventually("the schedule", () -> runs(driver) > before);
      eventually(
          "the index",
          () -> !client.json("/api/v1/search?q=acc-1").get("index").get("behind").asBoolean());
    } finally {
      System.clearProperty(EVERY);
    }
  }
}
