package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.ReplaySummary.Problem;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterLog;
import io.iolaus.ingest.reject.DeadLetterReader;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// Rejected lines that were mended count once, in their batch.
@Neo4jTest
class ReplayIT {

  private final List<String> good = SampleLines.of(31, 120);
  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  /// Loads the sample with these lines (from 1) spoilt; returns the batch.
  private String loadSpoilt(int... lines) throws IOException {
    List<String> spoilt = new ArrayList<>(good);
    for (int line : lines) {
      spoilt.set(line - 1, good.get(line - 1).replace("\"type\"", "\"typ\""));
    }
    IngestSummary summary = loads.load(loads.file("a.ndjson", spoilt));
    assertThat(summary.counts().rejected()).isEqualTo(lines.length);
    return summary.sources().getFirst().batch().orElseThrow();
  }

  private static String mended(String batch, long line, String event) {
    return "{\"batch\":\"%s\",\"line\":%d,\"event\":%s}".formatted(batch, line, event);
  }

  private ReplaySummary replay(WriteHook hook, String... lines) throws IOException {
    Path file = Files.write(loads.folder.resolve("mended.ndjson"), List.of(lines));
    try (IngestSession session = loads.service(Loads.SMALL, hook).open(IngestListener.NONE)) {
      return session.replay(file);
    }
  }

  private List<Long> openLines(String batch) throws IOException {
    List<Long> lines = new ArrayList<>();
    Path file = loads.home().deadLetters().resolve(batch + ".ndjson");
    if (Files.exists(file)) {
      DeadLetterLog.forEachOpen(file, (DeadLetter letter) -> lines.add(letter.line()));
    }
    assertThat(read(batch)).isEqualTo(lines);
    return lines;
  }

  /// As the interface reads them.
  private List<Long> read(String batch) throws IOException {
    List<Long> lines = new ArrayList<>();
    var node = loads.batch();
    try (DeadLetterReader reader =
        DeadLetterReader.open(
            loads.home().deadLetters(),
            batch,
            (Long) node.get("deadLetterBytes"),
            (Long) node.get("tailBytes") > 0)) {
      for (DeadLetter letter = reader.next(); letter != null; letter = reader.next()) {
        lines.add(letter.line());
      }
    }
    return lines;
  }

  private void assertLikeUnspoilt() throws IOException {
    List<String> graph = loads.graph();
    var batch = loads.batch();
    loads.clear();
    loads.load(loads.file("good.ndjson", good));
    assertThat(graph).isEqualTo(loads.graph());
    for (String count : List.of("read", "applied", "rejected", "exchanges")) {
      assertThat(batch.get(count)).as(count).isEqualTo(loads.batch().get(count));
    }
    assertThat(batch.get("created")).isEqualTo(loads.batch().get("created"));
  }

  @Test
  void mendedLinesMoveFromRejectedToApplied() throws Exception {
    String batch = loadSpoilt(3, 50, 51);
    ReplaySummary summary =
        replay(
            WriteHook.NONE,
            mended(batch, 51, good.get(50)),
            "",
            mended(batch, 3, good.get(2)),
            mended(batch, 50, good.get(49)));
    assertThat(summary.counts().applied()).isEqualTo(3);
    assertThat(summary.problems()).isZero();
    assertThat(openLines(batch)).isEmpty();
    assertLikeUnspoilt();
  }

  @Test
  void replayingAgainChangesNothing() throws Exception {
    String batch = loadSpoilt(3, 50);
    replay(WriteHook.NONE, mended(batch, 3, good.get(2)));
    List<String> graph = loads.graph();
    var node = loads.batch();
    ReplaySummary again =
        replay(
            WriteHook.NONE,
            mended(batch, 3, good.get(2)),
            mended(batch, 3, good.get(5)),
            mended(batch, 4, good.get(3)));
    assertThat(again.repeated()).isEqualTo(1);
    assertThat(again.first())
        .containsExactly(
            new Problem(
                2,
                "line 3 of "
                    + batch
                    + " is not among its rejected lines: it was replayed with another event"),
            new Problem(3, "line 4 of " + batch + " is not among its rejected lines"));
    assertThat(loads.graph()).isEqualTo(graph);
    assertThat(loads.batch()).isEqualTo(node);
    assertThat(openLines(batch)).containsExactly(50L);
  }

