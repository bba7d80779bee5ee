package io.iolaus.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// A process does what its roles say and no more.
class RolesIT {

  @TempDir private Path folder;

  @Test
  void answersNothingButItsHealthWithoutTheRoleApi() {
    Home home = Home.at(folder);
    try (Driver nobody = GraphDatabase.driver("bolt://127.0.0.1:1", AuthTokens.none());
        IolausServer server =
            IolausServer.start(
                nobody, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.DETECT)))) {
      Client client = Client.basic(server, home.secret("admin.password"));

      HttpResponse<String> clusters = client.get("/api/v1/clusters");
      HttpResponse<String> page = client.get("/");
      HttpResponse<String> health = client.get("/api/v1/health");

      assertThat(clusters.statusCode()).isEqualTo(404);
      assertThat(Client.parse(clusters).get("code").asString()).isEqualTo("role-missing");
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(health.statusCode()).isEqualTo(503);
    }
  }
}
