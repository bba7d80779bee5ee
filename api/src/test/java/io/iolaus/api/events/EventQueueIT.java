package io.iolaus.api.events;

import static io.iolaus.api.events.EventSite.code;
import static io.iolaus.api.events.EventSite.exchanges;
import static io.iolaus.api.events.EventSite.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.api.server.Role;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.journal.Journal;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;

/// What was accepted waits, whatever stands in its way.
@Neo4jTest
class EventQueueIT {

  @BeforeEach
  void bounds(Driver driver) {
    TestGraph.empty(driver);
    System.setProperty("IOLAUS_EVENTS_QUEUE", "3");
  }

  @AfterEach
  void noBounds() {
    System.clearProperty("IOLAUS_EVENTS_QUEUE");
  }

  @Test
  void waitsForAnotherLoadOnTheHomeAndRefusesMoreThanMayWait(Driver driver, Home home)
      throws IOException {
    try (EventSite site = EventSite.start(driver, home, EventSite.ROLES)) {
      List<String> accepted = new ArrayList<>();
      try (Journal _ = Journal.open(home.journal())) {
        for (int i = 0; i < 3; i++) {
          accepted.add(location(site.send(exchanges("acc-q" + i, 5 + i))));
        }
        HttpResponse<String> refused = site.send(exchanges("acc-q", 3));
        assertThat(code(refused, 429)).isEqualTo("queue-full");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        await()
            .until(() ->
                site.admin()
                    .json(accepted.getFirst())
                    .at("/waiting/code")
                    .asString("")
                    .equals("ingest-elsewhere"));
        JsonNode list = site.ingest().json("/api/v1/batches?limit=2");
        assertThat(list.get("total").asInt()).isEqualTo(3);
        assertThat(list.get("items").get(0).get("state").asString()).isEqualTo("queued");
        JsonNode rest =
            site.ingest().json("/api/v1/batches?limit=2&cursor=" + list.get("next").asString());
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(site.metric("iolaus_ingest_queue_bodies")).isEqualTo(3);
        assertThat(site.metric("iolaus_ingest_waiting")).isEqualTo(1);
      }
      for (int i = 0; i < 3; i++) {
        assertThat(site.done(accepted.get(i)).at("/counts/read").asInt()).isEqualTo(5 + i);
      }
      location(site.send(exchanges("acc-q", 3)));
    }
  }

  @Test
  void isTakenUpByTheNextStart(Driver driver, Home home) throws IOException {
    String accepted;
    try (Journal _ = Journal.open(home.journal());
        EventSite site = EventSite.start(driver, home, EventSite.ROLES)) {
      accepted = location(site.send(exchanges("acc-restart", 7)));
    }
    try (EventSite site = EventSite.start(driver, home, EventSite.ROLES)) {
      assertThat(site.done(accepted).at("/counts/read").asInt()).isEqualTo(7);
      assertThat(site.number("MATCH (a:Account {id: 'acc-restart'}) RETURN a.exchanges"))
          .isEqualTo(14);
    }
  }

  @Test
  void isAcceptedWithoutADatabaseAndLoadedWhenThereIsOne(Driver driver, Home home)
      throws IOException {
    String accepted;
    try (Driver nobody =
            GraphDatabase.driver("bolt://127.0.0.1:" + freePort(), AuthTokens.basic("neo4j", "x"));
        EventSite site = EventSite.start(nobody, home, EventSite.ROLES)) {
      accepted = location(site.send(exchanges("acc-gone", 4)));
      await().atMost(Duration.ofSeconds(60)).until(() -> site.metric("iolaus_ingest_waiting") == 1);
      // Who hands over is known from a file of the home; who the others are is in the database.
      JsonNode waiting = site.ingest().json(accepted);
      assertThat(code(site.admin().get(accepted), 503)).isEqualTo("database-unavailable");
      assertThat(waiting.get("state").asString()).isEqualTo("queued");
      assertThat(waiting.at("/waiting/code").asString()).isEqualTo("database-unavailable");
    }
    try (EventSite site = EventSite.start(driver, home, EventSite.ROLES)) {
      assertThat(site.done(accepted).at("/counts/read").asInt()).isEqualTo(4);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aProcessTakesEventsInOrShowsThemAsItsRolesSay(Driver driver, Home home) {
    try (EventSite worker = EventSite.start(driver, home, Set.of(Role.INGEST));
        EventSite api = EventSite.start(driver, home, Set.of(Role.API))) {
      String batch = location(worker.send(exchanges("acc-roles", 2)));
      assertThat(worker.done(batch).get("state").asString()).isEqualTo("done");
      assertThat(code(worker.admin().get("/api/v1/clusters"), 404)).isEqualTo("role-missing");
      assertThat(code(worker.admin().get("/"), 404)).isEqualTo("role-missing");
      assertThat(code(api.send(exchanges("acc-roles", 2)), 409)).isEqualTo("role-missing");
      assertThat(api.done(batch).at("/counts/read").asInt()).isEqualTo(2);

      try (EventSite second = EventSite.start(driver, home, Set.of(Role.INGEST))) {
        assertThat(code(second.send(exchanges("acc-roles", 3)), 409)).isEqualTo("inbox-in-use");
      }
    }
  }
}
