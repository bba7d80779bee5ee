package io.iolaus.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;

/// Every list of every route says how much it shows of how much, why it stops and how to go on: all
/// are walked to their end and held against a count of our own. A route that is not named here
/// fails the test.
@Neo4jTest
class EveryListIT {

  private static final int HUB = 30_000;

  private static IolausServer server;
  private static Client client;
  private static Driver graph;

  /// A list, and the statement that counts it independently.
  private record Listed(String route, String address, int limit, String count) {
    static Listed of(String route, int limit, String count) {
      return new Listed(route, route, limit, count);
    }
  }

  private static final String HUB_NEIGHBOURS = "/api/v1/entities/{type}/neighbours";
  private static final String SEARCH = "/api/v1/search?q=acct:member-";
  private static final String MEMBERS = "/api/v1/clusters/{id}/members";
  private static final String DETECTOR_RUNS = "/api/v1/detectors/{id}/runs";

  private static List<Listed> lists() {
    String hub = "/api/v1/entities/ip/neighbours?id=203.0.113.7";
    return List.of(
        new Listed(
            HUB_NEIGHBOURS,
            hub,
            199,
            "MATCH (:IpAddress {id: '203.0.113.7'})--(x) RETURN count(x)"),
        new Listed(
            HUB_NEIGHBOURS,
            hub + "&relation=CONNECTED_FROM&neighbour=account&minWeight=90",
            173,
            "MATCH (:IpAddress {id: '203.0.113.7'})<-[r:CONNECTED_FROM]-(x:Account)"
                + " WHERE r.total >= 90 RETURN count(x)"),
        new Listed(
            HUB_NEIGHBOURS,
            hub + "&neighbour=network",
            3,
            "MATCH (:IpAddress {id: '203.0.113.7'})--(x:Network) RETURN count(x)"),
        new Listed(
            HUB_NEIGHBOURS,
            "/api/v1/entities/cluster/neighbours?id=c-1",
            97,
            "MATCH (:Cluster {id: 'c-1'})-[r]-(x) WHERE r.validTo IS NULL"
                + " AND (x:Account OR x:IpAddress) RETURN count(DISTINCT x)"),
        new Listed(
            HUB_NEIGHBOURS,
            "/api/v1/entities/account/neighbours?id=hub-1",
            2,
            "MATCH (:Account {id: 'hub-1'})-[:CONNECTED_FROM|PAID_WITH]-(x) RETURN count(x)"),
        Listed.of(
            "/api/v1/clusters", 7, "MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN count(c)"),
        new Listed(
            MEMBERS,
            "/api/v1/clusters/c-1/members",
            97,
            "MATCH (a:Account)-[m:MEMBER_OF]->(:Cluster {id: 'c-1'}) WHERE m.validTo IS NULL"
                + " RETURN count(a)"),
        new Listed(
            MEMBERS,
            "/api/v1/clusters/c-1/members?state=review&sort=account",
            53,
            "MATCH (a:Account)-[m:MEMBER_OF {state: 'review'}]->(:Cluster {id: 'c-1'})"
                + " WHERE m.validTo IS NULL RETURN count(a)"),
        Listed.of("/api/v1/lineage", 13, "MATCH (e:LineageEvent) RETURN count(e)"),
        new Listed(
            "/api/v1/clusters/{id}/lineage",
            "/api/v1/clusters/c-1/lineage",
            7,
            "MATCH (:Cluster {id: 'c-1'})<-[:FROM|TO]-(e:LineageEvent) RETURN count(DISTINCT e)"),
        Listed.of("/api/v1/alerts", 17, "MATCH (a:Alert) RETURN count(a)"),
        Listed.of("/api/v1/decisions", 11, "MATCH (d:Decision) RETURN count(d)"),
        new Listed(
            "/api/v1/suppressions",
            "/api/v1/suppressions?all=true",
            11,
            "MATCH (s:Suppression) RETURN count(s)"),
        new Listed(
            "/api/v1/search",
            SEARCH,
            41,
            "MATCH (a:Account) WHERE a.id STARTS WITH 'member-' RETURN count(a)"),
        Listed.of("/api/v1/users", 3, "MATCH (u:User) RETURN count(u) + 1"), // and `admin`
        Listed.of("/api/v1/tokens", 3, "MATCH (t:ApiToken) RETURN count(t)"),
        Listed.of("/api/v1/cases", 3, "MATCH (c:CaseFile) RETURN count(c)"),
        Listed.of("/api/v1/batches", 13, "MATCH (b:Batch) RETURN count(b)"),
        Listed.of("/api/v1/runs", 7, "MATCH (r:Run) RETURN count(r)"),
        new Listed(
            DETECTOR_RUNS,
            "/api/v1/detectors/shared-instrument/runs",
            9,
            "MATCH (d:DetectorRun {detector: 'shared-instrument'}) RETURN count(d)"),
        new Listed(
            "/api/v1/detectors/{id}/versions",
            "/api/v1/detectors/shared-instrument/versions",
            0,
            "MATCH (v:DetectorVersion) RETURN count(v)"),
        new Listed(
            "/api/v1/detectors/{id}/backtests",
            "/api/v1/detectors/shared-instrument/backtests",
            0,
            "MATCH (b:Backtest) RETURN count(b)"),
        new Listed(
            "/api/v1/detectors",
            "/api/v1/detectors",
            0,
            "RETURN " + DetectorCatalog.load().all().size()),
        new Listed(
            "/api/v1/detectors/precision",
            "/api/v1/detectors/precision",
            0,
            "MATCH (t:DetectorTally) RETURN count(t)"));
  }

