package io.iolaus.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.openapi.Description.Operation;
import io.iolaus.api.openapi.Description.Parameter;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/// Requests that try to be more than they are: they change nothing, find nothing they should not,
/// and are answered without a fault.
@Neo4jTest
class HostileIT {

  /// What would do something where a value became part of a statement, a query, a path or a header.
  private static final List<String> INJECTIONS =
      List.of(
          "' OR 1=1 //",
          "x'}) DETACH DELETE n //",
          "\\'}) MATCH (n) DETACH DELETE n RETURN 1 //",
          "\u0027}) SET n.injected = true //",
          "` } ) DETACH DELETE (n) //",
          "$id + 'x'",
          "*:* OR id:*",
          "id:[* TO *]",
          "acc-1~2 AND NOT (",
          "/.*/",
          "(((((((((((((((((((((((((((((((((((((((((a",
          "\"unfinished",
          "a\\",
          "../../../../etc/passwd",
          "..%2f..%2fsecrets%2fadmin.password",
          "....//....//secrets/site.key",
          "file:///etc/passwd",
          "jndi:${jndi:ldap://127.0.0.1/a}",
          "#{T(java.lang.Runtime).getRuntime().exec('id')}",
          "${7*7}",
          "x\r\nSet-Cookie: a=b",
          "x\r\n\r\nHTTP/1.1 200 OK",
          "\u0000",
          "\ud83d\ude00".repeat(50),
          "<script>alert(1)</script>",
          "=cmd|'/c calc'!A0",
          "99999999999999999999999999999999999999",
          "-1e308");

  private static final int PER_PARAMETER = Integer.getInteger("hostile", 5);

  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\bat [a-z]+\\.|org\\.|java\\.|Neo\\.|Lucene|root:");

