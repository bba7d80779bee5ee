package io.iolaus.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// What the interface answers, on a small graph that really is served.
@Neo4jTest
class RestIT {

  private static IolausServer server;
  private static Client client;

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, java.util.Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(n -> n.get(field).asString())
        .toList();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode body = Client.parse(response);
    assertThat(body.get("code").asString()).isEqualTo(code);
    assertThat(body.get("status").asInt()).isEqualTo(status);
    assertThat(body.get("detail").asString()).isNotBlank();
  }

  @Test
  void listsTheClustersThatStandNowByScore() {
    JsonNode list = client.json("/api/v1/clusters");

    assertThat(texts(list.get("items"), "id")).containsExactly("c-1", "c-2");
    assertThat(list.get("total").asInt()).isEqualTo(2);
    assertThat(list.get("shown").asInt()).isEqualTo(2);
    assertThat(list.get("reason").isNull()).isTrue();
    assertThat(list.get("next").isNull()).isTrue();
    JsonNode first = list.get("items").get(0);
    assertThat(first.get("organization").get("name").asString()).isEqualTo("Alder Research Lab");
    assertThat(first.get("capabilities").get(0).get("id").asString()).isEqualTo("coding");
    assertThat(first.get("firstSeen").asString()).isEqualTo("2026-04-22T00:00:00Z");
  }

  @Test
  void filtersAndSortsClusters() {
    assertThat(texts(client.json("/api/v1/clusters?state=review").get("items"), "id"))
        .containsExactly("c-2");
    assertThat(texts(client.json("/api/v1/clusters?q=aLdEr").get("items"), "id"))
        .containsExactly("c-1");
    assertThat(texts(client.json("/api/v1/clusters?organization=org-alder").get("items"), "id"))
        .containsExactly("c-1");
    assertThat(texts(client.json("/api/v1/clusters?sort=accounts&order=asc").get("items"), "id"))
        .containsExactly("c-2", "c-1");
  }

  @Test
  void tellsEverythingAboutOneCluster() {
    JsonNode cluster = client.json("/api/v1/clusters/c-1");

    assertThat(cluster.get("score").asDouble()).isEqualTo(0.97);
    assertThat(cluster.get("facetScores").get(0).get("without").asDouble()).isEqualTo(0.4);
    assertThat(cluster.get("signals").get(0).get("text").asString()).isEqualTo("One skeleton");
    assertThat(texts(cluster.get("evidence"), "key"))
        .containsExactly("-:pi_7Qx", "203.0.113.7", "203.0.113.8");
    assertThat(texts(cluster.get("evidence"), "type")).containsExactly("payment", "ip", "ip");
    assertThat(cluster.get("hypotheses").get(0).get("evidence").get(0).get("kind").asString())
        .isEqualTo("domain");
    assertThat(cluster.get("hypotheses").get(1).get("organization").isNull()).isTrue();
    assertThat(cluster.get("timeline").get(0).get("day").asString()).isEqualTo("2026-04-22");
    assertThat(cluster.get("run").get("id").asString()).isEqualTo("run-7");
  }

  @Test
  void tellsWhoMayStandBehindACluster() {
    JsonNode attribution = client.json("/api/v1/clusters/c-2/attribution");

    assertThat(attribution.get("outcome").asString()).isEqualTo("deception");
    JsonNode first = attribution.get("hypotheses").get(0);
    assertThat(first.get("hypothesis").asString()).isEqualTo("deception");
    assertThat(first.get("label").asString()).isEqualTo("Somebody plants signs of org-alder");
    assertThat(attribution.get("matrix").get(0).get("bits").get(0).asDouble()).isEqualTo(7);
    assertThat(attribution.get("statements").get(0).get("status").asString()).isEqualTo("alleged");
    // a cluster that was written without
    assertThat(client.json("/api/v1/clusters/c-1/attribution").get("outcome").asString())
        .isEqualTo("no-evidence");
    assertProblem(client.get("/api/v1/clusters/c-0/attribution"), 404, "cluster-not-found");
  }

  @Test
  void answersNotModifiedForTheVersionTheCallerHas() {
    for (String path :
        List.of(
            "/api/v1/clusters/c-1",
            "/api/v1/clusters/c-1/subgraph",
            "/api/v1/clusters/c-1/subgraph?level=overview",
            "/api/v1/clusters/c-1/subgraph?level=full")) {
      String tag = client.get(path).headers().firstValue("ETag").orElseThrow();
      assertThat(client.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);
      assertThat(client.with("If-None-Match", "W/\"other\"").get(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aClusterThatEndedIsNotFound() {
    assertProblem(client.get("/api/v1/clusters/c-0"), 404, "cluster-not-found");
    assertProblem(client.get("/api/v1/clusters/c-0/members"), 404, "cluster-not-found");
    assertProblem(client.get("/api/v1/clusters/c-0/subgraph"), 404, "cluster-not-found");
    assertThat(client.get("/api/v1/clusters/c-0").body())
        .contains("was dissolved (2026-05-01T00:00:00Z)", "/api/v1/clusters/c-0/lineage");
    JsonNode life = client.json("/api/v1/clusters/c-0/life");
    assertThat(life.get("lifecycle").asString()).isEqualTo("dissolved");
    assertThat(life.get("since").asString()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(client.json("/api/v1/clusters/c-0/lineage").get("total").asInt()).isZero();
    assertProblem(client.get("/api/v1/clusters/c-none/lineage"), 404, "cluster-not-found");
    assertThat(client.json("/api/v1/lineage").get("items").isEmpty()).isTrue();
  }

  @Test
  void pagesHoldEveryMemberOnceInEveryOrder() {
    for (String sort : List.of("membership", "exchanges", "createdAt", "account")) {
      for (String order : List.of("asc", "desc")) {
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/clusters/c-1/members?limit=4&sort=" + sort + "&order=" + order;
        JsonNode page = client.json(path);
        assertThat(page.get("reason").asString()).isEqualTo("page");
        while (true) {
          assertThat(page.get("total").asInt()).isEqualTo(6);
          seen.addAll(texts(page.get("items"), "account"));
          if (page.get("next").isNull()) {
            break;
          }
          page = client.json(path + "&cursor=" + page.get("next").asString());
        }
        List<String> expected =
            new ArrayList<>(List.of("acc-1", "acc-2", "acc-3", "acc-4", "acc-5", "acc-6"));
        assertThat(seen)
            .as(sort + " " + order)
            .isEqualTo(order.equals("asc") ? expected : expected.reversed());
      }
    }
  }

  @Test
  void aMemberIsNeverSurerThanItsCluster() {
    JsonNode list = client.json("/api/v1/clusters/c-2/members");

    assertThat(texts(list.get("items"), "state")).containsOnly("review");
    assertThat(client.json("/api/v1/clusters/c-2/members?state=labelled").get("total").asInt())
        .isZero();
  }

  @Test
  void refusesACursorThatWasChangedOrMoved() {
    JsonNode page = client.json("/api/v1/clusters/c-1/members?limit=2");
    String cursor = page.get("next").asString();
    String changed = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);

    assertProblem(
        client.get("/api/v1/clusters/c-1/members?limit=2&cursor=" + changed),
        400,
        "cursor-invalid");
    assertProblem(
        client.get("/api/v1/clusters/c-1/members?limit=2&sort=exchanges&cursor=" + cursor),
        400,
        "cursor-invalid");
    assertProblem(client.get("/api/v1/clusters?cursor=%21%21"), 400, "cursor-invalid");
  }

  @Test
  void columnsOfASubgraphAgree() {
    JsonNode graph = client.json("/api/v1/clusters/c-1/subgraph");

    int nodes = graph.get("nodes").get("id").size();
    int edges = graph.get("edges").get("source").size();
    for (String column : List.of("type", "label", "x", "y", "size", "state", "total")) {
      assertThat(graph.get("nodes").get(column).size()).as(column).isEqualTo(nodes);
    }
    for (String column : List.of("target", "type", "weight", "inferred")) {
      assertThat(graph.get("edges").get(column).size()).as(column).isEqualTo(edges);
    }
    for (JsonNode end : graph.get("edges").get("target")) {
      assertThat(end.asInt()).isBetween(6, nodes - 1);
    }
    assertThat(nodes).isEqualTo(9);
    assertThat(edges).isEqualTo(12);
    assertThat(graph.get("shown")).isEqualTo(graph.get("total"));
    assertThat(graph.get("reason").isNull()).isTrue();
    assertThat(graph.get("continue").isNull()).isTrue();
  }

  @Test
  void anOverviewGroupsEveryAccountAndLeadsToMore() {
    JsonNode overview = client.json("/api/v1/clusters/c-1/subgraph?level=overview");

    int accounts = 0;
    for (int g = 0; g < overview.get("nodes").get("id").size(); g++) {
      String key = overview.get("nodes").get("bundle").get(g).asString();
      JsonNode group =
          client.json("/api/v1/clusters/c-1/subgraph/bundles/" + key + "?level=overview");
      assertThat(group.get("total").asInt())
          .isEqualTo(overview.get("nodes").get("size").get(g).asInt());
      assertThat(group.get("ties").isEmpty()).isFalse();
      accounts += group.get("items").size();
    }
    assertThat(accounts).isEqualTo(6).isEqualTo(overview.get("accounts").get("total").asInt());
    assertThat(overview.get("reason").asString()).isEqualTo("grouped");
    JsonNode more = client.json(overview.get("continue").asString());
    assertThat(more.get("level").asString()).isEqualTo("default");
    assertThat(more.get("nodes").has("ties")).isFalse();
  }

  @Test
  void aFullMapHasEverything() {
    JsonNode full = client.json("/api/v1/clusters/c-1/subgraph?level=full");

    assertThat(full.get("nodes").get("id"))
        .isEqualTo(client.json("/api/v1/clusters/c-1/subgraph").get("nodes").get("id"));
    assertThat(full.get("shown")).isEqualTo(full.get("total"));
    assertThat(full.get("nodes").get("label").get(0).isNull()).isTrue();
  }

  @Test
  void bundlesArePagedAndAnswerForOnePictureOnly() {
    JsonNode overview = client.json("/api/v1/clusters/c-1/subgraph?level=overview");
    int group = 0;
    String path = "/api/v1/clusters/c-1/subgraph/bundles/";
    String key = overview.get("nodes").get("bundle").get(group).asString();
    JsonNode first = client.json(path + key + "?level=overview&limit=1");
    List<String> seen = new ArrayList<>(texts(first.get("items"), "id"));
    for (JsonNode page = first; !page.get("next").isNull(); ) {
      String cursor = page.get("next").asString();
      page = client.json(path + key + "?level=overview&limit=1&cursor=" + cursor);
      seen.addAll(texts(page.get("items"), "id"));
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(first.get("total").asInt());
    assertProblem(client.get(path + key), 404, "bundle-not-found");
    assertProblem(client.get(path + "none?level=overview"), 404, "bundle-not-found");
    assertProblem(
        client.get("/api/v1/clusters/c-0/subgraph/bundles/" + key), 404, "cluster-not-found");
  }

  private static JsonNode selection(String moments, String... entities) {
    HttpResponse<String> response =
        client.send("POST", "/api/v1/subgraphs" + moments, chosen(entities));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Client.parse(response);
  }

  private static String chosen(String... entities) {
    return Arrays.stream(entities)
        .map(entity -> entity.split(" "))
        .map(parts -> "{\"type\": \"%s\", \"id\": \"%s\"}".formatted(parts[0], parts[1]))
        .collect(Collectors.joining(", ", "{\"entities\": [", "]}"));
  }

  private static List<String> column(JsonNode nodes, String column) {
    return StreamSupport.stream(nodes.get(column).spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void aSelectionShowsWhatItsAccountsShareAndNamesWhatIsNotThere() {
    JsonNode found =
        selection("", "account acc-1", "account acc-4", "account acc-7", "ip 192.0.2.1");

    assertThat(column(found.get("nodes"), "id"))
        .containsExactly("acc-1", "acc-4", "acc-7", "-:pi_7Qx");
    assertThat(found.get("edges").get("source").size()).isEqualTo(2);
    assertThat(found.get("edges").get("weight").get(0).asDouble()).isEqualTo(11.5);
    assertThat(texts(found.get("unknown"), "id")).containsExactly("192.0.2.1");
    assertThat(texts(found.get("clusters"), "id")).containsExactly("c-1", "c-2");
    assertThat(found.get("clusters").get(0).get("accounts").asInt()).isEqualTo(2);
    assertThat(found.get("shown")).isEqualTo(found.get("total"));
    assertThat(found.get("reason").isNull()).isTrue();
  }

  @Test
  void thingsChosenBringTheAccountsThatUseTwoOfThem() {
    JsonNode found = selection("", "payment -:pi_7Qx", "ip 203.0.113.7", "ip 198.51.100.1");

    // three are behind the address and pay with the card; the other address is there with nobody
    assertThat(column(found.get("nodes"), "id"))
        .containsExactlyInAnyOrder(
            "acc-1", "acc-2", "acc-3", "-:pi_7Qx", "203.0.113.7", "198.51.100.1");
    assertThat(found.get("edges").get("source").size()).isEqualTo(6);
    // a path through a network holds together
    JsonNode path = selection("", "account acc-1", "network 203.0.113.0/24", "account acc-4");
    assertThat(column(path.get("nodes"), "id")).contains("203.0.113.0/24");
    assertThat(path.get("edges").get("source").size()).isEqualTo(4);
  }

  @Test
  void aSelectionIsOfItsMoment() {
    JsonNode before = selection("?asOf=2026-04-21T12:00:00Z", "account acc-1", "account acc-2");
    assertThat(column(before.get("nodes"), "id")).containsExactly("acc-1", "acc-2");
    assertThat(
            column(
                selection("?asOf=2026-04-22T12:00:00Z", "account acc-1", "account acc-2")
                    .get("nodes"),
                "id"))
        .contains("-:pi_7Qx", "203.0.113.7");
  }

  @Test
  void refusesASelectionThatIsNone() {
    for (String body :
        List.of(
            "{\"entities\": []}",
            chosen("cluster c-1"),
            chosen("person acc-1"),
            "{\"entities\": [{\"type\": \"account\"}]}")) {
      assertThat(client.send("POST", "/api/v1/subgraphs", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(client.send("POST", "/api/v1/subgraphs", chosen("account none")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void describesAnEntityByWhatMayBeShown() {
    JsonNode account = client.json("/api/v1/entities/account?id=acc-2");

    assertThat(account.get("properties").get("emailDomain").asString()).isEqualTo("alder.example");
    assertThat(account.get("properties").has("facts")).isFalse();
    assertThat(account.get("properties").get("createdAt").asString())
        .isEqualTo("2026-04-21T02:00:00Z");
    assertThat(account.get("clusters").get(0).get("id").asString()).isEqualTo("c-1");
    assertThat(account.get("timeline").get(1).get("count").asInt()).isEqualTo(18);
    assertThat(texts(account.get("neighbours"), "relation"))
        .containsExactlyInAnyOrder("PAID_WITH", "CONNECTED_FROM", "MEMBER_OF");

    JsonNode ip = client.json("/api/v1/entities/ip?id=203.0.113.7");
    assertThat(ip.get("clusters").get(0).get("membership").isNull()).isTrue();
    assertThat(ip.get("timeline").get(0).get("count").asInt()).isEqualTo(60);
    assertThat(client.json("/api/v1/entities/network?id=203.0.113.0/24").get("label").asString())
        .isEqualTo("Example Hosting");
  }

  @Test
  void listsNeighboursHeaviestFirstByPage() {
    JsonNode first =
        client.json(
            "/api/v1/entities/ip/neighbours?id=203.0.113.7&relation=CONNECTED_FROM&limit=2");
    assertThat(texts(first.get("items"), "id")).containsExactly("acc-3", "acc-2");
    assertThat(first.get("total").asInt()).isEqualTo(3);
    assertThat(first.get("items").get(0).get("state").asString()).isEqualTo("labelled");
    assertThat(first.get("counts").size()).isEqualTo(3);

    JsonNode second =
        client.json(
            "/api/v1/entities/ip/neighbours?id=203.0.113.7&relation=CONNECTED_FROM&limit=2&cursor="
                + first.get("next").asString());
    assertThat(texts(second.get("items"), "id")).containsExactly("acc-1");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void findsTheChainBetweenTwoAccounts() {
    JsonNode path =
        client.json("/api/v1/paths?fromType=account&from=acc-1&toType=account&to=acc-6");
    assertThat(path.get("found").asBoolean()).isTrue();
    assertThat(texts(path.get("nodes"), "id")).containsExactly("acc-1", "-:pi_7Qx", "acc-6");
    assertThat(path.get("bits").asDouble()).isEqualTo(11.5);
    assertThat(path.get("edges").get(1).get("source").asInt()).isEqualTo(2);
    assertThat(path.get("edges").get(0).get("text").asString())
        .startsWith("paid with, once, on 2026-04-22; ");
    assertThat(path.get("paths").size()).isEqualTo(1);
    assertThat(path.get("paths").get(0).get("nodes")).isEqualTo(path.get("nodes"));
    assertThat(path.get("shown").asInt()).isEqualTo(1);
    assertThat(path.get("reason").asString()).isEqualTo("limit");
    assertThat(path.get("total").isNull()).isTrue();
    assertThat(path.get("totalUnknown").asString()).isNotEmpty();

    JsonNode all = client.json(path.get("continue").asString());
    assertThat(all.get("paths").get(0)).isEqualTo(path.get("paths").get(0));
    assertThat(all.get("shown").asInt()).isEqualTo(all.get("paths").size());
    assertThat(all.get("continue").isNull()).isTrue();

    JsonNode none =
        client.json("/api/v1/paths?fromType=account&from=acc-1&toType=account&to=acc-7");
    assertThat(none.get("found").asBoolean()).isFalse();
    assertThat(none.get("reason").asString()).isEqualTo("unconnected");
    assertThat(none.get("total").asInt()).isZero();
    assertProblem(
        client.get("/api/v1/paths?fromType=account&from=acc-1&toType=account&to=nobody"),
        404,
        "entity-not-found");
  }

  @Test
  void tellsRunsDetectorsAndStatus() {
    assertThat(client.json("/api/v1/runs").get("items").get(0).get("id").asString())
        .isEqualTo("run-7");
    JsonNode detectors = client.json("/api/v1/detectors").get("items");
    assertThat(texts(detectors, "id")).contains("shared-instrument");
    assertThat(
            client
                .json("/api/v1/detectors/shared-instrument/runs")
                .get("items")
                .get(0)
                .get("links")
                .asInt())
        .isEqualTo(1);
    assertProblem(client.get("/api/v1/detectors/nothing/runs"), 404, "detector-not-found");

    JsonNode status = client.json("/api/v1/status");
    assertThat(status.get("accounts").asInt()).isEqualTo(8);
    assertThat(status.get("exchanges").asInt()).isEqualTo(210);
    assertThat(status.get("graphTime").asString()).isEqualTo("2026-06-05T00:00:00Z");
    assertThat(status.get("clusters").get("labelled").asInt()).isEqualTo(1);
    assertThat(status.get("lastRun").get("seq").asInt()).isEqualTo(7);
  }

  @Test
  void namesTheParameterThatIsWrong() {
    record Wrong(String path, String word) {}
    for (Wrong wrong :
        List.of(
            new Wrong("/api/v1/clusters?limit=0", "limit"),
            new Wrong("/api/v1/clusters?limit=many", "limit"),
            new Wrong("/api/v1/clusters?sort=colour", "sort"),
            new Wrong("/api/v1/clusters?state=guilty", "labelled, review"),
            new Wrong("/api/v1/clusters/c-1/subgraph?maxNodes=1", "maxNodes"),
            new Wrong("/api/v1/clusters/c-1/subgraph?maxNodes=many", "maxNodes"),
            new Wrong("/api/v1/clusters/c-1/subgraph?level=all", "overview, default, full"),
            new Wrong("/api/v1/clusters/c-1/subgraph?level=overview&maxNodes=301", "10..300"),
            new Wrong("/api/v1/entities/account", "id"),
            new Wrong("/api/v1/entities/person?id=x", "type"),
            new Wrong("/api/v1/entities/ip/neighbours?id=x&relation=KNOWS", "relation"),
            new Wrong(
                "/api/v1/paths?fromType=cluster&from=c-1&toType=account&to=acc-1", "fromType"),
            new Wrong(
                "/api/v1/paths?fromType=account&from=a&toType=account&to=b&limit=11",
                "limit must be less than or equal to 10"),
            new Wrong("/api/v1/search", "q"))) {
      HttpResponse<String> response = client.get(wrong.path());
      assertProblem(response, 400, "parameter-invalid");
      assertThat(Client.parse(response).get("detail").asString())
          .as(wrong.path())
          .contains(wrong.word());
    }
  }

  @Test
  void refusesInProblemJsonWhateverIsAskedFor() {
    assertProblem(client.get("/api/v1/nowhere"), 404, "route-not-found");
    assertProblem(client.get("/nowhere.html"), 404, "route-not-found");
    assertProblem(client.send("PUT", "/api/v1/clusters", "{}"), 405, "method-not-allowed");
    assertProblem(
        client.with("Accept", "application/xml").get("/api/v1/clusters"), 406, "not-acceptable");
    assertProblem(
        client.with("Content-Type", "text/plain").send("POST", "/api/v1/session", null),
        415,
        "media-type-unsupported");
    assertProblem(client.send("POST", "/api/v1/session", "{"), 400, "request-invalid");
    assertProblem(client.get("/api/v1/..%2Fsecret"), 400, "request-invalid");
  }

  @Test
  void compressesLongAnswers() {
    HttpResponse<byte[]> response =
        client.with("Accept-Encoding", "gzip").bytes("/api/v1/detectors");
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @Test
  void aDetectionElsewhereIsNotStartedHere() {
    assertProblem(client.send("POST", "/api/v1/runs", null), 409, "detection-elsewhere");
  }
}
