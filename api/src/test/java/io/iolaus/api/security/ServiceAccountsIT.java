package io.iolaus.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// The accounts of programs do one thing each and nothing else.
@Neo4jTest
class ServiceAccountsIT {

  private static IolausServer server;
  private static Home home;

  @BeforeAll
  static void start(Driver driver, Home atHome) {
    home = atHome;
    server =
        IolausServer.start(
            driver,
            home,
            new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API, Role.INGEST)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<Client> clients(String account) {
    String secret = home.secret(account + ".password");
    return List.of(Client.basic(server, account, secret), Client.bearer(server, secret));
  }

  @Test
  void everyRouteButItsOwnIsForbidden() {
    JsonNode paths =
        Client.basic(server, home.secret("admin.password")).json("/openapi").get("paths");
    List<String> forIngest =
        List.of(
            "POST /api/v1/events",
            "GET /api/v1/batches",
            "GET /api/v1/batches/{id}",
            "GET /api/v1/batches/{id}/rejections");
    List<String> forMetrics = List.of("GET /api/v1/metrics");
    for (Client client : clients("ingest")) {
      assertForbiddenBut(client, paths, forIngest);
      assertThat(client.get("/api/v1/metrics").statusCode()).isEqualTo(403);
      assertThat(client.get("/api/v1/batches").statusCode()).isEqualTo(200);
    }
    for (Client client : clients("metrics")) {
      assertForbiddenBut(client, paths, forMetrics);
      HttpResponse<String> metrics = client.get("/api/v1/metrics");
      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.body()).contains("iolaus_ingest_queue_bodies", "jvm_memory_used_bytes");
    }
  }

  /// Open to everybody, whoever they are.
  private static final List<String> LOGINS =
      List.of(
          "POST /api/v1/session",
          "GET /api/v1/session/sign-on",
          "GET /api/v1/session/sign-on/provider",
          "GET /api/v1/session/sign-on/return");

  private static void assertForbiddenBut(Client client, JsonNode paths, List<String> allowed) {
    paths
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .map(method -> method.getKey().toUpperCase(Locale.ROOT))
                .filter(method -> !allowed.contains(method + " " + path.getKey()))
                .filter(method -> !LOGINS.contains(method + " " + path.getKey()))
                .forEach(method ->
                    assertThat(
                            client
                                .send(
                                    method,
                                    path.getKey().replaceAll("\\{.*?}", "x"),
                                    method.equals("GET") ? null : "{}")
                                .statusCode())
                        .as(method + " " + path.getKey())
                        .isEqualTo(403)));
    for (String other : List.of("/openapi", "/openapi/ui", "/nowhere", "/api/v1/env")) {
      assertThat(client.get(other).statusCode()).as(other).isEqualTo(403);
    }
  }

  @Test
  void cannotLogIn() {
    String secret = home.secret("ingest.password");
    HttpResponse<String> login =
        clients("ingest")
            .getFirst()
            .send(
                "POST",
                "/api/v1/session",
                "{\"username\":\"ingest\",\"password\":\"" + secret + "\"}");
    assertThat(login.statusCode()).isEqualTo(401);
    assertThat(Client.parse(login).get("code").asString()).isEqualTo("login-failed");
  }

  @Test
  void aSecretOpensOnlyWhatItIsFor() {
    String ingest = home.secret("ingest.password");
    assertThat(Client.basic(server, "metrics", ingest).get("/api/v1/metrics").statusCode())
        .isEqualTo(401);
    assertThat(Client.basic(server, "admin", ingest).get("/api/v1/status").statusCode())
        .isEqualTo(401);
    assertThat(
            Client.bearer(server, home.secret("admin.password")).get("/api/v1/status").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aPageElsewhereCannotUseThem() {
    HttpResponse<String> response =
        clients("ingest")
            .getFirst()
            .with("Origin", "https://elsewhere.example", "Content-Type", "application/x-ndjson")
            .post("/api/v1/events", BodyPublishers.ofString("{}\n"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(Client.parse(response).get("code").asString()).isEqualTo("csrf-token-invalid");
  }

  @Test
  void secretsAreGeneratedForTheirOwnerAlone() throws IOException {
    for (String account : List.of("ingest", "metrics")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.secretFile(account + ".password"))))
          .isEqualTo("rw-------");
    }
  }
}
