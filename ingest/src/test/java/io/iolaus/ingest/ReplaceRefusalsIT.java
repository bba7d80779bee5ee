package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.replace.ReplacementRefusedException;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// What cannot be replaced exactly is refused, with the reason, and nothing is changed.
@Neo4jTest
class ReplaceRefusalsIT {

  private static final String EVENT =
      "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":%d,\"eventId\":\"e\"}";

  private Loads loads;
  private Path corrected;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) throws IOException {
    loads = Loads.empty(driver, folder);
    corrected = loads.file("corrected.ndjson", SampleLines.of(9, 60));
  }

  private String load(String name, List<String> lines) throws IOException {
    return loads.load(loads.file(name, lines)).sources().getFirst().batch().orElseThrow();
  }

  private void assertRefused(String batch, Path file, String... reason) {
    List<String> before = GraphDigest.wholeLines(loads.driver);
    assertThatThrownBy(
            () -> {
              try (IngestSession session =
                  loads.service(Loads.SMALL, WriteHook.NONE).open(IngestListener.NONE)) {
                session.replace(batch, Source.file(file));
              }
            })
        .isInstanceOf(ReplacementRefusedException.class)
        .hasMessageContainingAll(reason)
        .hasMessageEndingWith("; nothing was changed");
    assertThat(GraphDigest.wholeLines(loads.driver)).isEqualTo(before);
    assertThat(loads.home().journal().resolve("replacing")).doesNotExist();
  }

  @Test
  void anUnknownBatch() throws Exception {
    load("a.ndjson", SampleLines.of(1, 50));
    assertRefused("b-none", corrected, "no batch b-none");
  }

  @Test
  void aBatchThatIsBeingLoaded() throws Exception {
    String batch = load("a.ndjson", SampleLines.of(1, 50));
    loads.query("MATCH (b:Batch) SET b.complete = false");
    assertRefused(batch, corrected, "not loaded to its end");
    loads.query("MATCH (b:Batch) SET b.complete = true, b.cutSegment = b.segments + 1");
    assertRefused(batch, corrected, "another worker is loading " + batch);
  }

  @Test
  void aGraphThatHoldsATopic() throws Exception {
    String batch = load("a.ndjson", SampleLines.of(1, 50));
    loads.query("CREATE (:Batch {id: 'k-t-0', offset: 5, segments: 1})");
    assertRefused(batch, corrected, "k-t-0", "topics");
  }

  @Test
  void aBatchOfAnotherHome(@TempDir Path elsewhere) throws Exception {
    String batch = load("a.ndjson", SampleLines.of(1, 50));
    Path b = loads.file("b.ndjson", SampleLines.of(2, 50));
    String other =
        TestIngest.service(loads.driver, Home.at(elsewhere), Loads.SMALL, WriteHook.NONE)
            .ingest(List.of(Source.file(b)), IngestListener.NONE)
            .sources()
            .getFirst()
            .batch()
            .orElseThrow();
    assertRefused(batch, corrected, "0 of the 1 segments of batch " + other);
    assertRefused(other, corrected, "0 of the 1 segments of batch " + other);
  }

  @Test
  void aFileThatBeginsAsAnotherBatch() throws Exception {
    String batch = load("a.ndjson", SampleLines.of(1, 50));
    String other = load("b.ndjson", SampleLines.of(2, 50));
    List<String> longer = new ArrayList<>(SampleLines.of(2, 50));
    longer.addAll(SampleLines.of(3, 10));
    assertRefused(batch, loads.file("c.ndjson", longer), "in the graph as batch " + other);
  }

  @Test
  void aBatchThatAnotherStandsBehind() throws Exception {
    List<String> lines = SampleLines.of(1, 60);
    String batch = load("a.ndjson", lines.subList(0, 40));
    load("a.ndjson", lines.subList(0, 50));
    List<String> otherWay = new ArrayList<>(lines.subList(0, 40));
    otherWay.addAll(SampleLines.of(2, 10));
    String behind = load("b.ndjson", otherWay);
    assertThat(behind).isNotEqualTo(batch);
    assertRefused(batch, corrected, "batch " + behind + " begins behind lines");
    assertRefused(behind, corrected, "batch " + behind + " begins behind lines");
  }

  @Test
  void aGraphThatHoldsSomethingElse() throws Exception {
    String batch = load("a.ndjson", SampleLines.of(1, 50));
    loads.query("MATCH (a:Account) SET a.exchanges = a.exchanges + 1");
    assertRefused(batch, corrected, "does not hold of account");
  }

  @Test
  void segmentsThatWereChanged() throws Exception {
    String batch = load("a.ndjson", SampleLines.of(1, 50));
    String other = load("b.ndjson", SampleLines.of(2, 50));
    Path journal = loads.home().journal();
    Files.copy(
        journal.resolve(other).resolve("000001.done"),
        journal.resolve(batch).resolve("000001.done"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused(batch, corrected, "are not those in the graph");
  }

  @Test
  void aConflictThatWasReplayed() throws Exception {
    String batch = load("a.ndjson", List.of(EVENT.formatted(1)));
    String other = load("b.ndjson", List.of(EVENT.formatted(2)));
    Path mended =
        loads.file(
            "mended.ndjson",
            List.of(
                "{\"batch\":\"%s\",\"line\":1,\"event\":%s}"
                    .formatted(other, EVENT.formatted(2).replace("\"e\"", "\"f\""))));
    try (IngestSession session =
        loads.service(Loads.SMALL, WriteHook.NONE).open(IngestListener.NONE)) {
      assertThat(session.replay(mended).left()).isZero();
    }
    assertRefused(batch, corrected, "line 1 of batch " + other, "replayed since");
  }
}
