package io.iolaus.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.core.audit.SealedEntry;
import io.iolaus.cypher.audit.AuditCheck;
import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditQuery;
import io.iolaus.cypher.audit.AuditReader;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// What is asked of a server is recorded, once and rightly.
@Neo4jTest
class AuditIT {

  private static final String DIFFERENT =
      """
      {"kind": "different", "reason": "met both", "accounts": ["acc-1", "acc-2"]}\
      """;

  private static IolausServer server;
  private static Client client;
  private static Home home;

  private final Driver driver;
  private final AuditReader reader;

  AuditIT(Driver driver) {
    this.driver = driver;
    this.reader = new AuditReader(driver);
  }

  @BeforeAll
  static void start(Driver driver, Home atHome) {
    home = atHome;
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

  private List<SealedEntry> since(long seq) {
    return reader.page(AuditQuery.ALL, 100, null).items().stream()
        .filter(e -> e.entry().seq() > seq)
        .toList();
  }

  /// The one entry that a call leaves.
  private AuditNote left(Runnable call) {
    long before = reader.head().seq();
    call.run();
    List<SealedEntry> left = since(before);
    assertThat(left).hasSize(1);
    return left.getFirst().entry().note();
  }

  private AuditNote leftBy(String method, String path, String body, int status) {
    return left(() -> {
      HttpResponse<String> response = client.send(method, path, body);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    });
  }

  @Test
  void eachSensitiveReadLeavesOneEntry() {
    record Read(String path, AuditAct act, String type, String object) {}
    for (Read read :
        List.of(
            new Read("/clusters/c-1", AuditAct.READ_ENTITY, "cluster", "c-1"),
            new Read("/clusters/c-1/members", AuditAct.READ_MEMBERS, "cluster", "c-1"),
            new Read("/clusters/c-1/subgraph", AuditAct.READ_SUBGRAPH, "cluster", "c-1"),
            new Read("/entities/account?id=acc-1", AuditAct.READ_ENTITY, "account", "acc-1"),
            new Read("/entities/ip?id=203.0.113.7", AuditAct.READ_ENTITY, "ip", "203.0.113.7"),
            new Read(
                "/entities/account/neighbours?id=acc-1",
                AuditAct.READ_NEIGHBOURS,
                "account",
                "acc-1"),
            new Read(
                "/paths?fromType=account&from=acc-1&toType=account&to=acc-2",
                AuditAct.READ_PATH,
                "account",
                "acc-1"),
            new Read("/audit", AuditAct.READ_AUDIT, "", ""),
            new Read("/audit/export", AuditAct.EXPORT, "audit", ""))) {
      AuditNote note = leftBy("GET", "/api/v1" + read.path(), null, 200);
      assertThat(note.act()).as(read.path()).isEqualTo(read.act());
      assertThat(note.objectType()).as(read.path()).isEqualTo(read.type());
      assertThat(note.object()).as(read.path()).isEqualTo(read.object());
      assertThat(note.outcome()).isEqualTo(AuditOutcome.ALLOWED);
      assertThat(note.actor())
          .isEqualTo(new AuditActor("admin", AuditActor.Login.BASIC, "127.0.0.1"));
    }
  }

  /// People search letter by letter.
  @Test
  void searchesAreCountedTogether() {
    long before = reader.head().seq();
    for (String text : List.of("a", "ac", "acc-secret")) {
      assertThat(client.get("/api/v1/search?q=" + text).statusCode()).isEqualTo(200);
    }
    await()
        .atMost(Duration.ofSeconds(150))
        .until(() ->
            searches(before).stream()
                    .mapToLong(n -> Long.parseLong(n.detail().getOrDefault("count", "1")))
                    .sum()
                == 3);
    assertThat(searches(before)).hasSizeLessThan(3);
    assertThat(searches(before).toString()).doesNotContain("secret");
  }

  private List<AuditNote> searches(long before) {
    return since(before).stream()
        .map(e -> e.entry().note())
        .filter(n -> n.act() == AuditAct.SEARCH)
        .toList();
  }

  @Test
  void figuresLeaveNone() {
    long before = reader.head().seq();
    for (String path : List.of("/clusters", "/status", "/runs", "/decisions", "/detectors")) {
      assertThat(client.get("/api/v1" + path).statusCode()).isEqualTo(200);
    }
    assertThat(reader.head().seq()).isEqualTo(before);
  }

  @Test
  void whatIsRefusedIsRecordedToo() {
    AuditNote unknown = leftBy("GET", "/api/v1/clusters/c-999/members", null, 404);
    assertThat(unknown.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(unknown.object()).isEqualTo("c-999");
    assertThat(unknown.detail()).containsEntry("code", "cluster-not-found");
    AuditNote wrong = leftBy("GET", "/api/v1/clusters/c-1/members?limit=0", null, 400);
    assertThat(wrong.outcome()).isEqualTo(AuditOutcome.REFUSED);
    AuditNote noBody = leftBy("POST", "/api/v1/decisions", "{", 400);
    assertThat(noBody.act()).isEqualTo(AuditAct.DECIDE);
    assertThat(noBody.outcome()).isEqualTo(AuditOutcome.REFUSED);
    AuditNote nobody =
        leftBy("POST", "/api/v1/decisions", DIFFERENT.replace("acc-2", "acc-999"), 404);
    assertThat(nobody.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(nobody.object()).isEqualTo("acc-1 acc-999");
    assertThat(reader.begun(Instant.now().plusSeconds(60))).isEmpty();
  }

  @Test
  void eachChangeLeavesOneEntryWithItsReason() {
    AuditNote decided = leftBy("POST", "/api/v1/decisions", DIFFERENT, 201);
    assertThat(decided.act()).isEqualTo(AuditAct.DECIDE);
    assertThat(decided.outcome()).isEqualTo(AuditOutcome.ALLOWED);
    assertThat(decided.object()).isEqualTo("acc-1 acc-2");
    assertThat(decided.reason()).isEqualTo("different: met both");
    String id = client.json("/api/v1/decisions").get("items").get(0).get("id").asString();
    AuditNote withdrawn =
        leftBy("POST", "/api/v1/decisions/" + id + "/withdrawal", "{\"reason\": \"no\"}", 200);
    assertThat(withdrawn.act()).isEqualTo(AuditAct.WITHDRAW_DECISION);
    assertThat(withdrawn.object()).isEqualTo(id);
    assertThat(withdrawn.reason()).isEqualTo("no");

    String until = Instant.now().plus(Duration.ofDays(2)).toString();
    AuditNote suppressed =
        leftBy(
            "POST",
            "/api/v1/suppressions",
            "{\"scope\": \"account:acc-1\", \"reason\": \"known\", \"until\": \"" + until + "\"}",
            201);
    assertThat(suppressed.act()).isEqualTo(AuditAct.SUPPRESS);
    assertThat(suppressed.object()).isEqualTo("account:acc-1");
    String suppression =
        client.json("/api/v1/suppressions").get("items").get(0).get("id").asString();
    assertThat(leftBy("POST", "/api/v1/suppressions/" + suppression + "/end", "{}", 200).act())
        .isEqualTo(AuditAct.END_SUPPRESSION);

    AuditNote proposed =
        leftBy(
            "POST", "/api/v1/detectors", "{\"text\": \"no detector\", \"tests\": \"none\"}", 422);
    assertThat(proposed.act()).isEqualTo(AuditAct.PROPOSE_DETECTOR);
    assertThat(proposed.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(leftBy("POST", "/api/v1/runs", "{}", 409).act()).isEqualTo(AuditAct.START_RUN);
    assertThat(leftBy("POST", "/api/v1/alerts/run-1/1/redeliver", "{}", 404).act())
        .isEqualTo(AuditAct.REDELIVER_ALERT);
  }

  @Test
  void loginAndLogoutLeaveOneEntryEach() {
    Client anonymous = Client.anonymous(server);
    HttpResponse<String> first = anonymous.get("/api/v1/session");
    String token = cookie(first, "XSRF-TOKEN");
    String[] session = new String[1];
    AuditNote login =
        left(() -> {
          HttpResponse<String> done =
              anonymous
                  .with("Cookie", token, "X-XSRF-TOKEN", token.substring(token.indexOf('=') + 1))
                  .send(
                      "POST",
                      "/api/v1/session",
                      "{\"username\":\"admin\",\"password\":\"%s\"}"
                          .formatted(home.secret("admin.password")));
          assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
          session[0] = cookie(done, "IOLAUS-SESSION") + "; " + cookie(done, "XSRF-TOKEN");
        });
    assertThat(login.act()).isEqualTo(AuditAct.LOGIN);
    assertThat(login.outcome()).isEqualTo(AuditOutcome.ALLOWED);
    assertThat(login.actor().name()).isEqualTo("admin");
    assertThat(login.actor().login()).isEqualTo(AuditActor.Login.SESSION);
    String fresh = session[0].substring(session[0].lastIndexOf('=') + 1);
    AuditNote logout =
        left(() -> {
          HttpResponse<String> done =
              anonymous
                  .with("Cookie", session[0], "X-XSRF-TOKEN", fresh)
                  .send("DELETE", "/api/v1/session", null);
          assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        });
    assertThat(logout.act()).isEqualTo(AuditAct.LOGOUT);
    assertThat(logout.actor().name()).isEqualTo("admin");
  }

  private static String cookie(HttpResponse<?> response, String name) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith(name) && !c.contains("Max-Age=0"))
        .reduce((one, last) -> last)
        .map(c -> c.substring(0, c.indexOf(';')))
        .orElseThrow(() -> new AssertionError(response.headers().toString()));
  }

  /// In a server of its own: it has locked this address out afterwards.
  @Test
  void failedLoginsAreFoldedAndNameNobody() {
    long before = reader.head().seq();
    try (IolausServer other =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)))) {
      Client wrong = Client.basic(other, "hunter2", "nonsense");
      for (int i = 0; i < 40; i++) {
        assertThat(wrong.get("/api/v1/clusters").statusCode()).isIn(401, 429);
      }
      // Forbidden for somebody who is known.
      Client metrics = Client.bearer(server, home.secret("metrics.password"));
      assertThat(metrics.get("/api/v1/clusters").statusCode()).isEqualTo(403);
    }
    await()
        .atMost(Duration.ofSeconds(75))
        .until(
            () -> since(before).stream().anyMatch(e -> e.entry().note().act() == AuditAct.ACCESS));
    List<AuditNote> notes = since(before).stream().map(e -> e.entry().note()).toList();
    List<AuditNote> logins = notes.stream().filter(n -> n.act() == AuditAct.LOGIN).toList();
    assertThat(logins).hasSizeBetween(2, 4);
    assertThat(
            logins.stream()
                .mapToLong(n -> Long.parseLong(n.detail().getOrDefault("count", "1")))
                .sum())
        .isEqualTo(40);
    assertThat(logins)
        .allSatisfy(note -> {
          assertThat(note.outcome()).isEqualTo(AuditOutcome.REFUSED);
          assertThat(note.actor().address()).isEqualTo("127.0.0.1");
          assertThat(note.toString()).doesNotContain("hunter2", "nonsense");
        });
    assertThat(notes)
        .filteredOn(n -> n.act() == AuditAct.ACCESS)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.actor().name()).isEqualTo("metrics");
          assertThat(note.actor().login()).isEqualTo(AuditActor.Login.BEARER);
          assertThat(note.object()).isEqualTo("GET /api/v1/clusters");
        });
  }

  @Test
  void withoutAnAuditNothingIsShownOrDone() throws Exception {
    client.get("/api/v1/clusters/c-1/members");
    await().until(() -> Files.exists(home.auditAnchors()));
    Files.move(home.auditAnchors(), home.auditAnchors().resolveSibling("moved.log"));
    Files.createDirectories(home.auditAnchors()); // in the way of the file
    try {
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> client.get("/api/v1/clusters/c-1/members").statusCode() == 503);
      HttpResponse<String> read = client.get("/api/v1/clusters/c-1/members");
      assertThat(Client.parse(read).get("code").asString()).isEqualTo("audit-unavailable");
      assertThat(read.body()).doesNotContain("acc-");
      long decisions = count("MATCH (d:Decision) RETURN count(d)");
      HttpResponse<String> change = client.send("POST", "/api/v1/decisions", DIFFERENT);
      assertThat(change.statusCode()).isEqualTo(503);
      assertThat(Client.parse(change).get("code").asString()).isEqualTo("audit-unavailable");
      assertThat(count("MATCH (d:Decision) RETURN count(d)")).isEqualTo(decisions);
    } finally {
      Files.delete(home.auditAnchors());
      Files.move(home.auditAnchors().resolveSibling("moved.log"), home.auditAnchors());
    }
    assertThat(client.get("/api/v1/clusters/c-1/members").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesAreStableThoughReadingThemIsRecorded() {
    for (int i = 0; i < 12; i++) {
      client.get("/api/v1/clusters/c-1/members");
    }
    JsonNode first = client.json("/api/v1/audit?limit=5");
    JsonNode second = client.json("/api/v1/audit?limit=5&cursor=" + first.get("next").asString());
    assertThat(second.get("items").get(0).get("seq").asLong())
        .isEqualTo(first.get("items").get(4).get("seq").asLong() - 1);
    JsonNode mine = client.json("/api/v1/audit?act=read-members&object=c-1&outcome=allowed");
    assertThat(mine.get("total").asLong())
        .isEqualTo(
            count(
                "MATCH (e:AuditEntry {act: 'read-members', object: 'c-1', outcome: 'allowed'})"
                    + " RETURN count(e)"));
    assertThat(client.get("/api/v1/audit?act=nothing").statusCode()).isEqualTo(400);
  }

  @Test
  void exportsAllWithoutFormulas() throws Exception {
    try (AuditLog log = new AuditLog(driver, home, Clock.systemUTC())) {
      log.append(
          AuditNote.of(
              AuditActor.ofCommand("ada"),
              AuditAct.DECIDE,
              "account",
              "=HYPERLINK(\"x\")",
              AuditOutcome.ALLOWED,
              "+1",
              Map.of()));
    }
    String csv = client.get("/api/v1/audit/export?format=csv").body();
    assertThat(csv).startsWith("seq,at,actor").contains("'=HYPERLINK", ",'+1,");
    HttpResponse<String> lines = client.get("/api/v1/audit/export");
    assertThat(lines.body()).contains("\"object\":\"=HYPERLINK(");
    assertThat(lines.body().lines().count()).isEqualTo(reader.head().seq());
    assertThat(
            AuditCheck.verify(
                    driver, List.of(AuditKey.of(home.auditKey())), List.of(home.auditAnchors()))
                .findings())
        .isEmpty();
  }

  private long count(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }
}
