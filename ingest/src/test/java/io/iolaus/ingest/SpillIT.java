package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.write.WriteHook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// Folds that go through the disk say the same as folds that fit into memory.
@Neo4jTest
class SpillIT {

  private static final IngestOptions SPILLING =
      new IngestOptions(2, 250_000, 20_000, true).withSpillBytes(1 << 30);

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>(SampleLines.of(21, 4_000));
    // What is said of other nodes does not go through the disk: few such lines.
    for (int i = 50; i < lines.size(); i++) {
      if (lines.get(i).matches(".*\"type\":\"(network|organization|model|claim|payment)\".*")) {
        lines.set(i, lines.get(i % 40).contains("\"exchange\"") ? lines.get(i % 40) : "");
      }
    }
    // The same id with other content, far apart: the earlier line counts, whatever was on disk.
    String event =
        "{\"type\":\"exchange\",\"account\":\"acc-1\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":%d,\"eventId\":\"e\"}";
    lines.set(100, event.formatted(3));
    lines.set(3_900, event.formatted(4));
    return lines;
  }

  @Test
  void graphAndCountsAreThoseOfAFoldInMemory() throws Exception {
    Path file = loads.file("a.ndjson", lines());
    IngestSummary expected = loads.load(file);
    List<String> graph = loads.graph();
    List<String> letters = loads.deadLetters();
    loads.clear();
    IngestSummary summary = loads.load(SPILLING, file);
    assertThat(loads.graph()).isEqualTo(graph);
    assertThat(loads.deadLetters()).isEqualTo(letters).hasSize(1);
    assertThat(summary.counts()).isEqualTo(expected.counts());
    assertThat(loads.batch()).containsEntry("segments", 1L);
    assertThat(left("run-")).isEmpty();
  }

  @Test
  void stoppedWithTheSegmentSealedEndsLikeAnUndisturbedOne() throws Exception {
    Path file = loads.file("a.ndjson", lines());
    loads.load(SPILLING, file);
    List<String> graph = loads.graph();
    loads.clear();
    WriteHook stop =
        new WriteHook() {
          @Override
          public void sealed(String batch, int segment) {
            throw new IllegalStateException("stopped");
          }
        };
    assertThatThrownBy(() ->
            loads.service(SPILLING, stop).ingest(List.of(Source.file(file)), IngestListener.NONE))
        .hasMessage("stopped");
    loads.load(SPILLING, file);
    assertThat(loads.graph()).isEqualTo(graph);
  }

  @Test
  void runsOfALoadThatDiedAreClearedAway() throws Exception {
    Path file = loads.file("a.ndjson", lines());
    Path journal = Files.createDirectories(loads.home().journal());
    Files.write(journal.resolve("run-b-0-1-1.tmp"), new byte[] {1, 2, 3});
    loads.load(SPILLING, file);
    assertThat(left("run-")).isEmpty();
  }

  private List<String> left(String beginning) throws Exception {
    try (var files = Files.list(loads.home().journal())) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .toList();
    }
  }
}
