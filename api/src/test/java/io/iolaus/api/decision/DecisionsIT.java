package io.iolaus.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Decisions as programs take, list and withdraw them.
@Neo4jTest
class DecisionsIT {

  private static final String PATH = "/api/v1/decisions";

  private static IolausServer server;
  private static Client client;

  private final Driver driver;

  DecisionsIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void nothingDecided() {
    try (var session = driver.session()) {
      session
          .run("MATCH (n:Decision|Sequence) WHERE n:Decision OR n.id = 'decision' DETACH DELETE n")
          .consume();
    }
  }

  private static HttpResponse<String> decide(String body) {
    return client.send("POST", PATH, body);
  }

  private static JsonNode taken(String body) {
    HttpResponse<String> response = decide(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonNode decision = Client.parse(response);
    assertThat(response.headers().firstValue("Location"))
        .hasValue(PATH + "/" + decision.get("id").asString());
    return decision;
  }

  private static String problem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = Client.parse(response);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    return problem.get("detail").asString();
  }

  private static String same(String one, String other) {
    return "{\"kind\": \"same\", \"reason\": \"one card reader\", \"accounts\": [\"%s\", \"%s\"]}"
        .formatted(one, other);
  }

  @Test
  void whoIsLoggedInDecidesAndTakesBack() {
    JsonNode confirmed =
        taken("{\"kind\": \"confirmed\", \"reason\": \"seen it\", \"cluster\": \"c-1\"}");
    assertThat(confirmed.get("by").asString()).isEqualTo("admin");
    assertThat(confirmed.get("at").asString())
        .as("the graph's own time")
        .isEqualTo("2026-06-05T00:00:00Z");
    assertThat(confirmed.get("members").asInt()).isEqualTo(6);
    assertThat(confirmed.get("labelled").asInt()).isEqualTo(5);
    assertThat(confirmed.get("standing").asString()).isEqualTo("holds");
    assertThat(confirmed.get("parts").get(0).get("cluster").asString()).isEqualTo("c-1");

    String path = PATH + "/" + confirmed.get("id").asString();
    assertThat(client.json(path)).isEqualTo(confirmed);
    HttpResponse<String> withdrawn =
        client.send("POST", path + "/withdrawal", "{\"reason\": \"the wrong one\"}");
    assertThat(withdrawn.statusCode()).isEqualTo(200);
    assertThat(client.json(path).get("standing").asString()).isEqualTo("withdrawn");
    assertThat(client.json(path).get("remark").asString())
        .isEqualTo("withdrawn by admin: the wrong one");
    problem(
        client.send("POST", path + "/withdrawal", "{\"reason\": \"again\"}"),
        409,
        "decision-withdrawn");
    problem(client.get(PATH + "/d-99"), 404, "decision-not-found");
    problem(
        client.send("POST", PATH + "/d-99/withdrawal", "{\"reason\": \"x\"}"),
        404,
        "decision-not-found");
  }

  /// Everything that shows an account of a cluster, or the cluster.
  private static final List<String> SHOWING =
      List.of(
          "/api/v1/clusters",
          "/api/v1/clusters/c-1",
          "/api/v1/clusters/c-1/members",
          "/api/v1/clusters/c-1/subgraph",
          "/api/v1/clusters/c-1/subgraph?level=full",
          "/api/v1/entities/account?id=acc-1",
          "/api/v1/entities/account/neighbours?id=acc-1",
          "/api/v1/entities/ip/neighbours?id=203.0.113.7",
          "/api/v1/entities/payment/neighbours?id=-:pi_7Qx",
          "/api/v1/entities/cluster/neighbours?id=c-1");

  private static List<JsonNode> shown() {
    return SHOWING.stream().map(client::json).peek(DecisionsIT::withoutDrawing).toList();
  }

  /// A version goes up with each correction, so that no cache shows what was before; who was gone
  /// is drawn in another place.
  private static void withoutDrawing(JsonNode body) {
    ((ObjectNode) body).remove("version");
    if (body.get("nodes") instanceof ObjectNode nodes) {
      nodes.remove(List.of("x", "y"));
    }
  }