  private static IolausServer server;
  private static Client client;
  private static Description description;
  private static String credentials;

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
    description = new Description(client);
    credentials =
        Base64.getEncoder()
            .encodeToString(
                ("admin:" + home.secret("admin.password")).getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// All that is not about who asked what.
  private static String graph(Driver driver) {
    return driver
        .executableQuery(
            "MATCH (n) WHERE NOT n:AuditEntry AND NOT n:AuditHead AND NOT n:AuditBegun"
                + " WITH n ORDER BY elementId(n)"
                + " RETURN count(n) AS n, collect(keys(n)) AS keys")
        .execute()
        .records()
        .toString();
  }

  @Test
  void textsStayTexts(Driver driver) {
    String before = graph(driver);
    List<String> faults = new ArrayList<>();
    int next = 0;
    for (Operation operation : description.operations().values()) {
      if (!operation.method().equals("GET") || operation.path().endsWith("/stream")) {
        continue;
      }
      for (Parameter parameter : operation.parameters()) {
        String type = parameter.schema().path("type").toString();
        if (parameter.in().equals("header") || !type.contains("string")) {
          continue;
        }
        // Some for each, all of them over all.
        for (int i = 0; i < PER_PARAMETER; i++) {
          String injection = INJECTIONS.get(next++ % INJECTIONS.size());
          String address = address(operation, parameter, injection);
          HttpResponse<String> response = client.get(address);
          if (response.statusCode() >= 500
              || INSIDE.matcher(withoutInput(response.body())).find()
              || response.headers().firstValue("Set-Cookie").orElse("").contains("a=b")) {
            faults.add(address + ": " + response.statusCode() + " " + response.body());
          }
        }
      }
    }
    assertThat(faults.stream().limit(10)).isEmpty();
    assertThat(graph(driver)).isEqualTo(before);
  }

  private static String withoutInput(String body) {
    return body.contains("\"detail\"") ? body.replace("java.lang.Runtime", "") : "";
  }

  private static String address(Operation operation, Parameter parameter, String injection) {
    String encoded = URLEncoder.encode(injection, StandardCharsets.UTF_8).replace("+", "%20");
    String path = operation.path();
    if (parameter.in().equals("path")) {
      path = path.replace("{" + parameter.name() + "}", encoded);
    }
    path = path.replaceAll("\\{[^}]*}", "x");
    return parameter.in().equals("query") ? path + "?" + parameter.name() + "=" + encoded : path;
  }

  /// As the bytes stand: clients that mean well do not send such.
  private static String raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          (head
                  + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                  + credentials
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertRefused(String answer, String statuses) {
    assertThat(answer.lines().findFirst().orElse("")).matches("HTTP/1\\.1 (" + statuses + ")\\b.*");
    String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
    assertThat(head).contains("content-type: application/problem+json");
    assertThat(head)
        .contains("content-security-policy: ")
        .contains("x-content-type-options: nosniff")
        .contains("x-frame-options: deny")
        .contains("referrer-policy: no-referrer");
    assertThat(answer).contains("\"code\":\"");
    assertThat(INSIDE.matcher(answer.substring(answer.indexOf("\r\n\r\n"))).find()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/clusters?q=%zz HTTP/1.1",
        "GET /api/v1/clusters?limit=1&%=x HTTP/1.1",
        "GET /api/v1/search?q=%e0%80%af%ff HTTP/1.1",
        "GET /api/v1/clusters/c-1/subgraph?level=%fu HTTP/1.1",
        "POST /api/v1/decisions?x=%q0 HTTP/1.1",
        "GET /api/v1/clusters/%zz HTTP/1.1",
        "GET /api/v1/clusters/%2e%2e%2f%2e%2e HTTP/1.1",
        "GET /assets/..%2f..%2fapplication.yml HTTP/1.1",
        "GET /api/v1/clusters/a%00b HTTP/1.1",
        "GET /api/v1/clusters/<x> HTTP/1.1",
        "GET /api/v1/clusters/c-1;jsessionid=1 HTTP/1.1",
        "GET /api/v1/clusters HTTP/1.1\r\nX-A\u0000B: 1",
        "GET /api/v1/clusters HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2"
      })
  void brokenRequestsAreBadRequests(String head) throws IOException {
    assertRefused(raw(head), "400");
  }

  @Test
  void addressesThatClimbLeadNowhere() throws IOException {
    for (String path :
        List.of(
            "/../../secrets/admin.password",
            "/assets/../application.yml",
            "/assets/..\\..\\application.yml",
            "//etc/passwd",
            "/api/v1/../../openapi/../application.yml")) {
      String answer = raw("GET " + path + " HTTP/1.1");
      assertThat(answer)
          .as(path)
          .matches(Pattern.compile("HTTP/1\\.1 (400|404) .*", Pattern.DOTALL));
      assertThat(answer).as(path).contains("application/problem+json");
    }
  }

  @Test
  void everyAnswerCarriesTheHeadersThatKeepBrowsersFromHarm() throws IOException {
    List<HttpResponse<String>> answers =
        List.of(
            client.get("/"),
            client.get("/api/v1/clusters"),
            client.get("/api/v1/clusters/none"),
            client.get("/api/v1/nothing"),
            client.get("/api/v1/clusters?limit=0"),
            client.send("PUT", "/api/v1/clusters", "{}"),
            Client.anonymous(server).get("/api/v1/clusters"),
            Client.anonymous(server).get("/api/v1/health"),
            client.get("/openapi"));
    for (HttpResponse<String> answer : answers) {
      String named = answer.uri() + " " + answer.statusCode();
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(named)
          .startsWith("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().allValues("X-Content-Type-Options"))
          .as(named)
          .containsExactly("nosniff");
      assertThat(answer.headers().allValues("X-Frame-Options")).as(named).containsExactly("DENY");
      assertThat(answer.headers().allValues("Referrer-Policy"))
          .as(named)
          .containsExactly("no-referrer");
      assertThat(answer.headers().allValues("Content-Security-Policy")).as(named).hasSize(1);
      assertThat(answer.headers().firstValue("Server")).as(named).isEmpty();
    }
    // Two hosts, or one in the address and another beside it: the container's refusal or ours.
    assertRefused(raw("GET http://evil.example/api/v1/clusters HTTP/1.1"), "400|421");
    assertRefused(raw("GET /api/v1/clusters HTTP/1.1\r\nHost: evil.example"), "400|421");
  }

  @Test
  void deepAndLargeBodiesAreRefused() {
    for (String body :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "{\"kind\":\"same\",\"reason\":\"" + "x".repeat(3_000_000) + "\"}",
            "{\"kind\":\"same\",\"reason\":1" + "0".repeat(100_000) + "}")) {
      HttpResponse<String> response = client.send("POST", "/api/v1/decisions", body);

      assertThat(response.statusCode()).isBetween(400, 499);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }
}
