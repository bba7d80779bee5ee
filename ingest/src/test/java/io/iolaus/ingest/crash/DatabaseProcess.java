package io.iolaus.ingest.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A database of its own that can be killed and comes back at the same address with the same data.
final class DatabaseProcess implements AutoCloseable {

  static final String PASSWORD = "only-for-tests";

  private final Path folder;
  private final int port;
  private Process process;

  private DatabaseProcess(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    process = launch();
  }

  static DatabaseProcess start(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      return new DatabaseProcess(folder, port);
    }
  }

  private Process launch() throws IOException {
    Path program = Path.of(System.getProperty("iolaus.neo4j-local"));
    Process started =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:SharedArchiveFile=" + program.resolve("neo4j-local.jsa"),
                    "-Xlog:disable",
                    "-cp",
                    program.resolve("*") + File.pathSeparator + program.resolve("lib/*"),
                    "io.iolaus.neo4jlocal.Neo4jLocal",
                    "--data",
                    folder.resolve("data").toString(),
                    "--password-file",
                    folder.resolve("password").toString(),
                    "--page-cache",
                    "32m",
                    "--bolt-port",
                    Integer.toString(port)))
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors.log").toFile()))
            .start();
    BufferedReader output = started.inputReader();
    String line = output.readLine();
    if (line == null || !line.startsWith("READY")) {
      throw new IOException("the database did not start, see " + folder.resolve("errors.log"));
    }
    return started;
  }

  String uri() {
    return "bolt://127.0.0.1:" + port;
  }

  /// SIGKILL; returns when the process is gone.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Brings it back; returns when it answers.
  void restart() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
