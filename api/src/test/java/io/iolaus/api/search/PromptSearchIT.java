package io.iolaus.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.prompt.PromptLikeness;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

@Neo4jTest
class PromptSearchIT {

  private static final String TEMPLATE =
      "You are a careful annotator of legal letters. Read the letter below, then list every"
          + " deadline in it with the party who must act. Letter: %s. Answer in JSON and nothing"
          + " else.";

  private static final String MARKER = "zanzibarquokka";

  private static IolausServer server;
  private static Client client;
  private static Home home;

  @BeforeAll
  static void start(Driver driver, Home at) throws InterruptedException {
    home = at;
    PromptSketcher sketcher = new PromptSketcher(home.site());
    // What the sketches of several fills have in common, as the families of a run have.
    List<Long> skeleton =
        Stream.of("the tenant has until June", "we expect payment", "please vacate the house now")
            .map(fill -> PromptLikeness.hashes(sketcher.sketch(TEMPLATE.formatted(fill))))
            .map(hashes -> LongStream.of(hashes).boxed().toList())
            .reduce((a, b) -> a.stream().filter(b::contains).toList())
            .orElseThrow();
    assertThat(skeleton).hasSizeGreaterThan(8);
    List<Long> other =
        Arrays.stream(
                PromptLikeness.hashes(sketcher.sketch("Write a poem about " + "rain ".repeat(30))))
            .boxed()
            .toList();
    try (var session = driver.session()) {
      String create =
          "CREATE (:PromptFamily {id: $id, kind: 'prompt', accounts: 7, prompts: 30, shingles:"
              + " $s})";
      session.run(create, Map.of("id", "pf-letters", "s", skeleton)).consume();
      session.run(create, Map.of("id", "pf-rain", "s", other)).consume();
      session.run(create, Map.of("id", "pf-single", "s", List.of())).consume();
    }
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, java.util.Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!client.json("/api/v1/search/status").get("index").get("complete").asBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(50);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> post(String text) {
    return client.with("Content-Type", "text/plain").send("POST", "/api/v1/search/prompts", text);
  }

  @Test
  void findsTheFamilyOfAPromptAndStoresNothingOfIt(Driver driver) throws IOException {
    HttpResponse<String> response = post(TEMPLATE.formatted("a " + MARKER + " pays by Friday"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode items = Client.parse(response).get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).get("id").asString()).isEqualTo("pf-letters");
    assertThat(items.get(0).get("similarity").asDouble()).isBetween(0.6, 1.0);
    assertThat(response.body()).doesNotContain(MARKER);

    try (var session = driver.session();
        Stream<Path> files = Files.walk(home.path())) {
      assertThat(
              session
                  .run(
                      "MATCH (n) WHERE any(k IN keys(n) WHERE toStringOrNull(n[k]) CONTAINS $m)"
                          + " RETURN count(n) AS n",
                      Map.of("m", MARKER))
                  .single()
                  .get("n")
                  .asInt())
          .isZero();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(MARKER);
      }
    }
  }

  @Test
  void findsNothingLikeAnotherText() {
    assertThat(
            Client.parse(post("Translate this sentence about gardens into French for me"))
                .get("items"))
        .isEmpty();
    assertThat(Client.parse(post("hello")).get("items")).isEmpty();
  }

  @Test
  void refusesWhatIsNoPromptWithoutQuotingIt() {
    assertThat(post(" ").statusCode()).isEqualTo(400);
    HttpResponse<String> large = post((MARKER + " ").repeat(6_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).doesNotContain(MARKER);
    assertThat(
            client
                .with("Content-Type", "application/json")
                .send("POST", "/api/v1/search/prompts", "\"" + MARKER + "\"")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void hostileTextsAreAnsweredOrRefused() {
    for (String text : HostileTexts.ALL) {
      String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
      assertThat(client.get("/api/v1/search?q=" + encoded).statusCode()).as(text).isIn(200, 400);
    }
    assertThat(client.get("/api/v1/search?q=" + "a".repeat(601)).statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/search?q=a&type=person").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/search?q=ip:203.0.113.0/40").body()).contains("place 13");
    assertThat(client.get("/api/v1/search?q=a&from=June").statusCode()).isEqualTo(400);
  }

  @Test
  void pagesByCursor() {
    JsonNode first = client.json("/api/v1/search?q=fp:&limit=2");
    assertThat(first.get("reason").asString()).isEqualTo("page");
    assertThat(first.get("total").asInt()).isEqualTo(3);
    JsonNode second =
        client.json("/api/v1/search?q=fp:&limit=2&cursor=" + first.get("next").asString());
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(
            client
                .get("/api/v1/search?q=org:&limit=2&cursor=" + first.get("next").asString())
                .statusCode())
        .isEqualTo(400);
  }
}
