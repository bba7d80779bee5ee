package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.csv.CsvFormat;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A replaced batch leaves the graph that the corrected file would have given in its place.
@Neo4jTest
class ReplaceIT {

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  private String load(IngestOptions options, Path file) throws IOException {
    return loads.load(options, file).sources().getFirst().batch().orElseThrow();
  }

  private IngestSummary replace(IngestOptions options, String batch, Path file) throws IOException {
    try (IngestSession session = loads.service(options, WriteHook.NONE).open(IngestListener.NONE)) {
      session.replace(batch, Source.file(file));
      return session.summary();
    }
  }

  /// Everything, but for the name of the batch that was replaced.
  private List<String> whole(String batch) {
    return GraphDigest.wholeLines(loads.driver).stream()
        .map(line -> line.replace("\"" + batch + "\"", "\"REPLACED\""))
        .sorted()
        .toList();
  }

  private List<String> letters(String batch) throws IOException {
    Path file = loads.home().deadLetters().resolve(batch + ".ndjson");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /// Loads files one after the other, replaces the one at `index`, and compares with a load of the
  /// corrected file in its place.
  private void assertLikeLoaded(IngestOptions options, List<Path> files, int index, Path corrected)
      throws IOException {
    List<String> batches = new ArrayList<>();
    for (Path file : files) {
      batches.add(load(options, file));
    }
    IngestSummary summary = replace(options, batches.get(index), corrected);
    List<String> actual = whole(batches.get(index));
    List<List<String>> actualLetters = new ArrayList<>();
    for (String batch : batches) {
      actualLetters.add(letters(batch).stream().sorted().toList());
    }
    loads.clear();
    List<Path> others = new ArrayList<>(files);
    others.set(index, corrected);
    List<String> fresh = new ArrayList<>();
    IngestSummary expected = null;
    for (Path file : others) {
      IngestSummary one = loads.load(options, file);
      fresh.add(one.sources().getFirst().batch().orElseThrow());
      expected = file.equals(corrected) ? one : expected;
    }
    SameGraph.assertSame(actual, whole(fresh.get(index)), "replaced " + index);
    for (int i = 0; i < fresh.size(); i++) {
      assertThat(actualLetters.get(i)).isEqualTo(letters(fresh.get(i)).stream().sorted().toList());
    }
    assertThat(summary.counts()).isEqualTo(expected.counts());
  }

  @Test
  void aBatchInTheMiddleIsReplaced() throws Exception {
    for (int index = 0; index < 3; index++) {
      loads.clear();
      List<Path> files =
          List.of(
              loads.file("a.ndjson", SampleLines.of(1, 100)),
              loads.file("b.ndjson", SampleLines.of(2, 100)),
              loads.file("c.ndjson", SampleLines.of(3, 100)));
      Path corrected = loads.file("d.ndjson", SampleLines.of(4, 120));
      assertLikeLoaded(Loads.SMALL, files, index, corrected);
    }
  }

  @Test
  void severalSegmentsAndEventIdsAndRejectedLines() throws Exception {
    IngestOptions tiny = new IngestOptions(2, 60_000, 30_000, true);
    for (int seed = 10; seed < 13; seed++) {
      loads.clear();
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        files.add(loads.file(seed + "-" + i + ".ndjson", nasty(seed * 10 + i, 250)));
      }
      Path corrected = loads.file(seed + "-corrected.ndjson", nasty(seed * 10 + 7, 200));
      assertLikeLoaded(tiny, files, seed % 3, corrected);
    }
  }

  @Test
  void filesThatGrewInTurnKeepTheirOrder() throws Exception {
    List<String> a = nasty(1, 300);
    List<String> b = nasty(2, 300);
    Path first = loads.file("a.ndjson", a.subList(0, 150));
    Path second = loads.file("b.ndjson", b.subList(0, 150));
    Path corrected = loads.file("c.ndjson", nasty(3, 250));
    String batch = load(Loads.SMALL, first);
    load(Loads.SMALL, second);
    load(Loads.SMALL, loads.file("a.ndjson", a));
    load(Loads.SMALL, loads.file("b.ndjson", b));
    replace(Loads.SMALL, batch, corrected);
    List<String> actual = whole(batch);

    loads.clear();
    String fresh = load(Loads.SMALL, corrected);
    load(Loads.SMALL, loads.file("b.ndjson", b.subList(0, 150)));
    load(Loads.SMALL, loads.file("b.ndjson", b));
    SameGraph.assertSame(actual, whole(fresh), "grown in turn");
  }

