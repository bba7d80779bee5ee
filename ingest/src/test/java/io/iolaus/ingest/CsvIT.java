package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.csv.CsvFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// CSV becomes the same graph as the lines its mapping makes of it.
@Neo4jTest
class CsvIT {

  private static final String MAPPING =
      """
      lines:
        - {type: exchange, account: user, at: when, ip: address, prompt: text, count: n}
        - {type: identifier, when: device, account: user, kind: {constant: device}, value: device, at: when}
      """;
  private static final String HEADER = "user,when,address,text,n,device";

  private Loads loads;
  private Path map;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) throws IOException {
    loads = Loads.empty(driver, folder);
    map = Files.writeString(folder.resolve("map.yaml"), MAPPING);
  }

  private IngestSummary load(Path file) throws IOException {
    return loads
        .service(new IngestOptions(2, 60_000, 20_000, true), io.iolaus.ingest.write.WriteHook.NONE)
        .ingest(List.of(Source.file(file, CsvFormat.of(map))), IngestListener.NONE);
  }

  private static String at(int i) {
    return "2026-04-%02dT10:%02d:00Z".formatted(1 + i % 28, i % 60);
  }

  private static List<String> rows(int count) {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < count; i++) {
      rows.add(
          "acc-%d,%s,203.0.113.%d,\"Take role %d,\nand write\",%d,%s"
              .formatted(i % 40, at(i), i % 50, i, 1 + i % 3, i % 4 == 0 ? "d-" + i % 9 : ""));
    }
    return rows;
  }

  private static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          "{\"type\":\"exchange\",\"account\":\"acc-%d\",\"at\":\"%s\",\"ip\":\"203.0.113.%d\",\"prompt\":\"Take role %d,\\nand write\",\"count\":%d}"
              .formatted(i % 40, at(i), i % 50, i, 1 + i % 3));
      if (i % 4 == 0) {
        lines.add(
            "{\"type\":\"identifier\",\"account\":\"acc-%d\",\"kind\":\"device\",\"value\":\"d-%d\",\"at\":\"%s\"}"
                .formatted(i % 40, i % 9, at(i)));
      }
    }
    return lines;
  }

  @Test
  void rowsAreTheLinesTheyMean() throws Exception {
    IngestSummary csv = load(loads.file("a.csv", rows(400)));
    List<String> graph = loads.graph();
    loads.clear();
    IngestSummary ndjson = loads.load(loads.file("a.ndjson", lines(400)));
    assertThat(csv.counts()).isEqualTo(ndjson.counts());
    assertThat(graph).isEqualTo(loads.graph());
  }

  @Test
  void aFileThatGrewGoesOn() throws Exception {
    load(loads.file("a.csv", rows(150)));
    assertThat(load(loads.file("a.csv", rows(150))).counts().unchanged()).isEqualTo(188);
    IngestSummary grown = load(loads.file("b.csv", rows(400)));
    assertThat(grown.sources().getFirst().recognised()).isEqualTo(188);
    assertThat(loads.query("MATCH (b:Batch) RETURN b")).hasSize(1);
    List<String> graph = loads.graph();
    loads.clear();
    load(loads.file("whole.csv", rows(400)));
    assertThat(graph).isEqualTo(loads.graph());
  }

  @Test
  void anotherMappingIsAnotherSource() throws Exception {
    Path file = loads.file("a.csv", rows(20));
    load(file);
    Files.writeString(map, "# a comment changes nothing\n" + MAPPING);
    assertThat(load(file).counts().created()).isZero();
    Files.writeString(map, MAPPING.replace("constant: device", "constant: wallet"));
    assertThat(load(file).counts().created()).isPositive();
    assertThat(loads.query("MATCH (b:Batch) RETURN b")).hasSize(2);
  }

  @Test
  void aRowCutShortIsReadAgainWhenItIsWhole() throws Exception {
    String whole = String.join("\n", rows(60)) + "\n";
    IngestSummary cut =
        load(
            Files.writeString(
                loads.folder.resolve("a.csv"), whole.substring(0, whole.length() - 9)));
    assertThat(cut.sources().getFirst().rejections()).containsEntry("malformed-row", 1L);
    assertThat(loads.deadLetters()).hasSize(1);
    IngestSummary grown = load(Files.writeString(loads.folder.resolve("a.csv"), whole));
    assertThat(grown.counts().rejected()).isZero();
    assertThat(loads.deadLetters()).isEmpty();
    assertThat(loads.batch()).containsEntry("read", 75L).containsEntry("rejected", 0L);
  }
}
