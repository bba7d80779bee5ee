package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A home that cannot be written to stops a load with one clear line, and nothing is lost once it
/// can.
@Neo4jTest
class FullDiskIT {

  private static final IngestOptions SMALL = new IngestOptions(1, 60_000, 15_000, true);

  private Driver driver;
  private Path folder;
  private Path file;
  private List<String> expected = List.of();

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) throws IOException {
    this.driver = driver;
    this.folder = folder;
    file =
        Files.writeString(
            folder.resolve("a.ndjson"), String.join("\n", NastyLines.of(61, 700)) + "\n");
    TestGraph.empty(driver);
    load(Home.at(folder.resolve("calm")), WriteHook.NONE);
    expected = GraphDigest.wholeLines(driver);
    TestGraph.empty(driver);
  }

  private IngestSummary load(Home home, WriteHook hook) throws IOException {
    return TestIngest.service(driver, home, SMALL, hook)
        .ingest(List.of(Source.file(file)), IngestListener.NONE);
  }

  /// Something is in the way of what the next segment is written to first.
  @Test
  void segmentThatCannotBeSealedStopsTheLoadUntilItCan() throws Exception {
    Home home = Home.at(folder.resolve("home"));
    WriteHook block =
        new WriteHook() {
          @Override
          public void sealed(String batch, int segment) {
            if (segment == 2) {
              block(home.journal().resolve(batch).resolve("000003.seg.tmp"));
            }
          }
        };
    assertThatThrownBy(() -> load(home, block))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("000003.seg")
        .hasMessageContaining("run ingest again");
    load(home, WriteHook.NONE);
    assertEndsWell(home);
  }

  /// Writing to this gives "No space left on device", as a full disk does.
  private static void block(Path temporary) {
    Path full = Path.of("/dev/full");
    try {
      if (Files.exists(full)) {
        Files.createSymbolicLink(temporary, full);
      } else {
        Files.createDirectory(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void deadLettersThatCannotBeWrittenStopTheLoadUntilTheyCan() throws Exception {
    Home home = Home.at(folder.resolve("home"));
    Files.delete(home.deadLetters());
    Files.writeString(home.deadLetters(), "a file in the way of the folder");
    assertThatThrownBy(() -> load(home, WriteHook.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dead-letters")
        .hasMessageContaining("run ingest again");
    Files.delete(home.deadLetters());
    Files.createDirectory(home.deadLetters());
    load(home, WriteHook.NONE);
    assertEndsWell(home);
  }

  /// A real full disk, where the machine lets tests mount one.
  @Test
  void fullDiskStopsTheLoadUntilThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0);
    try {
      Home home = Home.at(disk.resolve("home"));
      Files.write(disk.resolve("filler"), new byte[990 << 10]);
      assertThatThrownBy(() -> load(home, WriteHook.NONE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left")
          .hasMessageContaining("run ingest again");
      Files.delete(disk.resolve("filler"));
      load(home, WriteHook.NONE);
      assertEndsWell(home);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      return -1; // No such program here.
    }
  }

  private void assertEndsWell(Home home) throws IOException {
    SameGraph.assertSame(GraphDigest.wholeLines(driver), expected, "graph");
    try (var letters = Files.list(home.deadLetters());
        var calm = Files.list(folder.resolve("calm").resolve("dead-letters"))) {
      assertThat(letters.toList().stream().map(FullDiskIT::content))
          .containsExactlyInAnyOrderElementsOf(calm.map(FullDiskIT::content).toList());
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
