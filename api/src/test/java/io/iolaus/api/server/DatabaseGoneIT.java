package io.iolaus.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// A server whose database has gone away stays up and says so, and soon.
class DatabaseGoneIT {

  @TempDir private Path folder;

  @Test
  void saysThatTheDatabaseIsGone() throws IOException {
    Home home = Home.at(folder);
    try (Driver driver =
            GraphDatabase.driver("bolt://127.0.0.1:" + freePort(), AuthTokens.basic("neo4j", "x"));
        IolausServer server =
            IolausServer.start(
                driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)))) {
      Client client = Client.basic(server, home.secret("admin.password"));
      long start = System.nanoTime();

      HttpResponse<String> response = client.get("/api/v1/clusters");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(Client.parse(response).get("code").asString()).isEqualTo("database-unavailable");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      HttpResponse<String> health = Client.anonymous(server).get("/api/v1/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(Client.parse(health).get("status").asString()).isEqualTo("DOWN");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
