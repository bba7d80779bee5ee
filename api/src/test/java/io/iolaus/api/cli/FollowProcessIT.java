package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// `iolaus ingest --follow` as a process of its own: killed, started again, ended.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the home here brings its own database")
class FollowProcessIT {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("iolaus.root", ".."))
          .toAbsolutePath()
          .normalize()
          .resolve("iolaus");

  @TempDir private Path folder;
  private Path incoming;
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    incoming = Files.createDirectory(folder.resolve("incoming"));
  }

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process follow(String log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                LAUNCHER.toString(),
                "ingest",
                "--follow",
                "--settle",
                "1",
                incoming.toString(),
                "--home",
                folder.resolve("home").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile());
    builder.environment().put("IOLAUS_NO_BUILD", "1"); // Maven is at work already
    builder.environment().put("IOLAUS_HEAP", "256m");
    builder.environment().put("IOLAUS_DB_HEAP", "256m");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private void awaitSaid(String log, String text) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    Path file = folder.resolve(log);
    while (!Files.readString(file).contains(text)) {
      assertThat(Instant.now()).as(() -> read(file)).isBefore(deadline);
      Thread.sleep(100);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void write(String name, int lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(
          "{\"type\":\"exchange\",\"account\":\"%s-%d\",\"at\":\"2026-04-01T10:00:00Z\",\"ip\":\"203.0.113.%d\"}\n"
              .formatted(name, i % 300, i % 200));
    }
    Path part = Files.writeString(incoming.resolve(name + ".part"), text);
    Files.move(part, incoming.resolve(name + ".ndjson"));
  }

  @Test
  void survivesBeingKilledAndEndsWhenItIsTold() throws Exception {
    Process first = follow("first");
    awaitSaid("first", "following");
    write("a", 500);
    awaitSaid("first", "a.ndjson: read 500 = applied 500");
    write("b", 20_000);
    Thread.sleep(1500); // into the load of the second, or just before it
    first.destroyForcibly().waitFor();

    Process second = follow("second");
    awaitSaid("second", "b.ndjson: read 20,000 = applied 20,000");
    // Another command has its turn beside it.
    Path other = folder.resolve("other.ndjson");
    Files.writeString(
        other, "{\"type\":\"account\",\"id\":\"x\",\"createdAt\":\"2026-04-01T10:00:00Z\"}\n");
    CommandRun beside =
        CommandRun.of("ingest", other.toString(), "--home", folder.resolve("home").toString());
    assertThat(beside.err()).contains("read 1 = applied 1 (created 1");
    second.destroy();
    assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(read(folder.resolve("second")))
        .contains("stopping")
        .doesNotContain("a.ndjson: read");

    CommandRun again =
        CommandRun.of("ingest", incoming.toString(), "--home", folder.resolve("home").toString());
    assertThat(again.status()).isZero();
    assertThat(again.err())
        .contains("read 20,500 = applied 20,500 (created 0, updated 0, unchanged 20,500)");
  }
}
