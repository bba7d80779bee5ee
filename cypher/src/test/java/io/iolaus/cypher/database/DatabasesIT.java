package io.iolaus.cypher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

class DatabasesIT {

  private static final Map<String, String> NO_ENVIRONMENT = Map.of();

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();

  @Test
  void keepsDataBetweenOpeningsAndSurvivesKill() throws Exception {
    Home home = home("one");
    try (Database database = open(home, false)) {
      run(database, "CREATE (:Kept {id: 1})");
    }
    try (Database database = open(home, false)) {
      assertThat(count(database)).isEqualTo(1);
      run(database, "CREATE (:Kept {id: 2})");
      kill(home);
    }
    try (Database database = open(home, false)) {
      assertThat(count(database)).isEqualTo(2);
    }
  }

  @Test
  void twoHomesLiveSideBySide() {
    Home one = home("one");
    Home two = home("two");
    try (Database first = open(one, false);
        Database second = open(two, false)) {
      run(first, "CREATE (:Kept)");
      assertThat(first.uri()).isNotEqualTo(second.uri());
      assertThat(count(second)).isZero();
    }
  }

  @Test
  void aServerSharesItsDatabase() {
    Home home = home("shared");
    try (Database server = open(home, true)) {
      assertThat(home.run().resolve("database.json")).exists();
      try (Database beside = open(home, false)) {
        assertThat(beside.uri()).isEqualTo(server.uri());
        assertThat(beside.owned()).isFalse();
      }
      run(server, "CREATE (:Kept)"); // still there after the other has closed
      assertThatThrownBy(() -> open(home, true))
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("a server is running on " + home.path());
    }
    assertThat(home.run().resolve("database.json")).doesNotExist();
  }

  @Test
  void waitsForAnotherCommandAndThenStarts() {
    Home home = home("busy");
    Database first = open(home, false);
    CompletableFuture<Database> second = CompletableFuture.supplyAsync(() -> open(home, false));
    while (said.isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(said.getFirst()).contains("another command has " + home.path() + " open");
    first.close();
    try (Database database = second.join()) {
      assertThat(database.owned()).isTrue();
    }
  }

  @Test
  void givesUpWaitingWithOneClearLine() {
    Home home = home("held");
    try (Database held = open(home, false)) {
      assertThat(held.owned()).isTrue();
      assertThatThrownBy(() -> Databases.open(home, options(false, Duration.ZERO), NO_ENVIRONMENT))
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessage(
              "another process has %s open: wait until it has finished, or choose another home"
                  + " with --home",
              home.path());
    }
  }

  @Test
  void ignoresAStaleEndpoint() throws IOException {
    Home home = home("stale");
    Files.writeString(
        home.run().resolve("database.json"),
        "{\"uri\":\"bolt://127.0.0.1:9\",\"pid\":" + ProcessHandle.current().pid() + "}");
    try (Database database = open(home, false)) {
      assertThat(database.owned()).isTrue();
    }
  }

  @Test
  void refusesFilesUrlsProceduresOfPluginsAndOtherPasswords() throws IOException {
    Home home = home("closed");
    Path csv = Files.writeString(folder.resolve("a.csv"), "1\n");
    try (Database database = open(home, false)) {
      for (String query :
          List.of(
              "LOAD CSV FROM '" + csv.toUri() + "' AS row RETURN row",
              "LOAD CSV FROM 'http://127.0.0.1:1/a.csv' AS row RETURN row",
              "LOAD CSV FROM 'https://[::1]:1/a.csv' AS row RETURN row",
              "CALL apoc.help('x')")) {
        assertThatThrownBy(() -> run(database, query))
            .isInstanceOf(Neo4jException.class)
            .hasMessageFindingMatch("is false|blocked|disabled|no procedure");
      }
      for (String password : List.of("neo4j", "")) {
        try (Driver driver =
            GraphDatabase.driver(database.uri(), AuthTokens.basic("neo4j", password))) {
          assertThatThrownBy(driver::verifyConnectivity)
              .isInstanceOf(AuthenticationException.class);
        }
      }
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.secretFile("neo4j.password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void saysWhatToDoWhenTheOtherNeo4jIsNotThere() {
    assertThatThrownBy(() ->
            Databases.open(
                home("elsewhere"),
                options(false, Duration.ZERO),
                Map.of("NEO4J_URI", "bolt://127.0.0.1:9", "NEO4J_PASSWORD", "x")))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("cannot reach the database that NEO4J_URI names");
  }

  private Home home(String name) {
    return Home.at(folder.resolve(name));
  }

  private Database open(Home home, boolean share) {
    return Databases.open(home, options(share, Duration.ofMinutes(2)), NO_ENVIRONMENT);
  }

  private DatabaseOptions options(boolean share, Duration patience) {
    return new DatabaseOptions("256m", "16m", patience, share, said::add);
  }

  private static void run(Database database, String query) {
    try (Session session = database.driver().session()) {
      session.run(query).consume();
    }
  }

  private static long count(Database database) {
    try (Session session = database.driver().session()) {
      return session.run("MATCH (n:Kept) RETURN count(n) AS n").single().get("n").asLong();
    }
  }

  private static void kill(Home home) throws Exception {
    ProcessHandle child =
        ProcessHandle.current()
            .children()
            .filter(process -> commandLine(process).contains(home.neo4j().toString()))
            .findFirst()
            .orElseThrow();
    child.destroyForcibly();
    child.onExit().get();
  }

  private static String commandLine(ProcessHandle process) {
    return String.join(" ", process.info().arguments().orElse(new String[0]));
  }
}