  /// Routes that are no list, or one that is held against a count elsewhere, with the reason.
  private static final Map<String, String> OTHERWISE = new HashMap<>();

  static {
    for (String one :
        List.of(
            "/api/v1/status",
            "/api/v1/session",
            "/api/v1/session/sign-on",
            "/api/v1/session/sign-on/provider",
            "/api/v1/session/sign-on/return",
            "/api/v1/health",
            "/api/v1/clusters/{id}",
            "/api/v1/clusters/{id}/attribution",
            "/api/v1/clusters/{id}/life",
            "/api/v1/clusters/{id}/explanation",
            "/api/v1/clusters/{id}/members/explanation",
            "/api/v1/entities/account/explanation",
            "/api/v1/entities/{type}",
            "/api/v1/previews/{id}",
            "/api/v1/decisions/{id}",
            "/api/v1/suppressions/{id}",
            "/api/v1/batches/{id}",
            "/api/v1/users/{name}",
            "/api/v1/tokens/{id}",
            "/api/v1/search/status",
            "/api/v1/cases/{id}",
            "/api/v1/cases/{id}/comments/{number}",
            "/api/v1/cases/{id}/attachments/{number}/content",
            "/api/v1/acts/{id}",
            "/api/v1/detectors/{id}")) {
      OTHERWISE.put(one, "one thing");
    }
    OTHERWISE.put("/api/v1/paths", "PathReaderIT, against all paths of small graphs");
    for (String one : List.of("items", "comments", "history", "attachments")) {
      OTHERWISE.put("/api/v1/cases/{id}/" + one, "CasesIT");
    }
    OTHERWISE.put("/api/v1/statements", "files of the program: PanelTest");
    OTHERWISE.put("/api/v1/acts/{id}/stream", "a stream: BulkActsIT");
    OTHERWISE.put("/api/v1/acts", "BulkActsIT");
    OTHERWISE.put("/api/v1/acts/{id}/accounts", "BulkActsIT");
    OTHERWISE.put("/api/v1/audit", "grows by each look at it: AuditIT walks it");
    OTHERWISE.put("/api/v1/audit/export", "all there is: AuditIT");
    for (String list :
        List.of(
            "clusters",
            "clusters/{id}",
            "clusters/{id}/members",
            "entities/{type}/neighbours",
            "decisions",
            "cases/{id}/items")) {
      OTHERWISE.put("/api/v1/" + list + "/export", "all there is: ExportIT");
    }
    OTHERWISE.put("/api/v1/clusters/{id}/subgraph/bundles/{key}", "RestIT");
    OTHERWISE.put("/api/v1/metrics", "the text form of Prometheus");
    OTHERWISE.put("/api/v1/alerts/stream", "a stream without an end");
    OTHERWISE.put("/api/v1/batches/{id}/rejections", "lines in files: EventsIT walks them");
    OTHERWISE.put("/api/v1/entities/{type}/neighbours/counts", "countsAreThoseOfTheGraph");
    OTHERWISE.put("/api/v1/clusters/{id}/subgraph", "subgraphSaysHowMuchThereIs");
  }

