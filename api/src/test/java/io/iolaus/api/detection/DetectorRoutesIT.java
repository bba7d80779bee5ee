package io.iolaus.api.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.backtest.Backtester;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The life of a detector over HTTP.
@Neo4jTest
class DetectorRoutesIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static IolausServer server;
  private static Client client;

  @BeforeAll
  static void start(Driver driver, Home home) {
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    client = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> post(String path, Map<String, ?> body) {
    return client.send("POST", path, JSON.writeValueAsString(body));
  }

  private static void assertProblem(
      HttpResponse<String> response, int status, String code, String detail) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode problem = Client.parse(response);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("detail").asString()).contains(detail);
  }

  @Test
  void aVersionIsProposedApprovedAndRetired(Driver driver) {
    SiteDetectors site = new SiteDetectors(driver);
    DetectorDraft old = site.builtIn("shared-address").orElseThrow();
    String text =
        old.text().replace("version: 1", "version: 2").replace("default: 2,", "default: 3,");
    Map<String, String> proposal = Map.of("text", text, "tests", old.tests(), "reason", "quieter");

    assertProblem(
        post("/api/v1/detectors", proposal), 409, "publish-refused", "no backtest of exactly");
    assertProblem(
        post(
            "/api/v1/detectors",
            Map.of(
                "text",
                text.replace("RETURN collect(a)", "SET a.x = 1 RETURN collect(a)"),
                "tests",
                old.tests())),
        422,
        "detector-invalid",
        "SET is not for detectors");
    assertProblem(
        post("/api/v1/detectors", Map.of("text", text)), 400, "parameter-invalid", "tests");

    DetectorDraft draft = DetectorDraft.of("shared-address.cypher", text, old.tests());
    DetectionService detection = new DetectionService(driver, site::catalog, Clock.systemUTC());
    new Backtester(driver, site, detection, Clock.systemUTC())
        .run(draft, 9, "alice", DetectionOptions.DEFAULT, DetectionListener.SILENT);
    JsonNode backtest =
        client.json("/api/v1/detectors/shared-address/backtests").get("items").get(0);
    assertThat(backtest.get("digest").asString()).isEqualTo(draft.digest());
    assertThat(backtest.at("/figures/candidate/status").asString()).isEqualTo("complete");

    HttpResponse<String> proposed = post("/api/v1/detectors", proposal);
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
    assertThat(Client.parse(proposed).get("author").asString()).isEqualTo("admin");
    assertThat(Client.parse(proposed).get("status").asString()).isEqualTo("proposed");
    assertProblem(
        post("/api/v1/detectors/shared-address/versions/2/approval", Map.of()),
        409,
        "publish-refused",
        "whoever proposed it cannot approve it");

    try (Session session = driver.session()) {
      session.run("MATCH (v:DetectorVersion) SET v.author = 'alice'").consume();
    }
    HttpResponse<String> published =
        post("/api/v1/detectors/shared-address/versions/2/approval", Map.of());
    assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    JsonNode one = client.json("/api/v1/detectors/shared-address");
    assertThat(one.get("version").asInt()).isEqualTo(2);
    assertThat(one.get("origin").asString()).isEqualTo("site");

    assertProblem(
        post("/api/v1/detectors/shared-address/retirement", Map.of("reason", "")),
        400,
        "parameter-invalid",
        "reason");
    HttpResponse<String> retired =
        post("/api/v1/detectors/shared-address/retirement", Map.of("reason", "only a test"));
    assertThat(retired.statusCode()).as(retired.body()).isEqualTo(200);
    assertThat(client.json("/api/v1/detectors/shared-address").get("status").asString())
        .isEqualTo("retired");
    JsonNode version = client.json("/api/v1/detectors/shared-address/versions").get("items").get(0);
    assertThat(version.get("retireReason").asString()).isEqualTo("only a test");
    assertThat(version.get("text").asString()).isEqualTo(text);
    assertProblem(client.get("/api/v1/detectors/none"), 404, "detector-not-found", "none");
  }

  @Test
  void aPartialRunSaysWhichDetectorDidNotFinish(Driver driver) {
    try (Session session = driver.session()) {
      session
          .run(
              """
              CREATE (r:Run {id: 'run-9', seq: 9, complete: true, status: 'partial', accounts: 1, clusters: 0, millis: 5,
                asOf: datetime('2026-06-05T00:00:00Z'), recordedAt: datetime('2026-06-06T00:00:00Z')})
              CREATE (r)-[:INCLUDES]->(:DetectorRun {id: 'run-9/shared-client', detector: 'shared-client', version: 1,
                params: '{}', status: 'partial', reason: 'out of time', links: 3, members: 6, millis: 60001})
              """)
          .consume();
    }
    JsonNode run = client.json("/api/v1/runs").get("items").get(0);
    assertThat(run.get("status").asString()).isEqualTo("partial");
    assertThat(run.get("unfinished").get(0).asString())
        .isEqualTo("shared-client is partial: out of time");
    assertThat(client.json("/api/v1/status").at("/lastRun/status").asString()).isEqualTo("partial");
    assertThat(client.json("/api/v1/detectors/shared-client").at("/lastRun/reason").asString())
        .isEqualTo("out of time");
  }
}
