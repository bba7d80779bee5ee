package io.iolaus.bench.write;

import io.iolaus.cypher.schema.SchemaMigrations;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;

/// A Neo4j of 2 GB heap for one run of measurements, with the product's own constraints and
/// indexes; `LOAD CSV` may read the files of one folder.
public final class BenchDatabase implements AutoCloseable {

  private static final String PASSWORD = "only-for-this-run";

  private final Process process;
  private final Driver driver;

  private BenchDatabase(Process process, Driver driver) {
    this.process = process;
    this.driver = driver;
  }

  /// Starts it in a new folder; `files` is the folder `LOAD CSV` may read.
  public static BenchDatabase start(Path folder, Path files) throws IOException {
    Files.createDirectories(folder);
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    List<String> command = java("-Xmx2g");
    command.addAll(
        List.of(
            "io.iolaus.neo4jlocal.Neo4jLocal",
            "--data",
            folder.resolve("data").toString(),
            "--password-file",
            password.toString(),
            "--page-cache",
            "512m",
            "--import-folder",
            files.toString()));
    Path log = folder.resolve("neo4j.log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null || !line.startsWith("READY ")) {
      throw new IOException("the database did not start: see " + log);
    }
    Driver driver = driver(line.substring("READY ".length()), PASSWORD);
    SchemaMigrations.apply(driver);
    return new BenchDatabase(process, driver);
  }

  /// A driver without its own log, which would make a text of each message, as that of the product
  /// is: peers get the same.
  @SuppressWarnings("deprecation")
  public static Driver driver(String uri, String password) {
    return GraphDatabase.driver(
        uri,
        AuthTokens.basic("neo4j", password),
        Config.builder().withLogging(Logging.none()).build());
  }

  /// Runs Neo4j's offline importer on files of a folder, into a new store; returns its seconds.
  static double importFiles(Path folder, List<String> arguments) throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    List<String> command = java("-Xmx2g");
    command.addAll(List.of("org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("import.log").toFile());
    builder.environment().put("NEO4J_HOME", folder.toString());
    builder.environment().put("NEO4J_CONF", folder.resolve("conf").toString());
    long start = System.nanoTime();
    try {
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IOException("the importer ended with " + status + ": see " + folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while importing", e);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<String> java(String heap) {
    Path program =
        Path.of(System.getProperty("iolaus.neo4j-local", "neo4j-local/target/neo4j-local"))
            .toAbsolutePath();
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:disable",
            "-cp",
            program.resolve("*") + File.pathSeparator + program + "/lib/*"));
  }

  public Driver driver() {
    return driver;
  }

  /// Processor seconds the database has used.
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /// Runs one statement outside a transaction function, as `CALL … IN TRANSACTIONS` needs it.
  void run(String statement, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      session.run(statement, parameters).consume();
    }
  }

  long count(String statement) {
    try (Session session = driver.session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }

  /// Removes everything but the schema.
  void empty() {
    run(
        "MATCH (n) WHERE NOT n:SchemaVersion"
            + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS",
        Map.of());
  }

  @Override
  public void close() {
    driver.close();
    process.destroy();
    process.onExit().join();
  }
}
