package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Explanations as an analyst gets them, on the command line and over HTTP, of a population that
/// was loaded and detected as any other.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the home here brings its own database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExplainIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;

  private static String home = "";
  private static Database database;
  private static IolausServer server;
  private static Client client;

  @BeforeAll
  static void detected() throws IOException {
    Home site = Home.at(folder.resolve("home"));
    home = site.toString();
    database =
        Databases.open(
            site, new DatabaseOptions("400m", "32m", Duration.ofMinutes(1), true, line -> {}));
    Path events = SmallPopulation.write(folder.resolve("events.ndjson"));
    assertThat(CommandRun.of("ingest", "--strict", events.toString(), "--home", home).status())
        .isZero();
    server =
        IolausServer.start(
            database.driver(),
            site,
            new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API, Role.DETECT)));
    client = Client.basic(server, site.secret("admin.password"));
    assertThat(CommandRun.of("detect", "--home", home).status()).isZero();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static CommandRun explain(String... args) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(args));
    all.addAll(List.of("--home", home));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "ndjson"));
    CommandRun run = explain(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private static List<Record> query(String statement, Map<String, Object> parameters) {
    try (var session = database.driver().session()) {
      return session.run(statement, parameters).list();
    }
  }

  private static String cluster() {
    return client.json("/api/v1/clusters?state=labelled").get("items").get(0).get("id").asString();
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Test
  @Order(1)
  void theCommandLineAndTheInterfaceSayTheSame() {
    String member = SmallPopulation.member(4);
    JsonNode account = json("account:" + member);
    assertThat(account).isEqualTo(client.json("/api/v1/entities/account/explanation?id=" + member));
    JsonNode membership = json(cluster(), member);
    assertThat(membership).isEqualTo(account.get("membership"));
    assertThat(membership)
        .isEqualTo(
            client.json(
                "/api/v1/clusters/" + cluster() + "/members/explanation?account=" + member));
    assertThat(json(cluster()))
        .isEqualTo(client.json("/api/v1/clusters/" + cluster() + "/explanation"));
  }

  @Test
  @Order(2)
  void readsLikeSentences() {
    String member = SmallPopulation.member(4);
    CommandRun told = explain(cluster(), member);
    assertThat(told.out())
        .contains(member + " is labelled in cluster " + cluster())
        .contains("it pays with card-a1")
        .contains("without it:")
        .contains("without any smaller part of that it stays what it is");
    assertThat(explain(cluster()).out())
        .contains("is labelled: 30 accounts")
        .contains("Payment ties it", "device rack-a0", "range 198.51.100.0/24 (Exits)");
    assertThat(explain("account:user-001").out()).contains("user-001 is in no cluster");
    assertThat(told.out()).doesNotContain("prompt\":").doesNotContain("examiner");
  }

  @Test
  @Order(2)
  void aDryRunWritesNothingAndSaysWhatWouldBe() {
    String marks = "MATCH (c:Cluster) RETURN c.id AS id, c.run AS run ORDER BY id";
    List<Record> before = query(marks, Map.of());
    CommandRun now = CommandRun.of("detect", "--dry-run", "--home", home);
    assertThat(now.out()).contains(cluster() + ",labelled,");
    assertThat(now.err()).doesNotContain("would be");
    CommandRun alone = CommandRun.of("detect", "--detector", "shared-instrument", "--home", home);
    assertThat(alone.out()).as("one kind of evidence makes no cluster").doesNotContain(cluster());
    assertThat(alone.err())
        .contains("would be dissolved: " + cluster() + "; 30 accounts before, 0 now");
    assertThat(CommandRun.of("detect", "--detector", "shared-all", "--home", home).err())
        .contains("no active detector 'shared-all': name one of co-timing, ");
    assertThat(query(marks, Map.of())).isEqualTo(before);
    assertThat(query("MATCH (r:Run) RETURN r", Map.of())).hasSize(1);
  }

  @Test
  @Order(3)
  void deletingTheSetFreesAndAnyProperSubsetDoesNot() {
    for (int n : new int[] {0, 7, 18}) {
      String member = SmallPopulation.member(n);
      JsonNode before = json(cluster(), member);
      assertThat(before.get("now").asString()).isEqualTo("labelled");
      List<JsonNode> set = elements(before.at("/freeing/links"));
      assertThat(set).hasSizeGreaterThan(1);
      for (int left = -1; left < set.size(); left++) {
        List<Record> edges = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
          if (i != left) {
            edges.addAll(delete(member, set.get(i).get("key").asString()));
          }
        }
        String now =
            client
                .json("/api/v1/clusters/" + cluster() + "/members/explanation?account=" + member)
                .get("now")
                .asString();
        edges.forEach(edge -> restore(member, edge));
        if (left < 0) {
          assertThat(now).isEqualTo(before.at("/freeing/after/state").asString());
          assertThat(now).isNotEqualTo("labelled");
        } else {
          assertThat(now).as("all but %s", set.get(left)).isEqualTo("labelled");
        }
      }
      assertThat(json(cluster(), member)).isEqualTo(before);
    }
  }

  private static List<Record> delete(String account, String key) {
    return query(
        "MATCH (a:Account {id: $account})-[e]->(t {id: $key}) WHERE NOT e:MEMBER_OF"
            + " WITH e, elementId(t) AS end, properties(e) AS properties, type(e) AS type"
            + " DELETE e RETURN end, properties, type",
        Map.of("account", account, "key", key));
  }

  private static void restore(String account, Record edge) {
    query(
        "MATCH (a:Account {id: $account}) MATCH (t) WHERE elementId(t) = $end"
            + " CREATE (a)-[e:$($type)]->(t) SET e = $properties RETURN 1",
        Map.of(
            "account", account,
            "end", edge.get("end").asString(),
            "type", edge.get("type").asString(),
            "properties", edge.get("properties").asMap()));
  }

  @Test
  @Order(4)
  void refusesWhatItCannotExplain() {
    assertThat(explain("account:nobody").err()).contains("there is no account nobody");
    assertThat(explain("c-none").err()).contains("there is no cluster c-none now");
    assertThat(explain("account:user-001", "--ignoring", "ip:192.0.2.1").err())
        .contains("leave out the account");
    assertThat(explain(cluster(), "--ignoring", "person:x").err())
        .contains("an entity is written TYPE:ID");
    assertProblem(client.get("/api/v1/clusters/c-none/explanation"), 404, "cluster-not-found");
    assertProblem(
        client.get("/api/v1/entities/account/explanation?id=nobody"), 404, "entity-not-found");
    String previews = "/api/v1/clusters/" + cluster() + "/previews";
    assertProblem(
        client.send("POST", previews, "{\"ignoring\":[\"person:x\"]}"), 400, "parameter-invalid");
    assertProblem(client.send("POST", previews, "{\"ignoring\":[]}"), 400, "parameter-invalid");
    assertProblem(
        client.send("POST", "/api/v1/clusters/c-none/previews", "{\"ignoring\":[\"192.0.2.1\"]}"),
        404,
        "cluster-not-found");
    assertProblem(client.get("/api/v1/previews/none"), 404, "preview-not-found");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(Client.parse(response).get("code").asString()).isEqualTo(code);
  }

  @Test
  @Order(5)
  void aPreviewIsWhatThenHappens() {
    String cluster = cluster();
    List<String> things = new ArrayList<>();
    query("MATCH (f:PromptFamily)<-[:SUPPORTED_BY]-() RETURN f.id AS id", Map.of())
        .forEach(r -> things.add("prompt-family:" + r.get("id").asString()));
    HttpResponse<String> asked =
        client.send(
            "POST",
            "/api/v1/clusters/" + cluster + "/previews",
            JSON.writeValueAsString(Map.of("ignoring", things)));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    String address = asked.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> client.json(address).get("state").asString().matches("done|failed"));
    JsonNode preview = client.json(address).get("preview");

    List<String> args = new ArrayList<>(List.of(cluster));
    List<String> run = new ArrayList<>(List.of("detect", "--home", home));
    for (String thing : things) {
      args.addAll(List.of("--ignoring", thing));
      run.addAll(List.of("--ignoring", thing));
    }
    assertThat(json(args.toArray(String[]::new))).isEqualTo(preview);
    assertThat(cluster()).isEqualTo(cluster);

    assertThat(CommandRun.of(run.toArray(String[]::new)).status()).isZero();
    assertThat(preview.get("text").asString()).contains(cluster + " splits into ");
    Map<String, Integer> members = new java.util.TreeMap<>();
    CommandRun.of("members", "--home", home).lines().stream()
        .skip(1)
        .filter(l -> l.startsWith("camp-"))
        .forEach(l -> members.merge(l.split(",")[1], 1, Integer::sum));
    Map<String, Integer> previewed = new java.util.TreeMap<>();
    elements(preview.get("parts"))
        .forEach(p -> previewed.put(p.get("id").asString(), p.get("members").asInt()));
    assertThat(previewed).as(preview.get("text").asString()).isEqualTo(members);
    assertThat(previewed.values())
        .containsExactlyInAnyOrder(
            SmallPopulation.FIRST_CELL, SmallPopulation.CAMPAIGN - SmallPopulation.FIRST_CELL);
    assertThat(preview.get("left").asInt())
        .isEqualTo(
            SmallPopulation.CAMPAIGN - members.values().stream().mapToInt(Integer::intValue).sum());
    assertThat(client.json("/api/v1/runs").get("items").get(0).get("ignoring"))
        .hasSize(things.size());
    assertThat(CommandRun.of("detect", "--home", home).status()).isZero();
  }
}
