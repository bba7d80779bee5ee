package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.write.WriteHook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A file handed over under an id is one batch of that id, whatever was known of its lines before.
@Neo4jTest
class DeliveryIT {

  private static final IngestOptions MANY_SEGMENTS = new IngestOptions(2, 60_000, 20_000, true);

  private final List<String> lines = SampleLines.of(17, 400);
  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  private SourceSummary deliver(String id, Path file, WriteHook hook) throws IOException {
    return loads
        .service(MANY_SEGMENTS, hook)
        .ingest(List.of(Source.delivery(id, file)), IngestListener.NONE)
        .sources()
        .getFirst();
  }

  private SourceSummary deliver(String id, Path file) throws IOException {
    return deliver(id, file, WriteHook.NONE);
  }

  private Map<String, Object> batch(String id) {
    return loads.one("MATCH (b:Batch {id: '" + id + "'}) RETURN b").get("b").asMap();
  }

  private static void assertCounts(
      Map<String, Object> batch, long baseRead, long read, long rejected) {
    assertThat(batch)
        .containsEntry("baseRead", baseRead)
        .containsEntry("read", read)
        .containsEntry("rejected", rejected)
        .containsEntry("complete", true);
  }

  @Test
  void isTheBatchOfItsIdAndNeverGrows() throws Exception {
    Path beginning = loads.file("beginning.ndjson", lines.subList(0, 150));
    assertThat(deliver("h-1", beginning).batch()).hasValue("h-1");
    assertCounts(batch("h-1"), 0, 150, 0);

    SourceSummary grown = deliver("h-2", loads.file("grown.ndjson", lines));
    assertThat(grown.counts().read()).isEqualTo(400);
    assertThat(grown.recognised()).isEqualTo(150);
    assertCounts(batch("h-1"), 0, 150, 0);
    assertCounts(batch("h-2"), 150, 250, 0);
    String graph = loads.digest();

    loads.clear();
    loads.load(loads.file("whole.ndjson", lines));
    assertThat(loads.digest()).isEqualTo(graph);
  }

  @Test
  void oneThatIsKnownSaysSo() throws Exception {
    loads.load(loads.file("a.ndjson", lines));
    String graph = loads.digest();
    for (String id : List.of("h-1", "h-2")) {
      SourceSummary known = deliver(id, loads.file("b.ndjson", lines));
      assertThat(known.counts()).isEqualTo(new LineCounts(400, 0, 0, 400, 0, 0));
      assertThat(known.batch()).hasValue(id);
      assertCounts(batch(id), 400, 0, 0);
    }
    assertThat(loads.digest()).isEqualTo(graph);
  }

  @Test
  void aFileThatGrowsGoesOnInItsOwnBatchAlthoughADeliveryEndsThereToo() throws Exception {
    String file =
        loads
            .load(loads.file("a.ndjson", lines.subList(0, 100)))
            .sources()
            .getFirst()
            .batch()
            .orElseThrow();
    deliver("h-1", loads.file("b.ndjson", lines.subList(0, 100)));
    IngestSummary grown = loads.load(loads.file("a.ndjson", lines));
    assertThat(grown.sources().getFirst().batch()).hasValue(file);
    assertCounts(batch(file), 0, 400, 0);
    assertCounts(batch("h-1"), 100, 0, 0);
  }

  @Test
  void oneWithoutALineIsABatchToo() throws Exception {
    assertThat(deliver("h-1", loads.file("empty", new byte[0])).counts())
        .isEqualTo(LineCounts.NONE);
    deliver("h-1", loads.file("empty", new byte[0]));
    assertCounts(batch("h-1"), 0, 0, 0);
    deliver("h-2", loads.file("blank", "\n \n".getBytes(StandardCharsets.UTF_8)));
    assertCounts(batch("h-2"), 0, 0, 0);
  }

  @Test
  void countsRejectedLinesByReason() throws Exception {
    List<String> some = new ArrayList<>(lines.subList(0, 50));
    some.set(7, "not json");
    some.set(9, "{\"type\":\"account\",\"id\":\"x\"}");
    some.set(11, "[1]");
    some.set(12, "[2]");
    byte[] whole = gzip(Loads.bytes(some));
    deliver("h-1", loads.file("cut.gz", Arrays.copyOf(whole, whole.length - 9)));
    Map<String, Object> cut = batch("h-1");
    assertThat(cut).containsEntry("rejected", 5L).containsEntry("tailReason", "broken-source");
    assertThat(rejections(cut))
        .isEqualTo(Map.of("malformed-json", 1L, "missing-field", 1L, "not-an-object", 2L));

    deliver("h-2", loads.file("whole.gz", whole));
    Map<String, Object> repaired = batch("h-2");
    assertThat(repaired).containsEntry("baseRejected", 4L).containsEntry("tailReason", "");
    assertThat(rejections(repaired)).isEmpty();
  }

  private static Map<String, Long> rejections(Map<String, Object> batch) {
    Map<String, Long> rejections = new java.util.HashMap<>();
    List<?> codes = (List<?>) batch.get("rejectionCodes");
    List<?> counts = (List<?>) batch.get("rejectionCounts");
    for (int i = 0; i < codes.size(); i++) {
      rejections.put((String) codes.get(i), (Long) counts.get(i));
    }
    return rejections;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void stoppedAnywhereItEndsAsTheSameBatch() throws Exception {
    Path file = loads.file("a.ndjson", lines);
    deliver("h-1", file);
    String graph = loads.digest();
    Map<String, Object> batch = batch("h-1");
    for (int step : new int[] {1, 3, 6, 10}) {
      loads.clear();
      assertThatThrownBy(() -> deliver("h-1", file, new StopAtPart(step)))
          .as("step %d is reached", step)
          .isInstanceOf(IllegalStateException.class);
      SourceSummary rest = deliver("h-1", file);
      assertThat(rest.counts().read()).isEqualTo(400);
      assertThat(loads.digest()).as("stopped at step %d", step).isEqualTo(graph);
      assertThat(batch("h-1")).as("stopped at step %d", step).isEqualTo(batch);
    }
  }

  @Test
  void stoppedAndLoadedAsAFileInTheMeantimeItIsClosed() throws Exception {
    Path file = loads.file("a.ndjson", lines);
    assertThatThrownBy(() -> deliver("h-1", file, new StopAtPart(6)))
        .isInstanceOf(IllegalStateException.class);
    loads.load(file);
    String graph = loads.digest();
    long mine = (long) batch("h-1").get("read");
    assertThat(mine).isBetween(1L, 399L);

    SourceSummary rest = deliver("h-1", file);

    assertThat(rest.recognised()).isEqualTo(400);
    assertCounts(batch("h-1"), 400 - mine, mine, 0);
    assertThat(loads.digest()).isEqualTo(graph);
    assertThat(loads.one("MATCH (b:Batch) RETURN sum(b.read) AS read").get("read").asLong())
        .isEqualTo(400);
  }

  private static final class StopAtPart implements WriteHook {

    private final AtomicInteger left;

    StopAtPart(int parts) {
      left = new AtomicInteger(parts);
    }

    @Override
    public void partWritten(String part) {
      if (left.decrementAndGet() == 0) {
        throw new IllegalStateException("stopped");
      }
    }
  }
}
