package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.inbox.Delivery;
import io.iolaus.ingest.inbox.Inbox;
import io.iolaus.ingest.inbox.InboxOptions;
import io.iolaus.ingest.write.WriteHook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/// Whatever the order of lines, and whichever way they come, the graph is the same.
@Neo4jTest
class OrderIT {

  private static final IngestOptions MANY_SEGMENTS = new IngestOptions(2, 60_000, 15_000, false);

  private static final int PIECES = 5;

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void everyOrderAndWayGivesOneGraph(long seed) throws Exception {
    List<String> lines = NastyLines.of(seed, 450);
    LineCounts counts = loads.load(loads.file("all.ndjson", lines)).counts();
    List<String> expected = loads.graph();
    Random random = new Random(seed);

    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    loads.clear();
    LineCounts again = loads.load(MANY_SEGMENTS, loads.file("shuffled.ndjson", shuffled)).counts();
    assertSame(expected, "shuffled");
    assertThat(again.read()).isEqualTo(counts.read());
    assertThat(again.rejected()).isEqualTo(counts.rejected());
    assertThat(again.exchanges()).isEqualTo(counts.exchanges());

    loads.clear();
    LineCounts parts = inPieces(dealt(lines, random));
    assertSame(expected, "in pieces");
    assertThat(parts.exchanges()).isEqualTo(counts.exchanges());
    assertThat(parts.rejected()).isEqualTo(counts.rejected());
  }

  /// Lines dealt to five sources, each in an order of its own.
  private static List<List<String>> dealt(List<String> lines, Random random) {
    List<List<String>> pieces = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      pieces.add(new ArrayList<>());
    }
    lines.forEach(line -> pieces.get(random.nextInt(PIECES)).add(line));
    pieces.forEach(piece -> Collections.shuffle(piece, random));
    return pieces;
  }

  /// A plain file that is given twice, gzip in two members, Zstandard, standard input, and a body
  /// that came over HTTP.
  private LineCounts inPieces(List<List<String>> pieces) throws IOException {
    Path plain = loads.file("plain.ndjson", pieces.get(0));
    List<String> second = pieces.get(1);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(second.subList(0, second.size() / 2)));
    members.write(gzip(second.subList(second.size() / 2, second.size())));
    Path gzip = loads.file("members.gz", members.toByteArray());
    Path zstd = loads.file("third.zst", Zstd.compress(Loads.bytes(pieces.get(2))));
    IngestSummary first = loads.load(MANY_SEGMENTS, zstd, plain);
    IngestSummary rest = loads.load(MANY_SEGMENTS, plain, gzip);
    assertThat(rest.sources().getFirst().recognised())
        .isEqualTo(rest.sources().getFirst().counts().read());
    IngestSummary input = loads.loadStream(Loads.bytes(pieces.get(3)));
    IngestSummary delivered = deliver(gzip(pieces.get(4)));
    return first
        .counts()
        .plus(rest.sources().get(1).counts())
        .plus(input.counts())
        .plus(delivered.counts());
  }

  private IngestSummary deliver(byte[] body) throws IOException {
    InboxOptions options = new InboxOptions(1, Long.MAX_VALUE, 0, Duration.ofDays(1));
    try (Inbox inbox = Inbox.open(loads.home().inbox(), options, Clock.systemUTC()).orElseThrow()) {
      inbox.receive(new ByteArrayInputStream(body), -1, "");
      Delivery delivery = inbox.pending().getFirst();
      Source source = Source.delivery(delivery.id(), inbox.body(delivery));
      return loads
          .service(MANY_SEGMENTS, WriteHook.NONE)
          .ingest(List.of(source), IngestListener.NONE);
    }
  }

  private static byte[] gzip(List<String> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      new ByteArrayInputStream(Loads.bytes(lines)).transferTo(gzip);
    }
    return out.toByteArray();
  }

  private void assertSame(List<String> expected, String what) {
    SameGraph.assertSame(loads.graph(), expected, what);
  }
}