  @Test
  void anOverturnedAccountIsCorrectedEverywhereAtOnceAndBack() {
    List<JsonNode> before = shown();
    JsonNode decision =
        taken("{\"kind\": \"false-positive\", \"reason\": \"x\", \"accounts\": [\"acc-1\"]}");
    assertThat(decision.get("accounts").get(0).asString()).isEqualTo("acc-1");
    assertThat(client.json("/api/v1/clusters").get("items").get(0).get("accounts").asInt())
        .isEqualTo(4);
    JsonNode members = client.json("/api/v1/clusters/c-1/members");
    assertThat(members.get("total").asInt()).isEqualTo(5);
    assertThat(members.get("items").toString()).doesNotContain("acc-1");
    assertThat(client.json("/api/v1/clusters/c-1").get("accounts").asInt()).isEqualTo(4);
    assertThat(client.get("/api/v1/clusters/c-1/subgraph?level=full").body())
        .doesNotContain("\"acc-1\"")
        .contains("\"acc-2\"");
    assertThat(client.json("/api/v1/entities/account?id=acc-1").get("clusters").isEmpty()).isTrue();
    assertThat(client.get("/api/v1/entities/account/neighbours?id=acc-1").body())
        .doesNotContain("\"c-1\"");
    assertThat(client.get("/api/v1/entities/cluster/neighbours?id=c-1").body())
        .doesNotContain("\"acc-1\"");
    String path = PATH + "/" + decision.get("id").asString();
    assertThat(client.send("POST", path + "/withdrawal", "{\"reason\": \"not so\"}").statusCode())
        .isEqualTo(200);
    List<JsonNode> after = shown();
    for (int i = 0; i < SHOWING.size(); i++) {
      assertThat(after.get(i)).as(SHOWING.get(i)).isEqualTo(before.get(i));
    }
  }

  @Test
  void listsArePagedAndFiltered() {
    for (int n = 1; n <= 5; n++) {
      taken(same("acc-" + n, "acc-" + (n + 1)));
    }
    JsonNode first = client.json(PATH + "?limit=3");
    assertThat(ids(first)).containsExactly("d-5", "d-4", "d-3");
    assertThat(first.get("total").asInt()).isEqualTo(5);
    JsonNode second = client.json(PATH + "?limit=3&cursor=" + first.get("next").asString());
    assertThat(ids(second)).containsExactly("d-2", "d-1");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(ids(client.json(PATH + "?account=acc-1"))).containsExactly("d-1");
    assertThat(ids(client.json(PATH + "?kind=different"))).isEmpty();
    problem(client.get(PATH + "?kind=maybe"), 400, "parameter-invalid");
    problem(
        client.get(PATH + "?limit=2&cursor=" + first.get("next").asString() + "x"),
        400,
        "cursor-invalid");
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.get("items").spliterator(), false)
        .map(n -> n.get("id").asString())
        .toList();
  }

  @Test
  void whatCannotBeDecidedIsRefusedWithWhatIsWrong() {
    taken(same("acc-1", "acc-2"));
    taken(same("acc-2", "acc-3"));
    assertThat(
            problem(
                decide(same("acc-1", "acc-3").replace("same", "different")),
                409,
                "decision-contradicts"))
        .contains("d-1")
        .contains("d-2")
        .contains("withdraw one of these first");
    assertThat(problem(decide(same("acc-1", "acc-1")), 400, "parameter-invalid"))
        .contains("acc-1 is one account");
    assertThat(problem(decide(same("acc-1", "acc-99")), 404, "entity-not-found"))
        .contains("acc-99");
    assertThat(
            problem(
                decide("{\"kind\": \"confirmed\", \"reason\": \"x\", \"cluster\": \"c-9\"}"),
                404,
                "cluster-not-found"))
        .contains("c-9");
    assertThat(
            problem(
                decide(same("acc-1", "acc-4").replace("one card reader", " ")),
                400,
                "parameter-invalid"))
        .contains("reason");
    assertThat(
            problem(
                decide(same("acc-1", "acc-4").replace("same", "equal")), 400, "parameter-invalid"))
        .contains("same, different, unsure, confirmed, false-positive");
    assertThat(
            problem(
                decide("{\"kind\": \"same\", \"reason\": \"x\", \"cluster\": \"c-1\"}"),
                400,
                "parameter-invalid"))
        .contains("two accounts");
    assertThat(ids(client.json(PATH))).as("nothing of it is kept").containsExactly("d-2", "d-1");
  }

  @Test
  void strangersAndProgramsDecideNothing(Home home) {
    assertThat(Client.anonymous(server).send("POST", PATH, same("acc-1", "acc-2")).statusCode())
        .isIn(401, 403);
    assertThat(
            Client.basic(server, "ingest", home.secret("ingest.password"))
                .send("POST", PATH, same("acc-1", "acc-2"))
                .statusCode())
        .isEqualTo(403);
    assertThat(ids(client.json(PATH))).isEmpty();
  }
}
