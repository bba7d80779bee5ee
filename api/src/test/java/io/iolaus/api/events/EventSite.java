package io.iolaus.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;

/// A server that takes in events, and its clients.
record EventSite(IolausServer server, Driver driver, Home home) implements AutoCloseable {

  static final Set<Role> ROLES = EnumSet.of(Role.API, Role.INGEST);

  static EventSite start(Driver driver, Home home, Set<Role> roles) {
    return new EventSite(
        IolausServer.start(driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, roles)),
        driver,
        home);
  }

  Client admin() {
    return Client.basic(server, home.secret("admin.password"));
  }

  Client ingest() {
    return Client.basic(server, "ingest", home.secret("ingest.password"));
  }

  Client sender() {
    return ingest().with("Content-Type", "application/x-ndjson");
  }

  HttpResponse<String> send(String body) {
    return send(sender(), body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> send(Client client, byte[] body) {
    return client.post("/api/v1/events", BodyPublishers.ofByteArray(body));
  }

  /// Where an accepted body is to be found.
  static String location(HttpResponse<?> response) {
    assertThat(response.statusCode()).as(String.valueOf(response.body())).isEqualTo(202);
    return response.headers().firstValue("Location").orElseThrow();
  }

  static String code(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Client.parse(response).get("code").asString();
  }

  /// Waits until a batch is in the graph.
  JsonNode done(String location) {
    return in(location, "done");
  }

  JsonNode in(String location, String state) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> admin().json(location), batch -> batch.get("state").asString().equals(state));
  }

  long number(String statement) {
    try (Session session = driver.session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }

  /// The figures as a monitoring system reads them, by name with tags.
  Map<String, Double> metrics() {
    Map<String, Double> figures = new HashMap<>();
    Client.bearer(server, home.secret("metrics.password"))
        .get("/api/v1/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("iolaus_"))
        .forEach(line -> {
          int end = line.lastIndexOf(' ');
          figures.put(line.substring(0, end), Double.parseDouble(line.substring(end + 1)));
        });
    return figures;
  }

  /// One figure, 0 where it is not there.
  double metric(String name) {
    return metrics().getOrDefault(name, 0.0);
  }

  static String exchanges(String account, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(
          "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"2026-04-22T10:%02d:%02dZ\",\"ip\":\"203.0.113.7\",\"count\":2}\n"
              .formatted(account, i / 60 % 60, i % 60));
    }
    return text.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
