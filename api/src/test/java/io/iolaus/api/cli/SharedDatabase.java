package io.iolaus.api.cli;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.neo4j.driver.Driver;

/// A database that outlives the server processes that work on it, each with a home of its own.
final class SharedDatabase implements AutoCloseable {

  private final Home home;
  private final Database database;

  private SharedDatabase(Home home, Database database) {
    this.home = home;
    this.database = database;
  }

  static SharedDatabase open(Path folder) {
    Home home = Home.at(folder);
    Database database =
        Databases.open(
            home,
            new DatabaseOptions("512m", "64m", Duration.ofMinutes(2), true, System.err::println));
    SchemaMigrations.apply(database.driver());
    return new SharedDatabase(home, database);
  }

  Driver driver() {
    return database.driver();
  }

  long one(String query) {
    try (var session = driver().session()) {
      return session.run(query).single().get(0).asLong();
    }
  }

  void load(Path file) throws IOException {
    new IngestService(
            driver(),
            home,
            home.site(),
            Clock.systemUTC(),
            new IngestOptions(2, 256 << 20, 1 << 20, false))
        .ingest(List.of(Source.file(file)), IngestListener.NONE);
  }

  /// Starts a server process with the role `detect`.
  ServerProcess serve(Path own, Map<String, String> environment) throws IOException {
    return new ServerProcess(
        start(own, environment, "serve", "--port", "0", "--roles", "detect"), own);
  }

  /// Starts a command as a process of its own; what it says goes beside its home.
  Process start(Path own, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.iolaus.api.Iolaus",
                "--home",
                own.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(own.resolveSibling(own.getFileName() + ".out").toFile());
    builder.environment().put("NEO4J_URI", uri());
    builder.environment().put("NEO4J_PASSWORD", home.secret("neo4j.password"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private String uri() throws IOException {
    String json = Files.readString(home.run().resolve("database.json"));
    return Pattern.compile("bolt://[^\"]+")
        .matcher(json)
        .results()
        .findFirst()
        .map(MatchResult::group)
        .orElseThrow(() -> new AssertionError(json));
  }

  @Override
  public void close() {
    database.close();
  }
}
