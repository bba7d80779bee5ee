package io.iolaus.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.EncodedPart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

@Neo4jTest
class LiveBatchWriterIT {

  private static final String BATCH = "k-topic-0";
  private static final String SOURCE = "kafka:topic/0";

  private Driver driver;
  private Path letters;
  private LiveBatchWriter writer;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    this.driver = driver;
    letters = folder;
    TestGraph.empty(driver);
    writer = writer(folder);
  }

  private LiveBatchWriter writer(Path deadLetters) {
    return new LiveBatchWriter(new GraphWriter(driver), deadLetters, Clock.systemUTC());
  }

  /// A window with one exchange for each record, all of one account.
  private static LiveWindow window(long start, long end, String... deadLetters) {
    SiteSecret secret = SiteSecret.of(new byte[32]);
    EventDecoder decoder = new EventDecoder(secret, new PromptSketcher(secret));
    SegmentFold fold = new SegmentFold();
    for (long record = start; record < end; record++) {
      byte[] line =
          "{\"type\":\"exchange\",\"account\":\"acc-1\",\"at\":\"2026-04-01T10:00:00Z\",\"ip\":\"203.0.113.7\"}"
              .getBytes(StandardCharsets.UTF_8);
      if (decoder.decode(line, 0, line.length) instanceof Decoded.Accepted accepted) {
        fold.add(accepted.event(), record, 0);
      }
    }
    return new LiveWindow(
        UUID.randomUUID().toString(),
        BATCH,
        SOURCE,
        start,
        end,
        EncodedPart.of(fold),
        List.of(deadLetters));
  }

  private long exchanges() {
    try (Session session = driver.session()) {
      Record row =
          session
              .run(
                  "MATCH (a:Account)-[r:CONNECTED_FROM]->() RETURN a.exchanges AS n, r.total AS"
                      + " total")
              .single();
      assertThat(row.get("total").asLong()).isEqualTo(row.get("n").asLong());
      return row.get("n").asLong();
    }
  }

  @Test
  void writesWhatBeginsWhereTheGraphEndsAndNothingElse() {
    assertThat(writer.open(BATCH, SOURCE).offset()).isZero();
    assertThat(writer.write(window(0, 10))).isInstanceOf(LiveBatchWriter.Outcome.Written.class);
    for (LiveWindow other : List.of(window(0, 10), window(5, 15), window(11, 20))) {
      assertThat(writer.write(other))
          .isInstanceOfSatisfying(
              LiveBatchWriter.Outcome.Refused.class,
              refused -> assertThat(refused.now().offset()).isEqualTo(10));
    }
    assertThat(exchanges()).isEqualTo(10);
  }

  @Test
  void windowAskedForAgainIsWrittenOnce() {
    LiveWindow window = window(0, 10, letter(3));
    writer.open(BATCH, SOURCE);
    for (int i = 0; i < 2; i++) {
      assertThat(writer.write(window))
          .isInstanceOfSatisfying(
              LiveBatchWriter.Outcome.Written.class,
              written -> assertThat(written.after().counts().read()).isEqualTo(11));
    }
    assertThat(exchanges()).isEqualTo(10);
    assertThat(letters.resolve(BATCH + ".ndjson")).content().hasLineCount(1);
  }

  @Test
  void workersThatRaceForOneStreamNeitherLoseNorDouble() throws Exception {
    int records = 200;
    writer.open(BATCH, SOURCE);
    List<Callable<Long>> workers = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      LiveBatchWriter own = writer(letters);
      workers.add(() -> race(own, random, records));
    }
    long written = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      for (var worker : threads.invokeAll(workers)) {
        written += worker.get();
      }
    }
    assertThat(written).isEqualTo(records);
    assertThat(exchanges()).isEqualTo(records);
  }

  /// Reads from where it believes the graph to end; is told where that is only when it was wrong.
  private static long race(LiveBatchWriter writer, Random random, int records) {
    long position = 0;
    long written = 0;
    while (position < records) {
      long end = Math.min(records, position + 1 + random.nextInt(20));
      switch (writer.write(window(position, end))) {
        case LiveBatchWriter.Outcome.Written _ -> {
          written += end - position;
          position = end;
        }
        case LiveBatchWriter.Outcome.Refused refused -> position = refused.now().offset();
      }
    }
    return written;
  }

  @Test
  void deadLettersFollowThePositionWhoeverWrote(@TempDir Path otherHome) throws Exception {
    writer.open(BATCH, SOURCE);
    writer.write(window(0, 10, letter(1), letter(2)));
    // One that died before its transaction ended left this behind.
    Files.writeString(
        letters.resolve(BATCH + ".ndjson"),
        letter(12) + "\n",
        java.nio.file.StandardOpenOption.APPEND);
    writer(otherHome).write(window(10, 20, letter(12)));
    writer.write(window(20, 30, letter(25)));
    assertThat(Files.readAllLines(otherHome.resolve(BATCH + ".ndjson")))
        .containsExactly(letter(12));
    // What the other home committed is not cut off here: it is true, if told twice.
    assertThat(Files.readAllLines(letters.resolve(BATCH + ".ndjson")))
        .containsExactly(letter(1), letter(2), letter(12), letter(25));
  }

  @Test
  void lettersOfAnAttemptThatFailedAreReplaced() throws Exception {
    writer.open(BATCH, SOURCE);
    writer.write(window(0, 10, letter(1)));
    Files.writeString(
        letters.resolve(BATCH + ".ndjson"),
        letter(12) + "\n" + letter(13) + "\n{\"source\":\"kafka:topic/0\",\"li",
        java.nio.file.StandardOpenOption.APPEND);
    writer.write(window(10, 20, letter(12)));
    assertThat(Files.readAllLines(letters.resolve(BATCH + ".ndjson")))
        .containsExactly(letter(1), letter(12));
  }

  private static String letter(long record) {
    return "{\"source\":\"kafka:topic/0\",\"line\":%d,\"offset\":0,\"field\":\"\",\"code\":\"malformed-json\",\"detail\":\"\",\"excerpt\":\"{}\"}"
        .formatted(record);
  }
}
