package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.write.WriteHook;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// A database of its own that is killed in the middle of a load and started again.
@Neo4jTest
class AbsentDatabaseIT {

  private static final IngestOptions MANY_PARTS = new IngestOptions(2, 1 << 20, 20_000, true);

  @Test
  void loadGoesOnWhenTheDatabaseIsBack(Driver driver, @TempDir Path folder) throws Exception {
    Loads undisturbed = Loads.empty(driver, folder);
    Path file = undisturbed.file("a.ndjson", SampleLines.of(21, 900));
    undisturbed.load(MANY_PARTS, file);
    List<String> expected = undisturbed.graph();

    List<String> notices = new CopyOnWriteArrayList<>();
    try (Program database = new Program(folder);
        Driver own = database.driver()) {
      SchemaMigrations.apply(own);
      IngestSummary summary =
          new IngestService(
                  own,
                  Home.at(folder.resolve("other-home")),
                  SiteSecret.of(new byte[32]),
                  Clock.systemUTC(),
                  MANY_PARTS,
                  database.killAfterParts(3))
              .ingest(List.of(Source.file(file)), listener(notices));
      assertThat(summary.retries()).isPositive();
      assertThat(GraphDigest.lines(own)).isEqualTo(expected);
    }
    assertThat(notices).anyMatch(text -> text.contains("does not answer"));
    assertThat(notices.getLast()).contains("answers again");
  }

  private static IngestListener listener(List<String> notices) {
    return new IngestListener() {
      @Override
      public void progress(IngestProgress progress) {}

      @Override
      public void notice(String text) {
        notices.add(text);
      }
    };
  }

  /// The database program on a port that stays the same.
  private static final class Program implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private final int port;
    private Process process;
    private CompletableFuture<Process> next = CompletableFuture.completedFuture(null);

    Program(Path folder) throws IOException {
      this.folder = folder;
      Files.writeString(folder.resolve("password"), PASSWORD + "\n");
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
      process = start();
    }

    private Process start() throws IOException {
      Path program = Path.of(System.getProperty("iolaus.neo4j-local"));
      Process started =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:TieredStopAtLevel=1",
                  "--add-opens=java.base/java.nio=ALL-UNNAMED",
                  "-XX:SharedArchiveFile=" + program.resolve("neo4j-local.jsa"),
                  "-Xlog:disable",
                  "-cp",
                  program.resolve("*") + File.pathSeparator + program + "/lib/*",
                  "io.iolaus.neo4jlocal.Neo4jLocal",
                  "--data",
                  folder.resolve("data").toString(),
                  "--password-file",
                  folder.resolve("password").toString(),
                  "--page-cache",
                  "32m",
                  "--bolt-port",
                  Integer.toString(port))
              .redirectError(folder.resolve("neo4j.log").toFile())
              .start();
      String line =
          new BufferedReader(
                  new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      assertThat(line).as("see %s", folder.resolve("neo4j.log")).startsWith("READY");
      return started;
    }

    Driver driver() {
      return GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.basic("neo4j", PASSWORD));
    }

    WriteHook killAfterParts(int parts) {
      AtomicInteger left = new AtomicInteger(parts);
      return new WriteHook() {
        @Override
        public void partWritten(String part) {
          if (left.decrementAndGet() == 0) {
            process.destroyForcibly().onExit().join();
            next = CompletableFuture.supplyAsync(Program.this::restart);
          }
        }
      };
    }

    private Process restart() {
      try {
        return start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      Process second = next.join();
      (second == null ? process : second).destroyForcibly().onExit().join();
    }
  }
}