  @Test
  void replacedAgainAndWithItself() throws Exception {
    Path file = loads.file("a.ndjson", nasty(1, 300));
    Path other = loads.file("b.ndjson", nasty(2, 300));
    String batch = load(Loads.SMALL, file);
    load(Loads.SMALL, other);
    List<String> before = whole(batch);
    replace(Loads.SMALL, batch, loads.file("c.ndjson", nasty(3, 200)));
    replace(Loads.SMALL, batch, loads.file("d.ndjson", nasty(4, 300)));
    replace(Loads.SMALL, batch, file);
    SameGraph.assertSame(whole(batch), before, "back again");
    assertThat(loads.load(file).counts().created()).isZero();
  }

  @Test
  void aFileWithoutLinesTakesAllBack() throws Exception {
    Path other = loads.file("b.ndjson", SampleLines.of(2, 100));
    String batch = load(Loads.SMALL, loads.file("a.ndjson", SampleLines.of(1, 200)));
    load(Loads.SMALL, other);
    replace(Loads.SMALL, batch, loads.file("empty.ndjson", new byte[0]));
    List<String> actual = loads.graph();
    assertThat(loads.one("MATCH (b:Batch {seq: 1}) RETURN b.read AS read").get("read").asLong())
        .isZero();
    loads.clear();
    load(Loads.SMALL, other);
    SameGraph.assertSame(actual, loads.graph(), "without lines");
  }

  @Test
  void csvIsReplacedByCsv() throws Exception {
    Path map =
        Files.writeString(
            loads.folder.resolve("map.yaml"),
            """
            lines:
              - {type: exchange, account: who, at: when, ip: from}
              - {type: identifier, when: device, account: who, kind: {constant: device}, value: device, at: when}
            """);
    String header = "who,when,from,device";
    String row = "acc-%d,2026-04-%02dT10:00:00Z,203.0.113.%d,%s";
    List<String> rows = new ArrayList<>(List.of(header));
    List<String> corrected = new ArrayList<>(List.of(header));
    for (int i = 0; i < 60; i++) {
      rows.add(row.formatted(i % 20, 1 + i % 28, i % 9, i % 3 == 0 ? "d-" + i % 5 : ""));
      corrected.add(row.formatted(i % 20, 1 + i % 28, i % 7, i % 4 == 0 ? "d-" + i % 6 : ""));
    }
    corrected.add("acc-1,yesterday,203.0.113.1,");
    Source source = Source.file(loads.file("a.csv", rows), CsvFormat.of(map));
    Source better = Source.file(loads.file("b.csv", corrected), CsvFormat.of(map));
    Path other = loads.file("c.ndjson", SampleLines.of(3, 100));
    IngestService service = loads.service(Loads.SMALL, WriteHook.NONE);
    String batch =
        service.ingest(List.of(source), IngestListener.NONE).sources().getFirst().batch().get();
    load(Loads.SMALL, other);
    try (IngestSession session = service.open(IngestListener.NONE)) {
      session.replace(batch, better);
    }
    List<String> actual = whole(batch);
    loads.clear();
    String fresh =
        loads
            .service(Loads.SMALL, WriteHook.NONE)
            .ingest(List.of(better), IngestListener.NONE)
            .sources()
            .getFirst()
            .batch()
            .get();
    load(Loads.SMALL, other);
    SameGraph.assertSame(actual, whole(fresh), "csv");
  }

  @Test
  void whatStaysIsTheSameNode() throws Exception {
    String line = "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"2026-04-01T10:00:00Z\"}";
    String batch =
        load(
            Loads.SMALL, loads.file("a.ndjson", List.of(line.formatted("x"), line.formatted("y"))));
    loads.query(
        "CREATE (c:Cluster {id: 'c'}) WITH c MATCH (a:Account) CREATE (a)-[:MEMBER_OF]->(c)");
    replace(
        Loads.SMALL,
        batch,
        loads.file("b.ndjson", List.of(line.formatted("y"), line.formatted("z"))));
    assertThat(
            loads
                .query("MATCH (a:Account) RETURN a.id + ' ' + COUNT { (a)-[:MEMBER_OF]->() } AS a")
                .stream()
                .map(row -> row.get("a").asString()))
        .containsExactlyInAnyOrder("y 1", "z 0");
  }

  private static List<String> nasty(long seed, int count) {
    List<String> lines = new ArrayList<>(NastyLines.of(seed, count));
    Random random = new Random(seed);
    for (int i = 0; i < count; i += 9) {
      lines.set(
          i,
          "{\"type\":\"exchange\",\"account\":\"acc-%d\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":%d,\"capability\":\"only-%d\",\"eventId\":\"twice-%d\"}"
              .formatted(
                  random.nextInt(9),
                  1 + random.nextInt(3),
                  random.nextInt(30),
                  random.nextInt(20)));
    }
    Collections.shuffle(lines, random);
    return lines;
  }
}
