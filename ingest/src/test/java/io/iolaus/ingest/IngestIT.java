package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

@Neo4jTest
class IngestIT {

  private static final long SEED = 20260701;

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  @Test
  void countsReconcile() throws Exception {
    List<String> lines = new ArrayList<>(SampleLines.of(SEED, 800));
    lines.add(10, "not json");
    lines.add(20, "");
    lines.add(30, "{\"type\":\"unheard\"}");
    IngestSummary summary = loads.load(loads.file("a.ndjson", lines));
    LineCounts counts = summary.counts();
    assertThat(counts.read()).isEqualTo(802);
    assertThat(counts.rejected()).isEqualTo(2);
    assertThat(loads.batch())
        .containsEntry("read", 802L)
        .containsEntry("applied", 800L)
        .containsEntry("created", counts.created())
        .containsEntry("updated", counts.updated())
        .containsEntry("unchanged", counts.unchanged())
        .containsEntry("rejected", 2L)
        .containsEntry("exchanges", counts.exchanges())
        .containsEntry("complete", true);
    assertThat(loads.one("MATCH (a:Account) RETURN sum(a.exchanges) AS n").get("n").asLong())
        .isEqualTo(counts.exchanges());
    assertThat(loads.deadLetters())
        .hasSize(2)
        .anyMatch(letter -> letter.contains("\"line\":11") && letter.contains("malformed-json"))
        .anyMatch(letter -> letter.contains("\"line\":31") && letter.contains("unknown-type"));
    assertThat(loads.query("MATCH (p:BatchPart) RETURN p")).isEmpty();
  }

  @Test
  void sameFileTwiceChangesNothing() throws Exception {
    Path file = loads.file("a.ndjson", SampleLines.of(SEED, 500));
    IngestSummary first = loads.load(file);
    List<String> before = loads.graph();
    IngestSummary second = loads.load(file);
    assertThat(loads.graph()).isEqualTo(before);
    assertThat(second.counts())
        .isEqualTo(new LineCounts(500, 0, 0, 500, 0, 0));
    assertThat(second.sources().getFirst().batch()).isEqualTo(first.sources().getFirst().batch());
    assertThat(loads.query("MATCH (b:Batch) RETURN b")).hasSize(1);
  }

  @Test
  void orderOfLinesDoesNotMatter() throws Exception {
    List<String> lines = new ArrayList<>(SampleLines.of(SEED, 1000));
    loads.load(loads.file("a.ndjson", lines));
    List<String> expected = loads.graph();
    loads.clear();
    Collections.shuffle(lines, new Random(SEED));
    loads.load(new IngestOptions(1, 150_000, 40_000, false), loads.file("b.ndjson", lines));
    assertThat(loads.graph()).isEqualTo(expected);
    assertThat((Long) loads.batch().get("segments")).isGreaterThan(3);
  }

  @Test
  void severalFilesAreOneFile() throws Exception {
    List<String> lines = SampleLines.of(SEED, 900);
    loads.load(loads.file("a.ndjson", lines));
    List<String> expected = loads.graph();
    loads.clear();
    loads.load(
        loads.file("3.ndjson", lines.subList(600, 900)),
        loads.file("1.ndjson", lines.subList(0, 300)),
        loads.file("2.ndjson", lines.subList(300, 600)));
    assertThat(loads.graph()).isEqualTo(expected);
    assertThat(loads.query("MATCH (b:Batch) RETURN b.seq ORDER BY b.seq")).hasSize(3);
  }
}
