package io.iolaus.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.sharing.archive.ArchiveFile;
import io.iolaus.sharing.archive.ArchiveVerifier;
import io.iolaus.sharing.archive.ArchiveVerifier.Verified;
import io.iolaus.sharing.sign.SigningKey;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case in other hands.
@Neo4jTest
class HandOverIT {

  private static final String CASES = "/api/v1/cases";
  private static final String WHY = "{\"reason\": \"to the partner\"}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static IolausServer server;
  private static Client client;

  private final Home home;

  @TempDir private Path folder;

  HandOverIT(Home home) {
    this.home = home;
  }

  @BeforeAll
  static void start(Driver driver, Home home) {
    SmallGraph.create(driver);
    try (var session = driver.session()) {
      session
          .run(
              "MATCH ()-[m:MEMBER_OF]->() SET m.validFrom = datetime('2026-06-05T00:00:00Z'),"
                  + " m.recordedAt = datetime('2026-06-06T00:00:00Z')")
          .consume();
    }
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body().isEmpty() ? null : Client.parse(answer);
  }

  /// With a cluster, one that ended, an account, a comment, an attachment and a decision.
  private static String opened() {
    JsonNode file = ok(client.send("POST", CASES, "{\"title\": \"One card\"}"), 201);
    String place = CASES + "/" + file.get("id").asString();
    ok(
        client.send(
            "POST",
            place + "/items",
            """
            {"items": [{"type": "cluster", "id": "c-1"}, {"type": "account", "id": "acc-7"}],
             "reason": "one card"}\
            """),
        200);
    ok(client.send("POST", place + "/comments", "{\"text\": \"see **this**\"}"), 201);
    ok(
        client
            .with("Content-Type", "application/octet-stream")
            .post(place + "/attachments?name=note.txt", BodyPublishers.ofString("an invoice")),
        201);
    ok(
        client.send(
            "POST",
            "/api/v1/decisions",
            """
            {"kind": "different", "accounts": ["acc-7", "acc-8"], "reason": "two people"}\
            """),
        201);
    return place;
  }

  private Path handedOver(String place, String query) throws IOException {
    HttpResponse<byte[]> answer = client.bytes("POST", place + "/hand-over" + query, WHY);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("case-")
        .contains(".zip");
    return Files.write(Files.createTempFile(folder, "case", ".zip"), answer.body());
  }

