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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Every operation that is described is asked, and answers as described.
@Neo4jTest
class OperationsIT {

  private static IolausServer server;
  private static Client client;
  private static String password;
  private static Description description;

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    password = home.secret("admin.password");
    client = Client.basic(server, password);
    description = new Description(client);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyOperationIsAskedAndAnswersAsDescribed() {
    String until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS) + "";
    Map<String, String> places = new HashMap<>();
    Set<String> asked = new HashSet<>(Examples.ELSEWHERE.keySet());
    SoftAssertions all = new SoftAssertions();
    for (Example example : Examples.all()) {
      Operation operation = description.operations().get(example.operation());
      all.assertThat(operation).as(example.operation()).isNotNull();
      if (operation == null) {
        continue;
      }
      asked.add(example.operation());
      String body =
          example.body() == null
              ? null
              : example.body().replace("UNTIL", until).replace("PASSWORD", password);
      HttpResponse<String> response = send(operation, address(example, places), body);
      response
          .headers()
          .firstValue("Location")
          .ifPresent(place -> places.put(example.operation(), place));
      String named = example + " " + response.body();
      all.assertThat(response.statusCode()).as(named).isEqualTo(example.status());
      all.assertThat(description.complaints(operation, response)).as(named).isEmpty();
    }
    all.assertAll();
    assertThat(asked)
        .as("an operation without an example")
        .containsExactlyInAnyOrderElementsOf(description.operations().keySet());
  }

  private static String address(Example example, Map<String, String> places) {
    if (!example.address().startsWith("$")) {
      return example.address();
    }
    String from =
        places.keySet().stream()
            .filter(example.address().substring(1)::startsWith)
            .max(Comparator.comparingInt(String::length))
            .orElseThrow(() -> new AssertionError(example.address() + " pointed nowhere"));
    return places.get(from) + example.address().substring(1 + from.length());
  }

  private static HttpResponse<String> send(Operation operation, String address, String body) {
    return operation.bodyType().equals("text/plain")
        ? client
            .with("Content-Type", "text/plain;charset=UTF-8")
            .post(address, java.net.http.HttpRequest.BodyPublishers.ofString(body))
        : client.send(operation.method(), address, body);
  }

  @Test
  void everyOperationDescribesItsSuccessAndItsProblems() {
    SoftAssertions all = new SoftAssertions();
    description
        .operations()
        .forEach((name, operation) -> {
          Set<String> statuses = operation.responses();
          // 303 sends browsers on.
          all.assertThat(statuses)
              .as(name)
              .anyMatch(s -> s.startsWith("2") || s.equals("303"))
              .contains("401", "403");
          if (operation.path().contains("{")) {
            all.assertThat(statuses).as(name).contains("404");
          }
        });
    all.assertAll();
  }

  /// What takes one of a few words is described by them, and takes no other.
  @Test
  void choicesAreDescribedByTheirWords() {
    SoftAssertions all = new SoftAssertions();
    for (Example example : Examples.all()) {
      Operation operation = description.operations().get(example.operation());
      if (!operation.method().equals("GET") || example.address().startsWith("$")) {
        continue;
      }
      for (Parameter parameter : operation.parameters()) {
        if (!parameter.in().equals("query") || !parameter.text()) {
          continue;
        }
        HttpResponse<String> other =
            client.get(with(example.address(), parameter.name(), "no-such-word"));
        JsonNode words = parameter.words();
        String named = operation.name() + " " + parameter.name() + " " + other.body();
        if (words.isMissingNode()) {
          all.assertThat(other.body()).as(named).doesNotContain("must be one of");
        } else {
          all.assertThat(other.statusCode()).as(named).isEqualTo(400);
          all.assertThat(other.body())
              .as(named)
              .contains(
                  "must be one of "
                      + words
                          .valueStream()
                          .map(JsonNode::asString)
                          .collect(Collectors.joining(", ")));
        }
      }
    }
    all.assertAll();
  }

  private static String with(String address, String name, String value) {
    String rest = address.replaceAll("([?&])" + name + "=[^&]*&?", "$1").replaceAll("[?&]$", "");
    return rest + (rest.contains("?") ? "&" : "?") + name + "=" + value;
  }
}
