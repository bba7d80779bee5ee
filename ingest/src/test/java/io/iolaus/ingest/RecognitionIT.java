package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

@Neo4jTest
class RecognitionIT {

  private final List<String> lines = SampleLines.of(7, 400);
  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  @Test
  void grownFileGoesOnWhereItWas() throws Exception {
    loads.load(loads.file("log.ndjson", lines.subList(0, 150)));
    IngestSummary grown = loads.load(loads.file("log.ndjson", lines));
    assertThat(grown.sources().getFirst().recognised()).isEqualTo(150);
    assertThat(grown.counts().read()).isEqualTo(400);
    assertOneBatchLikeOneLoad();
  }

  @Test
  void renamedAndRecompressedIsTheSame() throws Exception {
    byte[] bytes = Loads.bytes(lines);
    loads.load(loads.file("a.ndjson", lines));
    List<String> before = loads.graph();
    IngestSummary again =
        loads.load(
            loads.file("b.ndjson.gz", gzip(bytes)),
            loads.file("c.ndjson", Zstd.compress(bytes)),
            loads.file("d.zst", bytes));
    assertThat(again.counts()).isEqualTo(new LineCounts(1200, 0, 0, 1200, 0, 0));
    assertThat(loads.loadStream(bytes).counts().unchanged()).isEqualTo(400);
    assertThat(loads.loadStream(gzip(bytes)).counts().unchanged()).isEqualTo(400);
    assertThat(loads.graph()).isEqualTo(before);
  }

  @Test
  void streamThatGrewGoesOn() throws Exception {
    loads.load(loads.file("log.ndjson", lines.subList(0, 150)));
    assertThat(loads.loadStream(Loads.bytes(lines)).sources().getFirst().recognised())
        .isEqualTo(150);
    assertOneBatchLikeOneLoad();
  }

  @Test
  void cutLineIsReadAgainWhenRepaired() throws Exception {
    byte[] bytes = Loads.bytes(lines);
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    IngestSummary first = loads.load(loads.file("log.ndjson", cut));
    assertThat(first.counts().rejected()).isEqualTo(1);
    assertThat(loads.deadLetters()).hasSize(1);
    IngestSummary again = loads.load(loads.file("log.ndjson", cut));
    assertThat(again.counts().rejected()).isEqualTo(1);
    assertThat(again.counts().read()).isEqualTo(first.counts().read());
    assertThat(loads.deadLetters()).hasSize(1);
    assertThat(loads.batch()).containsEntry("rejected", 1L);
    IngestSummary repaired = loads.load(loads.file("log.ndjson", bytes));
    assertThat(repaired.counts().rejected()).isZero();
    assertThat(loads.deadLetters()).isEmpty();
    assertOneBatchLikeOneLoad();
  }

  @Test
  void lastLineNeedsNoLineFeed() throws Exception {
    String all = String.join("\n", lines);
    loads.load(loads.file("a.ndjson", all.getBytes(StandardCharsets.UTF_8)));
    assertThat(loads.batch()).containsEntry("read", 400L).containsEntry("rejected", 0L);
    loads.load(loads.file("a.ndjson", (all + "\n\n").getBytes(StandardCharsets.UTF_8)));
    assertOneBatchLikeOneLoad();
  }

  @Test
  void truncatedGzipLoadsWhatCameBefore() throws Exception {
    byte[] whole = gzip(Loads.bytes(lines));
    IngestSummary cut =
        loads.load(loads.file("a.gz", Arrays.copyOf(whole, whole.length * 2 / 3)));
    assertThat(cut.counts().rejected()).isEqualTo(1);
    assertThat(cut.counts().applied()).isBetween(100L, 399L);
    assertThat(loads.deadLetters())
        .singleElement()
        .asString()
        .contains("\"code\":\"broken-source\"")
        .contains("\"line\":" + cut.counts().read());
    loads.load(loads.file("a.gz", whole));
    assertOneBatchLikeOneLoad();
  }

  @Test
  void truncatedZstandardLoadsWhatCameBefore() throws Exception {
    byte[] whole = Zstd.compress(Loads.bytes(SampleLines.of(7, 3000)));
    IngestSummary cut = loads.load(loads.file("a", Arrays.copyOf(whole, whole.length * 2 / 3)));
    assertThat(cut.counts().rejected()).isEqualTo(1);
    assertThat(cut.counts().applied()).isPositive();
  }

  @Test
  void otherBeginningIsAnotherBatch() throws Exception {
    loads.load(loads.file("a.ndjson", lines.subList(0, 100)));
    loads.load(loads.file("b.ndjson", lines.subList(100, 200)));
    assertThat(loads.query("MATCH (b:Batch) RETURN b")).hasSize(2);
  }

  @Test
  void emptySourceIsNoBatch() throws Exception {
    assertThat(loads.load(loads.file("a.ndjson", new byte[0])).counts()).isEqualTo(LineCounts.NONE);
    assertThat(loads.loadStream(" \n\n".getBytes(StandardCharsets.UTF_8)).counts().read()).isZero();
    assertThat(loads.query("MATCH (a:Account) RETURN a")).isEmpty();
  }

  private void assertOneBatchLikeOneLoad() throws IOException {
    List<String> graph = loads.graph();
    var batch = loads.batch();
    loads.clear();
    loads.load(loads.file("whole.ndjson", lines));
    assertThat(graph).isEqualTo(loads.graph());
    for (String count : List.of("read", "applied", "rejected", "exchanges", "created", "updated", "unchanged")) {
      assertThat(batch.get(count)).as(count).isEqualTo(loads.batch().get(count));
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
