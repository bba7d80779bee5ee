package io.iolaus.cypher.test;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.testcontainers.neo4j.Neo4jContainer;

/// The database of a module run: the program this project ships, a container, or one that runs
/// elsewhere.
record TestDatabase(Driver driver, AuthToken token, Runnable stop) implements AutoCloseable {

  /// The same version as `neo4j.version` in the root pom.
  private static final String IMAGE = "neo4j:2026.08.1-community";

  // Held on to, or its level would be forgotten.
  private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

  static TestDatabase open() {
    DRIVER.setLevel(Level.WARNING);
    return "testcontainers".equals(System.getProperty("iolaus.test.neo4j"))
        ? container()
        : ownProgram();
  }

  private static TestDatabase ownProgram() {
    Home home = Home.at(Path.of("target", "test-home-" + ProcessHandle.current().pid()));
    Database database =
        Databases.open(
            home,
            new DatabaseOptions("512m", "64m", Duration.ofMinutes(2), false, System.err::println));
    String elsewhere = System.getenv("NEO4J_URI");
    AuthToken token =
        elsewhere == null || elsewhere.isBlank()
            ? AuthTokens.basic("neo4j", home.secret("neo4j.password"))
            : AuthTokens.basic(
                Objects.requireNonNullElse(System.getenv("NEO4J_USERNAME"), "neo4j"),
                System.getenv("NEO4J_PASSWORD"));
    return new TestDatabase(database.driver(), token, database::close);
  }

  private static TestDatabase container() {
    Neo4jContainer container = new Neo4jContainer(IMAGE).withAdminPassword("only-for-tests");
    container.start();
    AuthToken token = AuthTokens.basic("neo4j", container.getAdminPassword());
    Driver driver = GraphDatabase.driver(container.getBoltUrl(), token);
    return new TestDatabase(
        driver,
        token,
        () -> {
          driver.close();
          container.stop();
        });
  }

  @Override
  public void close() {
    stop.run();
  }
}