  @Test
  void whatIsNotMendedStays() throws Exception {
    String batch = loadSpoilt(3);
    ReplaySummary summary =
        replay(
            WriteHook.NONE,
            mended(batch, 3, "{\"type\":\"exchange\",\"account\":\"a\"}"),
            mended("b-none", 3, good.get(2)),
            "{\"batch\":\"" + batch + "\",\"line\":3,\"event\":null}",
            "no JSON");
    assertThat(summary.read()).isEqualTo(4);
    assertThat(summary.first())
        .extracting(Problem::reason)
        .containsExactlyInAnyOrder(
            "line 3 of " + batch + " is rejected again: at missing-field, required and absent",
            "there is no batch b-none in the graph",
            "needs \"event\", the mended line as a JSON object",
            "is not JSON, or has a key twice");
    assertThat(openLines(batch)).containsExactly(3L);
    assertThat(loads.batch()).containsEntry("rejected", 1L);
  }

  @Test
  void aReplayThatWasCutShortIsFinishedByTheNext() throws Exception {
    String batch = loadSpoilt(3, 50);
    String[] file = {mended(batch, 3, good.get(2)), mended(batch, 50, good.get(49))};
    WriteHook stop =
        new WriteHook() {
          @Override
          public void partWritten(String part) {
            throw new IllegalStateException("stopped");
          }
        };
    assertThatThrownBy(() -> replay(stop, file)).hasMessage("stopped");
    ReplaySummary again = replay(WriteHook.NONE, file);
    assertThat(again.repeated()).isEqualTo(2);
    assertThat(openLines(batch)).isEmpty();
    assertLikeUnspoilt();
  }

  @Test
  void aSourceThatIsLoadedAgainOrGrowsKnowsItsReplays() throws Exception {
    String batch = loadSpoilt(3);
    replay(WriteHook.NONE, mended(batch, 3, good.get(2)));
    List<String> spoilt = new ArrayList<>(good);
    spoilt.set(2, good.get(2).replace("\"type\"", "\"typ\""));
    assertThat(loads.load(loads.file("a.ndjson", spoilt)).counts())
        .isEqualTo(LineCounts.repeated(120, 0));
    spoilt.add("broken");
    IngestSummary grown = loads.load(loads.file("a.ndjson", spoilt));
    assertThat(grown.counts().read()).isEqualTo(121);
    assertThat(openLines(batch)).containsExactly(121L);
  }

  @Test
  void aBrokenEndIsNotReplayedAndStays() throws Exception {
    Path file =
        Files.writeString(
            loads.folder.resolve("a.ndjson"), good.get(0) + "\nbroken\n{\"type\":\"exch");
    String batch = loads.load(file).sources().getFirst().batch().orElseThrow();
    ReplaySummary summary =
        replay(WriteHook.NONE, mended(batch, 3, good.get(2)), mended(batch, 2, good.get(1)));
    assertThat(summary.first())
        .singleElement()
        .extracting(Problem::reason)
        .asString()
        .contains("is the end of a source that breaks off");
    assertThat(openLines(batch)).containsExactly(3L);
    assertThat(loads.batch())
        .containsEntry("read", 3L)
        .containsEntry("rejected", 1L)
        .containsEntry("applied", 2L);
    loads.load(Files.writeString(file, good.get(0) + "\nbroken\n" + good.get(2) + "\n"));
    assertThat(openLines(batch)).isEmpty();
    assertThat(loads.batch()).containsEntry("read", 3L).containsEntry("rejected", 0L);
  }

  @Test
  void aConflictStaysRejectedWithItsNewReason() throws Exception {
    String event =
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":%s,\"eventId\":\"e\"}";
    String batch =
        loads
            .load(event.formatted("1"), event.formatted("\"2\""))
            .sources()
            .getFirst()
            .batch()
            .orElseThrow();
    ReplaySummary summary = replay(WriteHook.NONE, mended(batch, 2, event.formatted("2")));
    assertThat(summary.counts().rejected()).isEqualTo(1);
    assertThat(summary.left()).isEqualTo(1);
    assertThat(openLines(batch)).containsExactly(2L);
    assertThat(loads.batch()).containsEntry("rejected", 1L).containsEntry("read", 2L);
  }
}
