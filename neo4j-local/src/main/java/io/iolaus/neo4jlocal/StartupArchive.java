package io.iolaus.neo4jlocal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Writes the class-data archive that lets the database start in a third of the time.
///
/// Neo4j loads some 20,000 classes before it answers, and most of a start goes into that. The build
/// runs the program once on an empty folder and lets the JVM keep what it loaded. The archive is an
/// offer: a JVM that it does not fit starts without it.
public final class StartupArchive {

  static final String FILE = "neo4j-local.jsa";

  private StartupArchive() {}

  /// Takes the folder of the distribution; does nothing when the archive is newer than the program.
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]).toAbsolutePath().normalize();
    Path archive = folder.resolve(FILE);
    if (isNewerThanProgram(archive, folder)) {
      return;
    }
    Files.deleteIfExists(archive);
    Path scratch = Files.createTempDirectory("neo4j-local");
    try {
      Path password = Files.writeString(scratch.resolve("password"), "only-for-this-moment\n");
      Path written = scratch.resolve(FILE);
      run(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:ArchiveClassesAtExit=" + written,
              "-Xmx512m",
              "--add-opens=java.base/java.nio=ALL-UNNAMED",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-Xlog:disable",
              // Spelt as the parent spells it: the archive fits one class path only.
              "-cp",
              folder.resolve("*") + File.pathSeparator + folder + "/lib/*",
              Neo4jLocal.class.getName(),
              "--data",
              scratch.resolve("data").toString(),
              "--password-file",
              password.toString(),
              "--page-cache",
              "16m",
              "--warm-up",
              "yes"));
      Files.copy(written, folder.resolve(FILE + ".new"), StandardCopyOption.REPLACE_EXISTING);
      Files.move(folder.resolve(FILE + ".new"), archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(scratch);
    }
  }

  private static boolean isNewerThanProgram(Path archive, Path folder) throws IOException {
    if (!Files.exists(archive)) {
      return false;
    }
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(archive)) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      output.readLine(); // it is up
      process.getOutputStream().close(); // and may go
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("the database did not run: exit status " + status);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
