package io.iolaus.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// The interface describes itself.
@Neo4jTest
class OpenApiIT {

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

  @Test
  void listsEveryRoute() {
    var paths = client.json("/openapi").get("paths");
    assertThat(paths.propertyNames())
        .containsAll(
            List.of(
                "/api/v1/session",
                "/api/v1/session/sign-on",
                "/api/v1/session/sign-on/provider",
                "/api/v1/session/sign-on/return",
                "/api/v1/events",
                "/api/v1/batches",
                "/api/v1/batches/{id}",
                "/api/v1/batches/{id}/rejections",
                "/api/v1/metrics",
                "/api/v1/clusters",
                "/api/v1/clusters/{id}",
                "/api/v1/clusters/{id}/attribution",
                "/api/v1/clusters/{id}/members",
                "/api/v1/clusters/{id}/subgraph",
                "/api/v1/clusters/{id}/subgraph/bundles/{key}",
                "/api/v1/subgraphs",
                "/api/v1/subgraphs/export",
                "/api/v1/clusters/export",
                "/api/v1/clusters/{id}/export",
                "/api/v1/clusters/{id}/members/export",
                "/api/v1/entities/{type}/neighbours/export",
                "/api/v1/decisions/export",
                "/api/v1/cases/{id}/items/export",
                "/api/v1/clusters/{id}/lineage",
                "/api/v1/clusters/{id}/life",
                "/api/v1/lineage",
                "/api/v1/alerts",
                "/api/v1/alerts/stream",
                "/api/v1/alerts/{run}/{number}/redeliver",
                "/api/v1/suppressions",
                "/api/v1/suppressions/{id}",
                "/api/v1/suppressions/{id}/end",
                "/api/v1/decisions",
                "/api/v1/decisions/{id}",
                "/api/v1/decisions/{id}/withdrawal",
                "/api/v1/cases",
                "/api/v1/cases/{id}",
                "/api/v1/cases/{id}/items",
                "/api/v1/cases/{id}/items/removal",
                "/api/v1/cases/{id}/comments",
                "/api/v1/cases/{id}/comments/{number}",
                "/api/v1/cases/{id}/attachments",
                "/api/v1/cases/{id}/attachments/{number}/content",
                "/api/v1/cases/{id}/attachments/{number}/removal",
                "/api/v1/cases/{id}/hand-over",
                "/api/v1/cases/{id}/history",
                "/api/v1/clusters/{id}/explanation",
                "/api/v1/clusters/{id}/members/explanation",
                "/api/v1/clusters/{id}/previews",
                "/api/v1/previews/{id}",
                "/api/v1/entities/account/explanation",
                "/api/v1/entities/{type}",
                "/api/v1/entities/{type}/neighbours",
                "/api/v1/entities/{type}/neighbours/counts",
                "/api/v1/paths",
                "/api/v1/search",
                "/api/v1/detectors",
                "/api/v1/detectors/{id}",
                "/api/v1/detectors/precision",
                "/api/v1/detectors/{id}/runs",
                "/api/v1/detectors/{id}/versions",
                "/api/v1/detectors/{id}/backtests",
                "/api/v1/detectors/{id}/versions/{version}/approval",
                "/api/v1/detectors/{id}/retirement",
                "/api/v1/acts/{id}/stream",
                "/api/v1/statements",
                "/api/v1/runs",
                "/api/v1/status"));
    assertThat(paths.get("/api/v1/runs").propertyNames()).contains("get", "post");
    var events = paths.at("/~1api~1v1~1events/post");
    assertThat(events.at("/requestBody/content").propertyNames())
        .containsExactly("application/x-ndjson");
    assertThat(events.at("/responses").propertyNames()).contains("202", "409", "415", "422", "429");
    assertThat(
            paths
                .at("/~1api~1v1~1batches~1{id}~1rejections/get/responses/200/content")
                .propertyNames())
        .contains("application/json", "application/x-ndjson");
  }

  @Test
  void canBeBrowsed() {
    HttpResponse<String> moved = client.get("/openapi/ui");
    assertThat(moved.statusCode()).isEqualTo(302);
    String address = moved.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> page = client.get(address);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(p -> assertThat(p).contains("style-src 'self' 'unsafe-inline'"));
    String folder = address.substring(0, address.lastIndexOf('/') + 1);
    Matcher script = Pattern.compile("src=\"\\./([^\"]+)\"").matcher(page.body());
    while (script.find()) {
      assertThat(client.get(folder + script.group(1)).statusCode())
          .as(script.group(1))
          .isEqualTo(200);
    }
  }
}
