package io.iolaus.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.PortInUseException;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Nothing is open that need not be.
@Neo4jTest
class SecurityIT {

  private IolausServer server;
  private Client anonymous;
  private String password;

  @BeforeEach
  void start(Driver driver, Home home) {
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    anonymous = Client.anonymous(server);
    password = home.secret("admin.password");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client program() {
    return Client.basic(server, password);
  }

  private static String cookie(HttpResponse<?> response, String name) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith(name) && !c.contains("Max-Age=0"))
        .reduce((first, last) -> last)
        .map(c -> c.substring(0, c.indexOf(';')))
        .orElseThrow(() -> new AssertionError(response.headers().toString()));
  }

  private static String value(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  private HttpResponse<String> login(String name, String word) {
    String token = cookie(anonymous.get("/api/v1/session"), "XSRF-TOKEN");
    return anonymous
        .with("Cookie", token, "X-XSRF-TOKEN", value(token))
        .send(
            "POST",
            "/api/v1/session",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, word));
  }

  private Client session(HttpResponse<String> login) {
    return anonymous.with(
        "Cookie", cookie(login, "IOLAUS-SESSION") + "; " + cookie(login, "XSRF-TOKEN"));
  }

  @Test
  void everyRouteButTheListedOnesWantsALogin() {
    JsonNode paths = Client.parse(program().get("/openapi")).get("paths");
    assertThat(paths.size()).isGreaterThan(12);
    List<String> open =
        List.of(
            "POST /api/v1/session",
            "GET /api/v1/session/sign-on",
            "GET /api/v1/session/sign-on/provider",
            "GET /api/v1/session/sign-on/return",
            "GET /api/v1/health");
    paths
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .map(method -> method.getKey().toUpperCase(java.util.Locale.ROOT))
                .filter(method -> !open.contains(method + " " + path.getKey()))
                .forEach(method -> {
                  String token = cookie(anonymous.get("/api/v1/session"), "XSRF-TOKEN");
                  HttpResponse<String> response =
                      anonymous
                          .with("Cookie", token, "X-XSRF-TOKEN", value(token))
                          .send(
                              method,
                              path.getKey().replaceAll("\\{.*?}", "x"),
                              method.equals("GET") ? null : "{}");
                  assertThat(response.statusCode()).as(method + " " + path.getKey()).isEqualTo(401);
                  assertThat(Client.parse(response).get("code").asString())
                      .isEqualTo("unauthenticated");
                }));
    for (String other :
        List.of("/openapi", "/openapi/ui", "/actuator", "/error", "/nowhere", "/api/v1/env")) {
      assertThat(anonymous.get(other).statusCode()).as(other).isEqualTo(401);
    }
  }

  @Test
  void theChallengeMakesNoBrowserAskForAPassword() {
    assertThat(anonymous.get("/api/v1/status").headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(v -> assertThat(v).doesNotStartWith("Basic"));
  }

  @Test
  void theInterfaceAndItsHealthAreOpen() {
    HttpResponse<String> page = anonymous.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(p -> assertThat(p).contains("default-src 'none'", "frame-ancestors"));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

    JsonNode health = Client.parse(anonymous.get("/api/v1/health"));
    assertThat(health.get("status").asString()).isEqualTo("UP");
    assertThat(health.size()).isEqualTo(1);
  }

  @Test
  void aSessionIsLoggedInAndOut() {
    HttpResponse<String> login = login("admin", password);
    assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
    assertThat(login.headers().allValues("Set-Cookie"))
        .anySatisfy(c ->
            assertThat(c)
                .startsWith("IOLAUS-SESSION")
                .contains("HttpOnly")
                .contains("SameSite=Strict"))
        .anySatisfy(c -> assertThat(c).startsWith("XSRF-TOKEN").contains("SameSite=Strict"));

    Client session = session(login);
    JsonNode user = session.json("/api/v1/session");
    assertThat(user.get("user").asString()).isEqualTo("admin");
    assertThat(user.get("roles").get(0).asString()).isEqualTo("administrator");
    assertThat(session.get("/api/v1/status").headers().firstValue("Cache-Control"))
        .hasValueSatisfying(c -> assertThat(c).contains("no-store"));

    assertThat(session.send("DELETE", "/api/v1/session", null).statusCode()).isEqualTo(403);
    String token = value(cookie(login, "XSRF-TOKEN"));
    assertThat(
            session
                .with("X-XSRF-TOKEN", token)
                .send("DELETE", "/api/v1/session", null)
                .statusCode())
        .isEqualTo(204);
    assertThat(session.get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aProgramLeavesNoSessionBehind() {
    for (Client client : List.of(program(), Client.basic(server, "nobody", "wrong"))) {
      assertThat(client.get("/api/v1/status").headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("IOLAUS-SESSION"));
    }
  }

  @Test
  void changingThingsNeedsTheTokenUnlessAProgramBringsItsPassword() {
    Client session = session(login("admin", password));
    HttpResponse<String> without = session.send("POST", "/api/v1/runs", null);
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(Client.parse(without).get("code").asString()).isEqualTo("csrf-token-invalid");

    // 409: this server does not detect; it got as far as that.
    assertThat(program().send("POST", "/api/v1/runs", null).statusCode()).isEqualTo(409);
    // A browser that was made to remember the password still says where the request comes from.
    for (String header : List.of("Origin", "Sec-Fetch-Site", "Cookie")) {
      assertThat(
              program()
                  .with(header, header.equals("Cookie") ? "a=b" : "https://elsewhere.example")
                  .send("POST", "/api/v1/runs", null)
                  .statusCode())
          .as(header)
          .isEqualTo(403);
    }
    assertThat(
            anonymous
                .send(
                    "POST",
                    "/api/v1/session",
                    "{\"username\":\"admin\",\"password\":\"" + password + "\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void guessingIsStopped(Home home) {
    for (int i = 0; i < LoginGuard.MOST; i++) {
      HttpResponse<String> wrong =
          switch (i % 3) {
            case 0 -> login("admin", "guess" + i);
            case 1 -> Client.basic(server, "guess" + i).get("/api/v1/status");
            default -> Client.bearer(server, "guess" + i).get("/api/v1/batches");
          };
      assertThat(wrong.statusCode()).isEqualTo(401);
    }
    HttpResponse<String> stopped = login("admin", password);
    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(stopped.headers().firstValue("Retry-After")).hasValue("60");
    assertThat(program().get("/api/v1/status").statusCode()).isEqualTo(429);
    Client ingest = Client.bearer(server, home.secret("ingest.password"));
    assertThat(ingest.get("/api/v1/batches").statusCode()).isEqualTo(429);
  }

  @Test
  void thePasswordIsGeneratedForItsOwnerAlone(Home home) throws IOException {
    assertThat(password).hasSizeGreaterThanOrEqualTo(24);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.secretFile("admin.password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void answersToItsOwnNamesAlone() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("host-unknown");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPortInUseIsToldInOneLine(Driver driver, Home home) {
    ServerOptions taken =
        new ServerOptions(server.port(), ServerOptions.LOOPBACK, Set.of(Role.API));
    Assertions.assertThatThrownBy(() -> IolausServer.start(driver, home, taken))
        .isInstanceOf(PortInUseException.class)
        .hasMessage(
            "port "
                + server.port()
                + " on 127.0.0.1 is in use: stop the program that has it, or choose another with"
                + " --port");
  }

  @Test
  void closingLeavesTheDriverOpen(Driver driver) {
    server.close();
    driver.verifyConnectivity();
  }
}
