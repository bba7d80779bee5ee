package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every route and command that takes a moment, before and after events came that happened long
/// before: they are absent for what was known then and there for what is known now.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the home here brings its own database")
class MomentsIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Behind everything that happens here.
  private static final String THEN = "2026-02-20T00:00:00Z";

  @TempDir private static Path folder;

  private static String home = "";
  private static Database database;
  private static IolausServer server;
  private static Client client;
  private static String cluster = "";
  private static Instant before;
  private static Instant known;

  /// What each route said, and each command, before the late events came.
  private static final Map<String, JsonNode> SAID = new HashMap<>();

  private static final Map<String, String> PRINTED = new HashMap<>();

  /// Values of the parameters that routes need.
  private static Map<String, List<String>> routes() {
    String one = "/api/v1/clusters/" + cluster;
    Map<String, List<String>> routes = new TreeMap<>();
    routes.put("/api/v1/clusters", List.of("/api/v1/clusters"));
    routes.put("/api/v1/clusters/{id}", List.of(one));
    routes.put("/api/v1/clusters/{id}/attribution", List.of(one + "/attribution"));
    routes.put("/api/v1/clusters/{id}/members", List.of(one + "/members?limit=500&sort=account"));
    routes.put(
        "/api/v1/clusters/{id}/subgraph",
        List.of(one + "/subgraph", one + "/subgraph?level=overview", one + "/subgraph?level=full"));
    routes.put("/api/v1/clusters/{id}/lineage", List.of(one + "/lineage"));
    routes.put("/api/v1/lineage", List.of("/api/v1/lineage"));
    routes.put("/api/v1/decisions", List.of("/api/v1/decisions"));
    routes.put(
        "/api/v1/entities/{type}",
        List.of(
            "/api/v1/entities/payment?id=-:card-a1",
            "/api/v1/entities/account?id=" + SmallPopulation.member(40),
            "/api/v1/entities/organization?id=org-alder"));
    routes.put(
        "/api/v1/entities/{type}/neighbours",
        List.of("/api/v1/entities/payment/neighbours?id=-:card-a1"));
    routes.put(
        "/api/v1/entities/{type}/neighbours/counts",
        List.of("/api/v1/entities/payment/neighbours/counts?id=-:card-a1"));
    routes.put(
        "/api/v1/paths",
        List.of(
            "/api/v1/paths?fromType=account&from=%s&toType=account&to=%s"
                .formatted(SmallPopulation.member(40), SmallPopulation.member(0))));
    // Files are the same lists, line by line.
    routes.put("/api/v1/clusters/export", List.of("/api/v1/clusters/export?format=ndjson"));
    routes.put("/api/v1/clusters/{id}/export", List.of(one + "/export?format=ndjson"));
    routes.put(
        "/api/v1/clusters/{id}/members/export", List.of(one + "/members/export?format=ndjson"));
    routes.put("/api/v1/decisions/export", List.of("/api/v1/decisions/export?format=ndjson"));
    routes.put(
        "/api/v1/entities/{type}/neighbours/export",
        List.of("/api/v1/entities/payment/neighbours/export?id=-:card-a1&format=ndjson"));
    return routes;
  }

  /// Whose answer a late event need not change: asked by itself below.
  private static final Set<String> OTHERWISE =
      Set.of("/api/v1/clusters/{id}/life", "/api/v1/clusters/{id}/subgraph/bundles/{key}");

  private static Map<String, List<String>> commands() {
    return Map.of(
        "clusters", List.of("clusters"),
        "members", List.of("members"),
        "attribution", List.of("attribution", cluster),
        "lineage", List.of("lineage", cluster),
        "export", List.of("export", cluster),
        "decisions", List.of("decisions"),
        "detect", List.of("detect"));
  }

  @BeforeAll
  static void lateEventsCame() throws IOException {
    Home site = Home.at(folder.resolve("home"));
    home = site.toString();
    database =
        Databases.open(
            site, new DatabaseOptions("400m", "32m", Duration.ofMinutes(1), true, line -> {}));
    before = Instant.now();
    run("ingest", SmallPopulation.write(folder.resolve("events.ndjson")).toString());
    server =
        IolausServer.start(
            database.driver(),
            site,
            new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, site.secret("admin.password"));
    run("detect");
    cluster =
        client.json("/api/v1/clusters?state=labelled").get("items").get(0).get("id").asString();
    routes().values().stream()
        .flatMap(List::stream)
        .forEach(route -> SAID.put(route, answer(route)));
    commands().forEach((name, words) -> PRINTED.put(name, moment(words, null)));
    known = Instant.now();
    run("ingest", SmallPopulation.writeLate(folder.resolve("late.ndjson")).toString());
    run("decide", "unsure", cluster, "--by", "ann", "--reason", "somebody is looking into it");
    run("detect");
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static String run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  private static JsonNode answer(String route) {
    HttpResponse<String> response = client.get(route);
    assertThat(response.statusCode()).as(route + " " + response.body()).isIn(200, 404);
    if (response.statusCode() == 404) {
      return JSON.createObjectNode().put("status", 404);
    }
    return route.contains("format=ndjson")
        ? JSON.createArrayNode().addAll(response.body().lines().map(JSON::readTree).toList())
        : JSON.readTree(response.body());
  }

  private static JsonNode answer(String route, String asOf, Instant knownAt) {
    String sign = route.contains("?") ? "&" : "?";
    return answer(
        route + sign + "asOf=" + asOf + (knownAt == null ? "" : "&knownAt=" + knownAt.toString()));
  }

  @Test
  void everyRouteThatTakesAMomentTellsWhatWasKnownThen() {
    Set<String> described = new TreeSet<>();
    client
        .json("/openapi")
        .get("paths")
        .properties()
        .forEach(path -> {
          if (path.getValue().at("/get/parameters").toString().contains("\"knownAt\"")) {
            described.add(path.getKey());
          }
        });
    Set<String> asked = new TreeSet<>(routes().keySet());
    asked.addAll(OTHERWISE);
    assertThat(described).isEqualTo(asked);
    SoftAssertions all = new SoftAssertions();
    routes().values().stream()
        .flatMap(List::stream)
        .forEach(route -> {
          JsonNode then = answer(route, THEN, known);
          all.assertThat(then).as(route).isNotEqualTo(answer(route, THEN, null));
          all.assertThat(difference(SAID.get(route), then))
              .as("%s is what was said then", route)
              .isEmpty();
          all.assertThat(difference(answer(route), answer(route, THEN, null)))
              .as("%s as of the end is what is said now", route)
              .isEmpty();
        });
    all.assertAll();
  }

  /// What is not kept: the run that wrote last, how far a tie and a membership drifted without
  /// being another (half a bit, a twentieth), places on the chart that follow from these. Addresses
  /// of more name the moment.
  private static final Set<String> DRIFTING =
      Set.of(
          "run", "version", "more", "next", "continue", "bits", "membership", "supply", "x", "y");

  /// Lines of one alone, and of the other alone.
  private static List<String> difference(JsonNode one, JsonNode other) {
    List<String> missing = lines(one);
    List<String> more = lines(other);
    lines(other).forEach(missing::remove);
    lines(one).forEach(more::remove);
    List<String> difference = new ArrayList<>();
    missing.forEach(line -> difference.add("- " + line));
    more.forEach(line -> difference.add("+ " + line));
    return difference;
  }

  /// Every value with its place, of which the order of lists is no part: ties of equal strength may
  /// change places when they drift.
  private static List<String> lines(JsonNode node) {
    List<String> lines = new ArrayList<>();
    walk("", node, lines);
    lines.sort(null);
    return lines;
  }

  private static void walk(String place, JsonNode node, List<String> lines) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(property -> !DRIFTING.contains(property.getKey()))
          .filter(property -> !property.getKey().endsWith("Bits"))
          .forEach(property -> walk(place + "/" + property.getKey(), property.getValue(), lines));
    } else if (node.isArray()) {
      node.forEach(element -> walk(place + "[]", element, lines));
    } else {
      lines.add(place + " " + node);
    }
  }

  @Test
  void everyCommandThatTakesAMomentTellsWhatWasKnownThen() {
    Set<String> taking = new TreeSet<>();
    new CommandLine(new IolausCommand())
        .getSubcommands()
        .forEach((name, command) -> {
          if (command.getCommandSpec().findOption("--known-at") != null) {
            taking.add(name);
          }
        });
    assertThat(taking).isEqualTo(new TreeSet<>(commands().keySet()));
    commands()
        .forEach((name, words) -> {
          String then = moment(words, known.toString());
          assertThat(then).as(name).isEqualTo(PRINTED.get(name));
          assertThat(moment(words, null)).as(name).isNotEqualTo(then);
        });
  }

  private static String moment(List<String> words, String knownAt) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--as-of", THEN));
    if (knownAt != null) {
      all.addAll(List.of("--known-at", knownAt));
    }
    return run(all.toArray(String[]::new));
  }

  @Test
  void aClusterIsKnownFromTheRunThatFoundIt() {
    String life = "/api/v1/clusters/" + cluster + "/life";
    assertThat(answer(life, THEN, before).get("status").asInt()).isEqualTo(404);
    assertThat(answer(life, THEN, known).get("lifecycle").asString()).isEqualTo("active");
    assertThat(answer("/api/v1/clusters", THEN, before).get("items")).isEmpty();
  }

  @Test
  void membersAreThereFromTheDayThatTiedThem() {
    String members = "/api/v1/clusters/" + cluster + "/members";
    assertThat(answer(members, "2026-01-31T00:00:00Z", null).get("items")).isEmpty();
    JsonNode first = answer(members, "2026-02-01T23:00:00Z", null);
    assertThat(first.get("total").asInt()).isEqualTo(2 * SmallPopulation.CAMPAIGN);
    JsonNode member = first.get("items").get(0);
    assertThat(member.get("exchanges").asInt()).as("of one day").isEqualTo(4);
  }

  @Test
  void whatIsNoTimeIsRefusedByName() {
    HttpResponse<String> response = client.get("/api/v1/clusters?knownAt=yesterday");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("knownAt must be a time with an offset", "yesterday");
  }
}
