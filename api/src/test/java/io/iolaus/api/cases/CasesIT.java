package io.iolaus.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.security.PasswordHashes;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.core.access.UserRole;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Cases as analysts work on them.
@Neo4jTest
class CasesIT {

  private static final String PATH = "/api/v1/cases";

  private static IolausServer server;
  private static Client client;
  private static Client ann;

  private final Driver driver;

  CasesIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
    UserStore users = new UserStore(driver, home.accessKey(), Clock.systemUTC());
    String hash = new PasswordHashes().hash("a long enough sentence");
    users.add("ann", Set.of(UserRole.ANALYST), hash, "test");
    users.password("ann", hash, false, "ann");
    ann = Client.basic(server, "ann", "a long enough sentence");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body().isEmpty() ? null : Client.parse(answer);
  }

  private static String problem(HttpResponse<String> answer, int status, String code) {
    JsonNode problem = ok(answer, status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    return problem.get("detail").asString();
  }

  private static String opened(String body) {
    HttpResponse<String> answer = client.send("POST", PATH, body);
    JsonNode file = ok(answer, 201);
    String place = answer.headers().firstValue("Location").orElseThrow();
    assertThat(place).isEqualTo(PATH + "/" + file.get("id").asString());
    return place;
  }

  private static String title(String title) {
    return "{\"title\": \"%s\"}".formatted(title);
  }

  private static HttpResponse<String> change(String place, long version, String body) {
    return client.with("If-Match", "\"" + version + "\"").send("PATCH", place, body);
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.get("items").valueStream().map(n -> n.get(field).asString()).toList();
  }

  private void run(String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private long count(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }

  @Test
  void goesFromOpenToClosedAndSaysWhoChangedWhat() {
    String place =
        opened("{\"title\": \" Ring \", \"priority\": \"high\", \"tags\": [\"q3\", \"cards\"]}");
    HttpResponse<String> read = client.get(place);
    assertThat(read.headers().firstValue("ETag")).hasValue("\"0\"");
    JsonNode file = ok(read, 200);
    assertThat(file.get("title").asString()).isEqualTo("Ring");
    assertThat(file.get("status").asString()).isEqualTo("open");
    assertThat(file.get("tags").toString()).isEqualTo("[\"cards\",\"q3\"]");
    assertThat(file.at("/sla/allowedSeconds").asLong()).isEqualTo(24 * 3600);
    assertThat(file.at("/sla/exceeded").asBoolean()).isFalse();

    problem(client.send("PATCH", place, "{\"status\": \"waiting\"}"), 428, "if-match-missing");
    String begun = "{\"status\": \"investigating\", \"assignee\": \"ann\", \"reason\": \"mine\"}";
    assertThat(ok(change(place, 0, begun), 200).get("version").asLong()).isEqualTo(1);
    assertThat(ok(change(place, 1, begun), 200).get("version").asLong())
        .as("what changes nothing is no version")
        .isEqualTo(1);
    problem(change(place, 0, "{\"title\": \"x\"}"), 412, "case-changed");
    assertThat(problem(change(place, 1, "{\"status\": \"closed\"}"), 400, "parameter-invalid"))
        .contains("outcome must be given");
    assertThat(problem(change(place, 1, "{\"assignee\": \"bob\"}"), 400, "parameter-invalid"))
        .contains("bob");
    problem(change(place, 1, "{\"priority\": \"soon\"}"), 400, "parameter-invalid");
    JsonNode closed =
        ok(change(place, 1, "{\"status\": \"closed\", \"outcome\": \"false-positive\"}"), 200);
    assertThat(closed.get("outcome").asString()).isEqualTo("false-positive");
    assertThat(closed.at("/sla/dueAt").isNull()).isTrue();
    assertThat(problem(change(place, 2, "{\"status\": \"waiting\"}"), 409, "case-status"))
        .contains("can become investigating");
    JsonNode again = ok(change(place, 2, "{\"status\": \"investigating\"}"), 200);
    assertThat(again.get("outcome").isNull()).isTrue();
    assertThat(ok(change(place, 3, "{\"assignee\": \"\"}"), 200).get("assignee").isNull()).isTrue();

    JsonNode history = client.json(place + "/history");
    assertThat(texts(history, "kind"))
        .containsExactly("changed", "changed", "changed", "changed", "opened");
    JsonNode first = history.at("/items/3");
    assertThat(first.get("by").asString()).isEqualTo("admin");
    assertThat(first.get("reason").asString()).isEqualTo("mine");
    assertThat(first.get("changes").toString())
        .isEqualTo(
            "[{\"field\":\"status\",\"before\":\"open\",\"after\":\"investigating\"},"
                + "{\"field\":\"assignee\",\"before\":\"\",\"after\":\"ann\"}]");
    JsonNode page = client.json(place + "/history?limit=2");
    assertThat(page.get("total").asInt()).isEqualTo(5);
    assertThat(texts(client.json(place + "/history?cursor=" + page.get("next").asString()), "kind"))
        .containsExactly("changed", "changed", "opened");
    problem(client.get(PATH + "/case-9999"), 404, "case-not-found");
  }

  /// Somebody is first, and the others hear of it.
  @Test
  void ofManyWhoChangeWhatTheyReadOneDoes() throws Exception {
    String place = opened(title("contended"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> tries =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(
                  n -> () -> change(place, 0, title("by " + n)).statusCode())
              .toList();
      List<Integer> statuses = threads.invokeAll(tries).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }
    assertThat(client.json(place).get("version").asLong()).isEqualTo(1);
    assertThat(client.json(place + "/history").get("total").asInt()).isEqualTo(2);
  }

  @Test
  void listsByWhatIsAskedAndInPages() {
    String tag = "listed";
    for (int n = 0; n < 5; n++) {
      opened("{\"title\": \"l%d\", \"priority\": \"low\", \"tags\": [\"%s\"]}".formatted(n, tag));
    }
    String of = PATH + "?tag=" + tag;
    JsonNode first = client.json(of + "&limit=3");
    assertThat(texts(first, "title")).containsExactly("l4", "l3", "l2");
    assertThat(first.get("total").asInt()).isEqualTo(5);
    JsonNode rest = client.json(of + "&limit=3&cursor=" + first.get("next").asString());
    assertThat(texts(rest, "title")).containsExactly("l1", "l0");
    String oldest = PATH + "/" + rest.at("/items/1/id").asString();
    String other = PATH + "/" + rest.at("/items/0/id").asString();
    ok(change(oldest, 0, "{\"assignee\": \"ann\"}"), 200);
    ok(change(other, 0, "{\"status\": \"waiting\"}"), 200);
    assertThat(texts(client.json(of + "&assignee=ann"), "title")).containsExactly("l0");
    assertThat(texts(client.json(of + "&status=waiting"), "title")).containsExactly("l1");
    assertThat(texts(client.json(of + "&priority=urgent"), "title")).isEmpty();

    // As if they had been opened long ago: the graph and Java must agree on who is late.
    run(
        "MATCH (f:CaseFile) WHERE $tag IN f.tags SET f.openedAt = f.openedAt - duration({days: 15})"
            .replace("$tag", "'" + tag + "'"));
    run("MATCH (f:CaseFile {title: 'l1'}) SET f.standsSince = f.openedAt + duration({days: 13})");
    run("MATCH (f:CaseFile {title: 'l2'}) SET f.stoodMillis = 2 * 24 * 3600 * 1000");
    JsonNode late = client.json(of + "&overdue=true");
    assertThat(texts(late, "title")).containsExactly("l4", "l3", "l0");
    client
        .json(of)
        .get("items")
        .forEach(file ->
            assertThat(texts(late, "id").contains(file.get("id").asString()))
                .as(file.toString())
                .isEqualTo(
                    file.at("/sla/exceeded").asBoolean()
                        && !file.get("status").asString().equals(CaseStatus.CLOSED.text())));
    assertThat(client.json(of + "&overdue=false").get("total").asInt()).isEqualTo(2);
  }

  private static String items(String type, String... ids) {
    StringBuilder all = new StringBuilder();
    for (String id : ids) {
      all.append(all.isEmpty() ? "" : ",")
          .append("{\"type\":\"%s\",\"id\":\"%s\"}".formatted(type, id));
    }
    return "{\"items\":[%s],\"reason\":\"seen together\"}".formatted(all);
  }

  @Test
  void keepsWhatWasPutInWhateverBecomesOfIt() {
    run(
        """
        CREATE (c:Cluster {id: 'c-50', state: 'labelled', run: 'run-7'})
        WITH c UNWIND range(50, 53) AS i
        CREATE (:Account {id: 'acc-' + i})-[:MEMBER_OF {state: 'labelled', run: 'run-7'}]->(c)
        """);
    String place = opened(title("splits"));
    assertThat(ok(client.send("POST", place + "/items", items("cluster", "c-50")), 200).toString())
        .isEqualTo("{\"done\":1,\"already\":0}");
    assertThat(
            ok(
                    ann.send(
                        "POST", place + "/items", items("account", "acc-50", "acc-60", "acc-50")),
                    404)
                .get("detail")
                .asString())
        .contains("acc-60");
    assertThat(ok(ann.send("POST", place + "/items", items("account", "acc-50")), 200).toString())
        .isEqualTo("{\"done\":1,\"already\":0}");
    assertThat(ok(ann.send("POST", place + "/items", items("account", "acc-50")), 200).toString())
        .isEqualTo("{\"done\":0,\"already\":1}");
    JsonNode cluster = client.json(place + "/items?type=cluster").at("/items/0");
    assertThat(cluster.get("standing").asString()).isEqualTo("stands");
    assertThat(cluster.get("members").asInt()).isEqualTo(4);
    assertThat(cluster.get("left").asInt()).isEqualTo(4);

    // It splits; one part was merged into another cluster, one account is loaded anew.
    run(
        """
        MATCH (c:Cluster {id: 'c-50'})
        SET c.validTo = datetime('2026-06-07T00:00:00Z'), c.mergedInto = 'c-51'
        CREATE (d:Cluster {id: 'c-51', state: 'labelled', run: 'run-8'}), (e:Cluster {id: 'c-52', state: 'review', run: 'run-8'})
        WITH c, d, e MATCH (a:Account)-[m:MEMBER_OF]->(c)
        SET m.validTo = c.validTo
        FOREACH (x IN CASE WHEN a.id = 'acc-53' THEN [] ELSE [CASE WHEN a.id = 'acc-52' THEN e ELSE d END] END |
          CREATE (a)-[:MEMBER_OF {run: 'run-8', state: 'labelled'}]->(x))
        """);
    run("MATCH (a:Account {id: 'acc-50'}) DETACH DELETE a");
    JsonNode after = client.json(place + "/items?type=cluster").at("/items/0");
    assertThat(after.get("standing").asString()).isEqualTo("merged");
    assertThat(after.get("into").asString()).isEqualTo("c-51");
    assertThat(after.get("members").asInt()).isEqualTo(4);
    assertThat(after.get("left").asInt()).isZero();
    assertThat(after.get("parts").toString())
        .isEqualTo("[{\"cluster\":\"c-51\",\"accounts\":1},{\"cluster\":\"c-52\",\"accounts\":1}]");
    JsonNode account = client.json(place + "/items?type=account").at("/items/0");
    assertThat(account.get("there").asBoolean()).isFalse();
    assertThat(account.get("addedBy").asString()).isEqualTo("ann");
    assertThat(account.get("reason").asString()).isEqualTo("seen together");

    assertThat(texts(client.json(PATH + "?cluster=c-50"), "title")).containsExactly("splits");
    ok(client.send("POST", place + "/items/removal", items("cluster", "c-50", "c-1")), 200);
    assertThat(client.json(PATH + "?cluster=c-50").get("total").asInt()).isZero();
    assertThat(client.json(place).get("clusters").asInt()).isZero();
    assertThat(texts(client.json(place + "/items"), "id")).containsExactly("acc-50");
    JsonNode removed = client.json(place + "/items?removed=true&type=cluster").at("/items/0");
    assertThat(removed.get("removedBy").asString()).isEqualTo("admin");
    assertThat(texts(client.json(place + "/history"), "kind"))
        .containsExactly("taken-out", "put-in", "put-in", "opened");
  }

  @Test
  void commentsAreTheirAuthorsAndLeaveATrace() {
    String place = opened(title("talk"));
    HttpResponse<String> written =
        ann.send("POST", place + "/comments", "{\"text\": \" Asked *Bob*\\n\"}");
    JsonNode comment = ok(written, 201);
    assertThat(comment.get("text").asString()).isEqualTo(" Asked *Bob*\n");
    assertThat(comment.get("html").asString()).isEqualTo("<p>Asked <em>Bob</em></p>\n");
    assertThat(comment.get("by").asString()).isEqualTo("ann");
    String at = written.headers().firstValue("Location").orElseThrow();
    String edit = "{\"text\": \"Asked Eve\"}";
    problem(ann.send("PATCH", at, edit), 428, "if-match-missing");
    problem(client.with("If-Match", "\"0\"").send("PATCH", at, edit), 403, "comment-of-another");
    problem(client.send("DELETE", at, null), 403, "comment-of-another");
    JsonNode edited = ok(ann.with("If-Match", "\"0\"").send("PATCH", at, edit), 200);
    assertThat(edited.get("text").asString()).isEqualTo("Asked Eve");
    assertThat(edited.get("editedAt").isNull()).isFalse();
    problem(ann.with("If-Match", "\"0\"").send("PATCH", at, edit), 412, "comment-changed");
    ok(client.send("POST", place + "/comments", "{\"text\": \"two\"}"), 201);
    assertThat(client.json(place).get("comments").asInt()).isEqualTo(2);
    ok(ann.send("DELETE", at, null), 204);
    problem(ann.send("DELETE", at, null), 409, "comment-deleted");
    JsonNode all = client.json(place + "/comments");
    assertThat(texts(all, "by")).containsExactly("ann", "admin");
    assertThat(all.at("/items/0/text").isNull()).isTrue();
    assertThat(all.at("/items/0/html").isNull()).isTrue();
    assertThat(all.at("/items/0/deletedAt").isNull()).isFalse();
    assertThat(client.json(place).get("comments").asInt()).isEqualTo(1);
    assertThat(count("MATCH (c:CaseComment) WHERE c.text CONTAINS 'Eve' RETURN count(c)")).isZero();
    problem(ann.get(place + "/comments/99"), 404, "comment-not-found");
    problem(
        ann.send("POST", place + "/comments", "{\"text\": \"a\\u0000b\"}"),
        400,
        "parameter-invalid");
    assertThat(texts(client.json(place + "/history"), "kind"))
        .containsExactly("comment-deleted", "commented", "comment-edited", "commented", "opened");
  }

  private static HttpResponse<String> attach(String place, String name, byte[] bytes) {
    return client
        .with("Content-Type", "application/octet-stream")
        .post(
            place + "/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
            BodyPublishers.ofByteArray(bytes));
  }

  private static Path file(Home home, byte[] bytes) throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return home.attachments().resolve(hash.substring(0, 2)).resolve(hash);
  }

  @Test
  void attachmentsAreGivenBackAsTheyCameAndNeverShown(Home home) throws Exception {
    String place = opened(title("files"));
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer = attach(place, "../evil\u202E\r\nX: y.html", page);
    JsonNode attached = ok(answer, 201);
    assertThat(attached.get("name").asString()).isEqualTo("evilX_ y.html");
    assertThat(attached.get("bytes").asInt()).isEqualTo(page.length);
    assertThat(attached.get("sha256").asString())
        .isEqualTo(file(home, page).getFileName().toString());
    String content = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<byte[]> read = client.bytes(content);
    assertThat(read.body()).isEqualTo(page);
    assertThat(read.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(read.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
    assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename")
        .contains("evilX_");

    // The same bytes are one file until the last attachment of them is taken away.
    ok(attach(place, "again", page), 201);
    JsonNode list = client.json(place + "/attachments");
    assertThat(texts(list, "name")).containsExactly("evilX_ y.html", "again");
    String removal = "{\"reason\": \"not ours\"}";
    ok(client.send("POST", content.replace("/content", "/removal"), removal), 200);
    problem(
        client.send("POST", content.replace("/content", "/removal"), removal),
        409,
        "attachment-removed");
    problem(client.get(content), 409, "attachment-removed");
    assertThat(file(home, page)).exists();
    String second = place + "/attachments/" + list.at("/items/1/number").asLong() + "/content";
    assertThat(client.bytes(second).body()).isEqualTo(page);
    ok(ann.send("POST", second.replace("/content", "/removal"), removal), 200);
    assertThat(file(home, page)).doesNotExist();
    JsonNode after = client.json(place + "/attachments").at("/items/1");
    assertThat(after.get("removedBy").asString()).isEqualTo("ann");
    assertThat(after.get("removedReason").asString()).isEqualTo("not ours");
    assertThat(after.get("sha256")).isEqualTo(attached.get("sha256"));
    assertThat(texts(client.json(place + "/history"), "kind"))
        .containsExactly(
            "attachment-removed", "attachment-removed", "attached", "attached", "opened");
  }

  @Test
  void whatCannotBeAttachedLeavesNothing(Home home) throws Exception {
    String place = opened(title("no files"));
    byte[] large = new byte[25 * 1024 * 1024 + 1];
    // Without a length that could be refused at once.
    assertThat(
            client
                .with("Content-Type", "application/octet-stream")
                .post(
                    place + "/attachments?name=x",
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .statusCode())
        .isEqualTo(413);
    problem(attach(PATH + "/case-9999", "x", new byte[1]), 404, "case-not-found");
    problem(
        client.send("POST", place + "/attachments?name=x", "{}"), 415, "media-type-unsupported");
    problem(client.get(place + "/attachments/7/content"), 404, "attachment-not-found");
    byte[] bytes = {1, 2, 3};
    String content = attach(place, "x", bytes).headers().firstValue("Location").orElseThrow();
    Files.write(file(home, bytes), new byte[] {1, 2, 4});
    problem(client.get(content), 409, "attachment-damaged");
    ok(attach(place, "whole again", bytes), 201);
    assertThat(client.bytes(content).body()).isEqualTo(bytes);
    try (Stream<Path> files = Files.list(home.attachments())) {
      assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
    }
  }

  /// What a process that is killed leaves: a part, and bytes whose attachment was taken away.
  @Test
  void theNextStartTidiesUp(Driver driver, Home home) throws Exception {
    String place = opened(title("killed"));
    byte[] bytes = {7, 7, 7};
    byte[] kept = {8, 8, 8};
    ok(attach(place, "gone", bytes), 201);
    ok(attach(place, "stays", kept), 201);
    Path old = home.attachments().resolve("old.part");
    Path young = home.attachments().resolve("young.part");
    Files.write(old, bytes);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Files.write(young, bytes);
    run("MATCH (a:CaseAttachment {name: 'gone'}) SET a.removedAt = datetime(), a.removedBy = 'x'");
    try (IolausServer next =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)))) {
      Instant end = Instant.now().plusSeconds(20);
      while (Files.exists(file(home, bytes)) && Instant.now().isBefore(end)) {
        Thread.sleep(50);
      }
      assertThat(next.port()).isPositive();
    }
    assertThat(file(home, bytes)).doesNotExist();
    assertThat(old).doesNotExist();
    assertThat(file(home, kept)).exists();
    assertThat(young).exists();
    Files.delete(young);
  }

  /// So that no detector comes to a case from an account, and no load tears one apart.
  @Test
  void nothingOfTheGraphIsTiedToACase() {
    String place = opened(title("apart"));
    ok(client.send("POST", place + "/items", items("cluster", "c-1", "c-2")), 200);
    assertThat(
            count(
                "MATCH (n:CaseFile|CaseItem|CaseComment|CaseAttachment|CaseEvent)--(m) WHERE NOT"
                    + " m:CaseFile|CaseItem|CaseComment|CaseAttachment|CaseEvent RETURN count(*)"))
        .isZero();
    assertThat(count("MATCH (:CaseFile)-->(n) RETURN count(n)")).isPositive();
  }
}
