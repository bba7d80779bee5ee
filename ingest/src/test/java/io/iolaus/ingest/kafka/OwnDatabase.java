package io.iolaus.ingest.kafka;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Cable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;

/// A database of a test class's own, which may be killed and started again at one address.
final class OwnDatabase implements AutoCloseable {

  private final Home home;
  private final Cable cable;
  private final Driver driver;
  private Database database;

  OwnDatabase(Path folder) throws Exception {
    home = Home.at(folder);
    database = open();
    cable = new Cable(URI.create(database.uri()).getPort());
    driver =
        GraphDatabase.driver(
            uri(),
            AuthTokens.basic("neo4j", password()),
            Config.builder().withLogging(Logging.none()).build());
  }

  private Database open() {
    return Databases.open(
        home,
        new DatabaseOptions("512m", "64m", Duration.ofMinutes(2), false, System.err::println));
  }

  String uri() {
    return cable.uri();
  }

  String password() {
    return home.secret("neo4j.password");
  }

  Driver driver() {
    return driver;
  }

  /// Kills the database without warning.
  void kill() throws Exception {
    ProcessHandle process =
        ProcessHandle.current()
            .children()
            .filter(
                child -> child.info().commandLine().orElse("").contains(home.neo4j().toString()))
            .findFirst()
            .orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
  }

  /// Starts it again on its data.
  void startAgain() {
    database.close();
    database = open();
    cable.lead(URI.create(database.uri()).getPort());
  }

  @Override
  public void close() throws Exception {
    driver.close();
    cable.close();
    database.close();
  }
}
