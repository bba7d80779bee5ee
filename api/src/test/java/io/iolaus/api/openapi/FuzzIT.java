package io.iolaus.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.openapi.Description.Operation;
import io.iolaus.api.openapi.Description.Parameter;
import io.iolaus.api.openapi.Examples.Example;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Requests made up from the description: such as may be sent, and such as nobody should. None may
/// be answered with a fault of the server, slowly, or with what is inside of it.
///
/// `-Dfuzz=100000` sends as many, `-Dfuzz.seed=N` others.
@Neo4jTest
class FuzzIT {

  private static final int REQUESTS = Integer.getInteger("fuzz", 1_500);

  private static final long SEED = Long.getLong("fuzz.seed", 20261123L);

  private static final Duration SLOW = Duration.ofSeconds(20);

  /// What only the inside knows.
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat (io\\.iolaus|java\\.|org\\.)|Exception|NullPointer|org\\.neo4j|io\\.iolaus\\."
              + "|Neo\\.[A-Z]|tools\\.jackson|org\\.apache|org\\.springframework");

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\0",
          "'",
          "\"",
          "\\",
          "`",
          "' OR 1=1 //",
          "'}) MATCH (n) DETACH DELETE n //",
          "\\u0027}) RETURN 1 //",
          "$id",
          "{id}",
          "../../etc/passwd",
          "..%2f..%2fetc%2fpasswd",
          "%00",
          "%",
          "%zz",
          "*",
          "a*",
          "?",
          "~",
          "\"a b\"~1000000",
          "/.*/",
          "[* TO *]",
          "(((((((((((",
          "a OR (b AND",
          "_exists_:id",
          "ip:0.0.0.0/0",
          "ip:::/0",
          "ip:1.2.3.4/99",
          "ip:1.2.3.4-",
          "ip:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff-::",
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "\r\nSet-Cookie: a=b",
          "\u202Eevil",
          "\uD83D\uDE00",
          "ﷺ",
          "Ω".repeat(300),
          "a".repeat(599),
          "a".repeat(6_000),
          "null",
          "true",
          "-1",
          "0",
          "1",
          "2147483648",
          "9223372036854775808",
          "-9223372036854775808",
          "1e309",
          "NaN",
          "0x10",
          "1.5",
          "2026-06-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "0000-00-00T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "c-1",
          "acc-1",
          "203.0.113.7");

  private static final List<String> HOSTILE_BODIES =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "\"\"",
          "1",
          "{",
          "{\"a\":",
          "{\"kind\":null}",
          "{\"kind\":{}}",
          "{\"kind\":[\"same\"]}",
          "{\"kind\":\"same\",\"kind\":\"different\"}",
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
          "{\"kind\":\"" + "x".repeat(100_000) + "\"}",
          "{\"kind\":\"same\",\"reason\":\"\\u0000\",\"accounts\":[\"acc-1\",\"acc-2\"]}",
          "{\"kind\":\"same\",\"reason\":\"\\ud800\",\"accounts\":[\"acc-1\",\"acc-2\"]}",
          "{\"kind\":\"same\",\"reason\":\"r\",\"accounts\":[null,null]}",
          "{\"kind\":\"same\",\"reason\":\"r\",\"at\":1e400}",
          "{\"kind\":\"same\",\"reason\":\"r\",\"at\":\"+999999999-12-31T23:59:59Z\"}",
          "{\"scope\":\"ip:x\",\"reason\":\"r\",\"until\":\"-999999999-01-01T00:00:00Z\"}",
          "{\"entities\":[{\"type\":\"account\",\"id\":\"\"}],\"maxNodes\":-5}",
          "{\"entities\":[{\"type\":\"cluster\",\"id\":\"c-1\"}]}",
          "{\"entities\":[null]}",
          "{\"name\":\"\\r\\n\",\"roles\":[\"administrator\"]}",
          "{\"name\":\"x\",\"roles\":[\"nobody\"]}",
          "{\"name\":\"x\",\"scopes\":[null],\"expiresAt\":\"2026-12-01T00:00:00Z\"}",
          "{\"text\":\"MATCH (n) DETACH DELETE n\",\"tests\":\"x\",\"reason\":\"r\"}",
          "{\"username\":{\"$ne\":null},\"password\":{\"$ne\":null}}",
          "\uFEFF{}");

  private static IolausServer server;
  private static Client client;
  private static Description description;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
    description = new Description(client);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatMayBeSentIsAnswered() {
    List<Example> reads = reads();
    Map<String, Integer> other = new TreeMap<>();
    int good = 0;
    for (int i = 0; i < REQUESTS / 2; i++) {
      Example example = reads.get(random.nextInt(reads.size()));
      Operation operation = description.operations().get(example.operation());
      String address = valid(operation, example.address());
      HttpResponse<String> response = sent(operation, address, null);
      if (response.statusCode() / 100 == 2) {
        good++;
        assertThat(description.complaints(operation, response))
            .as("seed " + SEED + ": " + address + " " + response.body())
            .isEmpty();
      } else {
        other.merge(response.statusCode() + " " + address + " " + response.body(), 1, Integer::sum);
      }
    }
    assertThat(good)
        .as("seed " + SEED + ", answered otherwise: " + other.keySet().stream().limit(20).toList())
        .isGreaterThanOrEqualTo(REQUESTS / 2 * 95 / 100);
  }

  @Test
  void whatNobodyShouldSendIsRefusedWithoutAFault() {
    List<Operation> operations =
        description.operations().values().stream()
            .filter(o -> !o.path().endsWith("/stream") && !o.path().endsWith("/session"))
            .filter(o -> !o.path().contains("/users") && !o.path().contains("/tokens"))
            .toList();
    List<AssertionError> faults = new ArrayList<>();
    for (int i = 0; i < REQUESTS / 2; i++) {
      Operation operation = operations.get(random.nextInt(operations.size()));
      String body =
          operation.bodyType().isEmpty()
              ? null
              : HOSTILE_BODIES.get(random.nextInt(HOSTILE_BODIES.size()));
      try {
        sent(operation, hostile(operation), body);
      } catch (AssertionError e) {
        faults.add(e);
      }
    }
    assertThat(faults.stream().map(Throwable::getMessage).distinct().limit(20)).isEmpty();
  }

  private static HttpResponse<String> sent(Operation operation, String address, String body) {
    long start = System.nanoTime();
    HttpResponse<String> response = client.send(operation.method(), address, body);
    String named = "seed %d: %s %s %s".formatted(SEED, operation.method(), address, body);
    named = named.substring(0, Math.min(named.length(), 1_000));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(named).isLessThan(SLOW);
    assertThat(response.statusCode()).as(named + " " + response.body()).isLessThan(500);
    if (response.statusCode() >= 400) {
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .as(named)
          .startsWith("application/problem+json");
      JsonNode problem = Client.parse(response);
      assertThat(problem.path("code").asString("")).as(named).isNotBlank();
      String told = problem.path("detail").asString("");
      assertThat(INSIDE.matcher(told).find()).as(named + " " + told).isFalse();
    }
    return response;
  }

  /// Reads without a place that only another answer knows.
  private static List<Example> reads() {
    return Examples.all().stream()
        .filter(e -> e.operation().startsWith("GET ") && !e.address().startsWith("$"))
        .filter(e -> !e.address().contains("/users") && !e.address().contains("/life"))
        .toList();
  }

  /// The example with some of the parameters that may be left out, as they are described.
  private String valid(Operation operation, String address) {
    StringBuilder all = new StringBuilder(address);
    for (Parameter parameter : operation.parameters()) {
      boolean there = address.matches(".*[?&]" + parameter.name() + "=.*");
      if (!parameter.in().equals("query") || there || random.nextInt(3) > 0) {
        continue;
      }
      String value = value(parameter);
      if (value != null) {
        all.append(all.indexOf("?") < 0 ? '?' : '&').append(parameter.name()).append('=');
        all.append(encoded(value));
      }
    }
    return all.toString();
  }

  /// A value as it is described; null where only an answer knows one.
  private String value(Parameter parameter) {
    JsonNode schema = parameter.schema();
    if (parameter.words().isArray()) {
      JsonNode words = parameter.words();
      return words.get(random.nextInt(words.size())).asString();
    }
    String type = schema.path("type").toString();
    if (type.contains("boolean")) {
      return String.valueOf(random.nextBoolean());
    }
    if (type.contains("integer") && schema.has("maximum")) {
      int least = schema.path("minimum").asInt(1);
      return String.valueOf(least + random.nextInt(schema.get("maximum").asInt() - least + 1));
    }
    return switch (parameter.name()) {
      case "asOf", "knownAt" -> "2026-12-01T00:00:00Z";
      case "q", "by", "actor" -> "alder";
      default -> null;
    };
  }

  private String hostile(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      String value = HOSTILE.get(random.nextInt(HOSTILE.size()));
      if (parameter.in().equals("path")) {
        // An empty part, or one of dots, is another address.
        String part = value.isBlank() || value.startsWith(".") ? "x" + value : value;
        path = path.replace("{" + parameter.name() + "}", encoded(part));
      } else if (parameter.in().equals("query") && random.nextInt(4) > 0) {
        query.add(parameter.name() + "=" + encoded(value));
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
