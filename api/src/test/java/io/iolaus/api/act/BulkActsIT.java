package io.iolaus.api.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.security.PasswordHashes;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Bulk acts as analysts and leads live through them.
@Neo4jTest
class BulkActsIT {

  private static final String PATH = "/api/v1/acts";
  private static final String ALONE = "iolaus.act.second-person";
  private static final String SLICE = "iolaus.act.slice";
  private static final String PASSWORD = "a long password of theirs";

  private static IolausServer server;
  private static Client analyst;
  private static Client lead;
  private static Client viewer;

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    System.setProperty(ALONE, "3");
    System.setProperty(SLICE, "2");
    try {
      server =
          IolausServer.start(
              driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    } finally {
      System.clearProperty(ALONE);
      System.clearProperty(SLICE);
    }
    UserStore users = new UserStore(driver, home.accessKey(), Clock.systemUTC());
    String hash = new PasswordHashes().hash(PASSWORD);
    analyst = user(users, "ana", UserRole.ANALYST, hash);
    lead = user(users, "lea", UserRole.LEAD, hash);
    viewer = user(users, "vic", UserRole.VIEWER, hash);
  }

  private static Client user(UserStore users, String name, UserRole role, String hash) {
    users.add(name, Set.of(role), hash, "admin");
    users.password(name, hash, false, "admin");
    return Client.basic(server, name, PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode answer(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Client.parse(answer);
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer(answer, status).get("code").asString()).isEqualTo(code);
  }

  private static HttpResponse<String> propose(Client by, String whom) {
    return by.send(
        "POST", PATH, "{\"kind\": \"false-positive\", \"reason\": \"a bank\", %s}".formatted(whom));
  }

  private static String proposed(Client by, String whom) {
    HttpResponse<String> response = propose(by, whom);
    JsonNode act = answer(response, 201);
    assertThat(response.headers().firstValue("ETag")).hasValue("\"1\"");
    String path = response.headers().firstValue("Location").orElseThrow();
    assertThat(path).isEqualTo(PATH + "/" + act.get("id").asString());
    return path;
  }

  private static HttpResponse<String> post(Client by, String path, int version, String body) {
    return by.with("If-Match", "\"" + version + "\"").send("POST", path, body);
  }

  private static JsonNode ended(String path, String state) throws InterruptedException {
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    JsonNode act = analyst.json(path);
    while (!act.get("state").asString().equals(state) && Instant.now().isBefore(until)) {
      Thread.sleep(100);
      act = analyst.json(path);
    }
    assertThat(act.get("state").asString()).isEqualTo(state);
    return act;
  }

  @Test
  void aStreamTellsHowFarAnActIsUntilItEnds() throws Exception {
    String path = proposed(analyst, "\"accounts\": [\"acc-7\", \"acc-8\"]");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> heard = threads.submit(() -> viewer.get(path + "/stream"));
      answer(post(analyst, path + "/start", 1, null), 200);
      ended(path, "done");
      HttpResponse<String> stream = heard.get(30, TimeUnit.SECONDS);

      assertThat(stream.headers().firstValue("Content-Type"))
          .hasValue("text/event-stream;charset=UTF-8");
      List<String> ids = stream.body().lines().filter(line -> line.startsWith("id: ")).toList();
      assertThat(ids).doesNotHaveDuplicates().last().asString().endsWith("-done-2");
      assertThat(stream.body()).contains("event: act\ndata: {\"id\":\"act-");
      String last = ids.getLast().substring("id: ".length());
      assertThat(viewer.with("Last-Event-ID", last).get(path + "/stream").statusCode())
          .as("nothing will follow")
          .isEqualTo(204);
      assertThat(viewer.with("Last-Event-ID", "1-proposed-0").get(path + "/stream").body())
          .contains("-done-2");
    }
    problem(viewer.get(PATH + "/act-999/stream"), 404, "act-not-found");
    String why = "{\"reason\": \"a rehearsal\"}";
    int version = analyst.json(path).get("version").asInt();
    answer(post(analyst, path + "/undo", version, why), 200);
  }