  private static String text(Path archive, String name) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<JsonNode> lines(Path archive, String name) throws IOException {
    return text(archive, name).lines().map(JSON::readTree).toList();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void holdsAllThatTheCaseStandsOnAndProvesIt() throws Exception {
    String place = opened();
    Path archive = handedOver(place, "");

    Verified verified = ArchiveVerifier.verify(archive);
    long attachment =
        client.json(place + "/attachments").get("items").get(0).get("number").asLong();
    assertThat(verified.key().thumbprint())
        .isEqualTo(
            SigningKey.parse(Files.readString(home.secretFile("signing.key")).strip())
                .verification()
                .thumbprint());
    assertThat(verified.manifest().about())
        .containsEntry("title", "One card")
        .containsEntry("by", "admin")
        .containsEntry("reason", "to the partner")
        .containsEntry("runs", List.of("run-7"));
    assertThat(verified.manifest().files())
        .extracting(ArchiveFile::name)
        .contains(
            "case/case.json",
            "case/attachments/" + attachment,
            "clusters/c-1/cluster.json",
            "clusters/c-1/lineage.ndjson",
            "queries/case/one.cypher",
            "detectors/detectors.ndjson");

    assertThat(text(archive, "case/attachments/" + attachment)).isEqualTo("an invoice");
    assertThat(lines(archive, "case/comments.ndjson").getFirst().get("text").asString())
        .isEqualTo("see **this**");
    assertThat(lines(archive, "clusters/c-1/members.ndjson").toString())
        .isEqualTo(
            client
                .json("/api/v1/clusters/c-1/members?sort=account&hidden=true&limit=500")
                .get("items")
                .valueStream()
                .toList()
                .toString());
    assertThat(JSON.readTree(text(archive, "clusters/c-1/cluster.json")))
        .isEqualTo(client.json("/api/v1/clusters/c-1"));
    assertThat(lines(archive, "accounts.ndjson").getFirst().get("id").asString())
        .isEqualTo("acc-7");
    assertThat(lines(archive, "decisions.ndjson").getFirst().get("reason").asString())
        .isEqualTo("two people");
    assertThat(lines(archive, "detectors/runs.ndjson").getFirst().get("detector").asString())
        .isEqualTo("shared-instrument");
    assertThat(lines(archive, "detectors/detectors.ndjson"))
        .anyMatch(one -> one.get("statement").asString().contains("MATCH"));
  }

  /// The graph asked by itself, and the hash as the documentation has it.
  @Test
  void evidenceHasTheHashThatItsReaderComputes(Driver driver) throws Exception {
    Path archive = handedOver(opened(), "");
    List<JsonNode> evidence = lines(archive, "clusters/c-1/evidence.ndjson");
    assertThat(evidence).hasSizeGreaterThan(1);
    for (JsonNode one : evidence) {
      List<String> accounts;
      try (var session = driver.session()) {
        accounts =
            session
                .run(
                    "MATCH (x {id: $id})--(a:Account)-[m:MEMBER_OF]->(:Cluster {id: 'c-1'})"
                        + " RETURN a.id AS id ORDER BY id",
                    java.util.Map.of("id", one.get("id").asString()))
                .list(r -> r.get("id").asString());
      }
      assertThat(one.get("accounts").valueStream().map(JsonNode::asString).toList())
          .isEqualTo(accounts);
      String said =
          one.get("type").asString()
              + "\n"
              + one.get("id").asString()
              + "\n"
              + String.join("\n", accounts)
              + "\n";
      assertThat(one.get("sha256").asString())
          .isEqualTo(sha256(said.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void anyByteThatIsChangedIsFound() throws Exception {
    byte[] bytes = Files.readAllBytes(handedOver(opened(), ""));
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("changed.zip"), changed);
      assertThatThrownBy(() -> ArchiveVerifier.verify(file))
          .isInstanceOf(ArchiveVerifier.RefusedException.class);
    }
  }

  @Test
  void historySaysThatItWasHandedOverAndWhat() throws Exception {
    String place = opened();
    Path archive = handedOver(place, "");
    JsonNode latest = client.json(place + "/history").get("items").get(0);
    assertThat(latest.get("kind").asString()).isEqualTo("handed-over");
    assertThat(latest.get("reason").asString()).isEqualTo("to the partner");
    assertThat(latest.get("changes").get(0).get("after").asString())
        .isEqualTo(sha256(Files.readAllBytes(archive)));
    try (Stream<Path> left = Files.walk(home.attachments())) {
      assertThat(left.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
    JsonNode audit = client.json("/api/v1/audit?act=export&objectType=case").get("items").get(0);
    assertThat(audit.get("object").asString())
        .isEqualTo(place.substring(place.lastIndexOf('/') + 1));
    assertThat(audit.get("outcome").asString()).isEqualTo("allowed");
  }

  @Test
  void tellsTheGraphAsOfTheMomentThatIsAskedFor() throws Exception {
    Path archive = handedOver(opened(), "?asOf=2026-07-01T00:00:00Z");
    Verified verified = ArchiveVerifier.verify(archive);
    assertThat(verified.manifest().about()).containsEntry("asOf", "2026-07-01T00:00:00Z");
    assertThat(JSON.readTree(text(archive, "clusters/c-1/cluster.json")))
        .isEqualTo(client.json("/api/v1/clusters/c-1?asOf=2026-07-01T00:00:00Z"));
    Path before = handedOver(opened(), "?asOf=2020-01-01T00:00:00Z");
    assertThat(ArchiveVerifier.verify(before).manifest().files())
        .extracting(ArchiveFile::name)
        .noneMatch(name -> name.startsWith("clusters/"));
  }

  @Test
  void nothingIsHandedOverWithoutReasonCaseOrBytes() throws Exception {
    String place = opened();
    ok(client.send("POST", place + "/hand-over", "{\"reason\": \" \"}"), 400);
    JsonNode unknown = ok(client.send("POST", CASES + "/case-0/hand-over", WHY), 404);
    assertThat(unknown.get("code").asString()).isEqualTo("case-not-found");
    String sha256 = sha256("an invoice".getBytes(StandardCharsets.UTF_8));
    Path bytes = home.attachments().resolve(sha256.substring(0, 2)).resolve(sha256);
    byte[] kept = Files.readAllBytes(bytes);
    Files.writeString(bytes, "another one");
    JsonNode damaged = ok(client.send("POST", place + "/hand-over", WHY), 409);
    assertThat(damaged.get("code").asString()).isEqualTo("attachment-damaged");
    Files.delete(bytes);
    JsonNode gone = ok(client.send("POST", place + "/hand-over", WHY), 409);
    assertThat(gone.get("code").asString()).isEqualTo("attachment-elsewhere");
    Files.write(bytes, kept);
    assertThat(client.json(place + "/history").toString()).doesNotContain("handed-over");
  }
}
