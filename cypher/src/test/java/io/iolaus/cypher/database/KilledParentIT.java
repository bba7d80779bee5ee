package io.iolaus.cypher.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;

/// A command that is killed leaves nothing behind that is in the way of the next one.
class KilledParentIT {

  @TempDir private Path folder;

  /// A server in another JVM: writes a node, says so, and waits to be killed.
  static final class Victim {
    public static void main(String[] args) throws InterruptedException {
      Home home = Home.at(Path.of(args[0]));
      Database database = Databases.open(home, options(true), Map.of());
      try (Session session = database.driver().session()) {
        session.run("CREATE (:Kept)").consume();
      }
      System.out.println("WRITTEN");
      Thread.sleep(Duration.ofHours(1));
    }
  }

  @Test
  void theDatabaseOfAKilledProcessStopsAndTheNextCommandWaitsForIt() throws Exception {
    Home home = Home.at(folder.resolve("home"));
    Process victim = start(home);
    try (BufferedReader output = victim.inputReader()) {
      assertThat(output.readLine()).isEqualTo("WRITTEN");
      ProcessHandle database = victim.children().findFirst().orElseThrow();
      victim.destroyForcibly().waitFor();

      // At once: the database may still be writing its checkpoint, and its address is still
      // published.
      try (Database next = Databases.open(home, options(false), Map.of());
          Session session = next.driver().session()) {
        assertThat(next.owned()).isTrue();
        assertThat(session.run("MATCH (n:Kept) RETURN count(n) AS n").single().get("n").asLong())
            .isEqualTo(1);
      }
      database.onExit().get(1, TimeUnit.MINUTES);
    } finally {
      victim.destroyForcibly();
    }
  }

  private static Process start(Home home) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Diolaus.neo4j-local=" + System.getProperty("iolaus.neo4j-local"),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                home.path().toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static DatabaseOptions options(boolean share) {
    return new DatabaseOptions("256m", "16m", Duration.ofMinutes(2), share, line -> {});
  }
}