  @Test
  void aLeadAgreesToWhatAnAnalystProposes() throws Exception {
    String path = proposed(analyst, "\"members\": {\"cluster\": \"c-1\", \"state\": \"labelled\"}");
    JsonNode act = analyst.json(path);
    assertThat(act.get("accounts").asInt()).isEqualTo(5);
    assertThat(act.get("secondPerson").asBoolean()).isTrue();
    assertThat(act.get("forecast").get("likelyInnocent").asInt()).isZero();
    assertThat(act.get("forecast").get("signs").get("one-kind").asInt()).isZero();
    problem(post(analyst, path + "/start", 1, null), 403, "second-person-missing");
    problem(post(analyst, path + "/approval", 1, null), 403, "forbidden");
    problem(lead.send("POST", path + "/approval", null), 428, "if-match-missing");
    problem(post(lead, path + "/approval", 7, null), 412, "act-changed");
    assertThat(answer(post(lead, path + "/approval", 1, null), 200).get("approvedBy").asString())
        .isEqualTo("lea");
    JsonNode done = ended(path, "done");
    assertThat(done.get("decided").asInt()).isEqualTo(5);

    JsonNode decisions = analyst.json("/api/v1/decisions?by=ana&account=acc-1");
    assertThat(decisions.get("total").asInt()).isEqualTo(1);
    JsonNode first = decisions.get("items").get(0);
    assertThat(first.get("act").asString()).isEqualTo(done.get("id").asString());
    assertThat(first.get("accounts").size()).as("two in a transaction").isEqualTo(2);
    assertThat(first.get("standing").asString()).isEqualTo("holds");

    problem(post(analyst, path + "/cancellation", 2, null), 409, "act-not-now");
    String why = "{\"reason\": \"the wrong bank\"}";
    assertThat(answer(post(analyst, path + "/undo", 2, why), 200).get("state").asString())
        .isEqualTo("undone");
    assertThat(
            analyst
                .json("/api/v1/decisions?by=ana&account=acc-1")
                .get("items")
                .get(0)
                .get("standing")
                .asString())
        .isEqualTo("withdrawn");
    problem(post(analyst, path + "/undo", 3, why), 409, "act-not-now");
  }

  @Test
  void nobodyAgreesToTheirOwn() {
    String path = proposed(lead, "\"accounts\": [\"acc-1\", \"acc-2\", \"acc-3\", \"acc-4\"]");
    problem(post(lead, path + "/approval", 1, null), 403, "second-person-missing");
    assertThat(answer(post(lead, path + "/cancellation", 1, null), 200).get("endedBy").asString())
        .isEqualTo("lea");
    problem(post(lead, path + "/start", 2, null), 403, "second-person-missing");
  }

  @Test
  void aFewAreDecidedAboutByOnePerson() throws Exception {
    String path = proposed(analyst, "\"accounts\": [\"acc-8\", \"acc-7\", \"acc-8\"]");
    assertThat(ids(analyst.json(path + "/accounts?limit=1"))).containsExactly("acc-7");
    JsonNode first = analyst.json(path + "/accounts?limit=1");
    assertThat(first.get("total").asInt()).isEqualTo(2);
    assertThat(ids(analyst.json(path + "/accounts?limit=1&cursor=" + first.get("next").asString())))
        .containsExactly("acc-8");
    answer(post(analyst, path + "/start", 1, null), 200);
    ended(path, "done");
    assertThat(ids(analyst.json(PATH + "?state=done"))).contains(path.substring(PATH.length() + 1));
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.get("items").spliterator(), false)
        .map(n -> n.get("id").asString())
        .toList();
  }

  @Test
  void whatCannotBeProposedIsRefusedWithWhatIsWrong() {
    for (Map.Entry<String, Integer> refused :
        Map.of(
                "\"accounts\": []", 400,
                "\"accounts\": [\"acc-1\"], \"members\": {\"cluster\": \"c-1\"}", 400,
                "\"members\": {\"cluster\": \"c-1\", \"onlyFacet\": \"colour\"}", 400,
                "\"members\": {\"cluster\": \"c-1\", \"minMembership\": 2}", 400,
                "\"members\": {\"cluster\": \"c-9\"}", 404,
                "\"accounts\": [\"acc-99\"]", 404)
            .entrySet()) {
      answer(propose(analyst, refused.getKey()), refused.getValue());
    }
    problem(analyst.get(PATH + "/act-99"), 404, "act-not-found");
    problem(analyst.get(PATH + "/act-99/accounts"), 404, "act-not-found");
    problem(post(analyst, PATH + "/act-99/start", 1, null), 404, "act-not-found");
    problem(propose(viewer, "\"accounts\": [\"acc-1\"]"), 403, "forbidden");
  }
}