  @BeforeAll
  static void start(Driver driver, Home home) {
    graph = driver;
    fill();
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
    for (int i = 0; i < 7; i++) {
      create("/api/v1/cases", "{\"title\": \"case-%d\", \"priority\": \"low\"}".formatted(i));
      create("/api/v1/users", "{\"name\": \"user-%d\", \"roles\": [\"viewer\"]}".formatted(i));
      create(
          "/api/v1/tokens",
          "{\"name\": \"token-%d\", \"scopes\": [\"viewer\"], \"expiresAt\": \"%s\"}"
              .formatted(i, Instant.now().plus(Duration.ofDays(1))));
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          JsonNode index = client.json("/api/v1/search/status").get("index");
          return index.get("complete").asBoolean()
              && !index.get("behind").asBoolean()
              // the first search takes longer than one may
              && "page".equals(client.json(SEARCH + "&limit=41").get("reason").asString());
        });
  }

  private static void create(String path, String body) {
    HttpResponse<String> made =
        client.with("Content-Type", "application/json").send("POST", path, body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void fill() {
    run(
        """
        CREATE (ip:IpAddress {id: '203.0.113.7', version: 4, evidence: true, accounts: 30000}),
          (ip)-[:IN_NETWORK]->(:Network {id: '203.0.113.0/24'}),
          (c:Cluster {id: 'c-1', state: 'labelled', score: 0.9, run: 'run-1', lifecycle: 'active', accounts: 500}),
          (c)-[:SUPPORTED_BY {facet: 'network', detector: 'shared-address', bits: 7.0, run: 'run-1'}]->(ip),
          (:PaymentInstrument {id: '-:card', instrument: 'card', accounts: 1})
        """);
    for (int from = 0; from < HUB; from += 5_000) {
      run(
          """
          MATCH (ip:IpAddress {id: '203.0.113.7'})
          UNWIND range(%d, %d) AS n
          CREATE (:Account {id: 'hub-' + n, exchanges: n})-[:CONNECTED_FROM {total: n %% 101, days: [date('2026-04-01')],
            counts: [n %% 101], firstSeen: datetime('2026-04-01T00:00:00Z'), lastSeen: datetime('2026-04-01T00:00:00Z')}]->(ip)
          """
              .formatted(from, from + 4_999));
    }
    run(
        """
        MATCH (c:Cluster {id: 'c-1'}), (p:PaymentInstrument)
        MATCH (one:Account {id: 'hub-1'}) CREATE (one)-[:PAID_WITH {total: 1}]->(p)
        WITH c
        UNWIND range(1, 613) AS n
        CREATE (:Account {id: 'member-' + n, exchanges: n})-[:MEMBER_OF {state: CASE n % 5 WHEN 0 THEN 'review' ELSE 'labelled' END,
          membership: 0.5 + n % 7 / 20.0, bits: 9.0, facets: ['network'], facetBits: [9.0], run: 'run-1'}]->(c)
        """);
    run(
        """
        UNWIND range(2, 40) AS n
        CREATE (:Cluster {id: 'c-' + n, state: 'review', score: n % 3 / 10.0, run: 'run-1', lifecycle: 'active', accounts: 2})
        """);
    run(
        "CREATE (:Cluster {id: 'c-old', state: 'review', validTo:"
            + " datetime('2026-01-01T00:00:00Z')})");
    run(
        """
        UNWIND range(1, 60) AS n
        CREATE (r:Run {id: 'run-' + n, seq: n, complete: true, asOf: datetime('2026-04-01T00:00:00Z'),
          recordedAt: datetime('2026-04-02T00:00:00Z')})-[:INCLUDES]->(:DetectorRun {id: 'run-' + n + '/shared-instrument',
          detector: 'shared-instrument', version: 1, status: 'complete', links: 0, members: 0, millis: 1})
        CREATE (:Batch {id: 'b-' + n, seq: n, source: 'x', complete: true, recordedAt: datetime('2026-04-01T00:00:00Z')})
        CREATE (:Decision {id: 'd-' + n, seq: n, kind: 'unsure', by: 'ann', reason: 'x', at: datetime('2026-04-01T00:00:00Z'),
          recordedAt: datetime('2026-04-01T00:00:00Z'), accounts: ['member-' + n, 'other'], members: [], labelled: 0})
        CREATE (:Suppression {id: 's-' + n, seq: n, scope: 'ip:198.51.100.' + n, reason: 'x', owner: 'ann',
          recordedAt: datetime('2026-04-01T00:00:00Z'), expiresAt: datetime('2026-05-01T00:00:00Z')})
        CREATE (:Alert {id: 'run-' + n + '/1', place: n, kind: 'founded', run: 'run-' + n, at: datetime('2026-04-01T00:00:00Z'),
          recordedAt: datetime('2026-04-01T00:00:00Z'), raisedAt: datetime('2026-04-01T00:00:00Z'), parents: [], clusters: [],
          states: [], organizations: [], confidences: [], before: 0, after: 1, joined: '{}', left: '{}', title: 't', text: 't',
          because: [], detectors: []})
        CREATE (e:LineageEvent {id: 'run-' + n + '/1', place: n, kind: 'founded', at: datetime('2026-04-01T00:00:00Z'),
          recordedAt: datetime('2026-04-01T00:00:00Z'), states: ['labelled'], before: 0, after: 1, joined: '{}', left: '{}',
          text: 't'})-[:IN_RUN]->(r)
        WITH e, n
        MATCH (c:Cluster {id: 'c-' + CASE n % 2 WHEN 0 THEN 1 ELSE 2 END})
        CREATE (e)-[:TO]->(c)
        """);
  }

  private static void run(String statement) {
    try (Session session = graph.session()) {
      session.run(statement).consume();
    }
  }

  private static long count(String statement) {
    try (Session session = graph.session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }

  @Test
  void everyRouteIsHeldAgainstACountOrSaysWhyNot() {
    Set<String> described = new TreeSet<>();
    client
        .json("/openapi")
        .get("paths")
        .properties()
        .forEach(path -> {
          if (path.getValue().has("get")) {
            described.add(path.getKey());
          }
        });
    Set<String> here = new TreeSet<>(OTHERWISE.keySet());
    lists().forEach(list -> here.add(list.route()));
    assertThat(described).as("routes that nobody looks at").isSubsetOf(here);
  }

  @TestFactory
  Stream<DynamicTest> everyListIsWalkedToItsEnd() {
    return lists().stream().map(list -> DynamicTest.dynamicTest(list.address(), () -> walk(list)));
  }

  private static void walk(Listed list) {
    long wanted = count(list.count());
    String sign = list.address().contains("?") ? "&" : "?";
    String first = list.address() + (list.limit() == 0 ? "" : sign + "limit=" + list.limit());
    Set<String> seen = new HashSet<>();
    String address = first;
    while (true) {
      JsonNode page = client.json(address);
      page.get("items")
          .forEach(item -> assertThat(seen.add(identity(item))).as("%s", item).isTrue());
      assertThat(page.get("shown").asInt()).isEqualTo(page.get("items").size());
      assertThat(page.get("total").asLong()).as("total of %s", address).isEqualTo(wanted);
      long remaining = wanted - seen.size();
      JsonNode next = page.get("next");
      assertThat(page.get("reason").isNull()).as("%d left", remaining).isEqualTo(remaining == 0);
      assertThat(next.isNull()).as("%d left", remaining).isEqualTo(remaining == 0);
      if (next.isNull()) {
        return;
      }
      assertThat(page.get("reason").asString()).isEqualTo("page");
      assertThat(page.get("shown").asInt()).as("a full page").isEqualTo(list.limit());
      address = first + "&cursor=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
    }
  }

  /// Neighbours are told apart by their relation as well, users by name, tallies by version.
  private static String identity(JsonNode item) {
    return item.path("type")
        + "/"
        + item.path("relation")
        + "/"
        + item.path("id")
        + item.path("name")
        + "/"
        + item.path("account")
        + "/"
        + item.path("detector")
        + "/"
        + item.path("version");
  }

  @Test
  void neighboursComeHeaviestFirstAndEqualsByTheirIds() {
    JsonNode page =
        client.json("/api/v1/entities/ip/neighbours?id=203.0.113.7&neighbour=account&limit=5");
    List<String> expected;
    try (Session session = graph.session()) {
      expected =
          session
              .run(
                  "MATCH (:IpAddress {id: '203.0.113.7'})<-[r:CONNECTED_FROM]-(a)"
                      + " RETURN a.id AS id ORDER BY r.total DESC, id LIMIT 5")
              .list(row -> row.get("id").asString());
    }
    assertThat(page.get("items").values().stream().map(i -> i.get("id").asString()))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void countsAreThoseOfTheGraph() {
    JsonNode counts = client.json("/api/v1/entities/ip/neighbours/counts?id=203.0.113.7");
    assertThat(counts.get("total").asLong())
        .isEqualTo(count("MATCH (:IpAddress {id: '203.0.113.7'})--(x) RETURN count(x)"));
    long sum = 0;
    for (JsonNode one : counts.get("counts")) {
      sum += one.get("count").asLong();
    }
    assertThat(sum).isEqualTo(counts.get("total").asLong());
    assertThat(client.json("/api/v1/entities/ip/neighbours?id=203.0.113.7").get("counts"))
        .containsExactlyInAnyOrderElementsOf(counts.get("counts"));
  }

  @Test
  void subgraphSaysHowMuchThereIs() {
    JsonNode cut = client.json("/api/v1/clusters/c-1/subgraph?maxNodes=10&maxEdges=10");
    assertThat(cut.at("/total/nodes").asLong())
        .isEqualTo(
            count(
                "MATCH (c:Cluster {id: 'c-1'})-[r:MEMBER_OF|SUPPORTED_BY]-(x)"
                    + " RETURN count(DISTINCT x)"));
    assertThat(cut.at("/shown/nodes").asInt()).isLessThanOrEqualTo(10);
  }
}
