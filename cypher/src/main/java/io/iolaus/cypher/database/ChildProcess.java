package io.iolaus.cypher.database;

import io.iolaus.cypher.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The database program as our child.
///
/// It stops by itself when its standard input ends, so that it cannot outlive this process even
/// where that is killed; {@link #stop} ends it the same way and waits.
final class ChildProcess {

  /// Another process has the data folder open.
  private static final int LOCKED = 3;

  /// Environment variable with further options for its JVM, with blanks between.
  private static final String JAVA_OPTIONS = "IOLAUS_DB_JAVA_OPTIONS";

  private static final String READY = "READY ";
  private static final String ERROR = "neo4j-local: ";

  private final Process process;
  private final String uri;

  private ChildProcess(Process process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  /// Starts the database and waits until it answers; empty when another process has the data folder
  /// open. After a crash the start includes the recovery, so that there is no time limit other than
  /// the life of the child.
  ///
  /// @param arguments further ones for the program
  static Optional<ChildProcess> start(
      Home home, Path passwordFile, DatabaseOptions options, List<String> arguments)
      throws IOException {
    Path log = home.logs().resolve("neo4j-local.log");
    List<String> command = command(home, passwordFile, options);
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    // Nothing but the address is ever printed there, so that nobody need read on.
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    @Nullable String line = output.readLine();
    if (line != null && line.startsWith(READY)) {
      return Optional.of(new ChildProcess(process, line.substring(READY.length())));
    }
    int status = waitFor(process);
    if (status == LOCKED) {
      return Optional.empty();
    }
    throw new DatabaseUnavailableException(failure(home, log, status));
  }

  String uri() {
    return uri;
  }

  /// Lets the database write a checkpoint and end; a second call does nothing.
  void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it ends by itself
    }
  }

  private static List<String> command(Home home, Path passwordFile, DatabaseOptions options) {
    Distribution distribution = Distribution.find();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + options.heap());
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // Written by the build so that the start is quick; left aside where it does not fit.
            "-XX:SharedArchiveFile=" + distribution.folder().resolve("neo4j-local.jsa"),
            // Standard output is for the address alone.
            "-Xlog:disable"));
    String further = System.getenv().getOrDefault(JAVA_OPTIONS, "").strip();
    if (!further.isEmpty()) {
      command.addAll(List.of(further.split("\\s+")));
    }
    command.addAll(List.of("-cp", distribution.classPath(), "io.iolaus.neo4jlocal.Neo4jLocal"));
    command.addAll(List.of("--data", home.neo4j().toString()));
    command.addAll(List.of("--password-file", passwordFile.toString()));
    command.addAll(List.of("--page-cache", options.pageCache()));
    return command;
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the database started", e);
    }
  }

  private static String failure(Home home, Path log, int status) throws IOException {
    String reason =
        Files.readString(log, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(ERROR))
            .reduce((first, last) -> last)
            .map(line -> line.substring(ERROR.length()))
            .orElse("exit status " + status);
    if (reason.contains("No space left on device")) {
      return "the disk that holds " + home + " is full: free some space and try again";
    }
    return "the database did not start (" + reason + "): see " + log;
  }
}
