package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.explain.CutPreview;
import io.iolaus.cypher.explain.CutPreviews;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// A preview says what then really happens.
@Neo4jTest
class CutPreviewIT {

  private static final int CAMPAIGN = 24;

  private final Driver driver;
  private final DetectionService detection;
  private final CutPreviews previews;

  CutPreviewIT(Driver driver) {
    this.driver = driver;
    this.detection =
        new DetectionService(
            driver,
            DetectorCatalog.load(),
            Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
    this.previews = new CutPreviews(driver, detection);
  }

  @BeforeAll
  static void smallWorld(Driver driver) {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
  }

  @BeforeEach
  void detected() {
    detection.run(DetectionOptions.DEFAULT, SILENT);
  }

  private List<Record> query(String statement) {
    try (var session = driver.session()) {
      return session.run(statement).list();
    }
  }

  private List<String> strings(String statement) {
    return query(statement).stream().map(r -> r.get(0).asString()).toList();
  }

  private String cluster() {
    return strings("MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL RETURN c.id")
        .getFirst();
  }

  /// Everything that stands: who is where, in which state.
  private List<String> standing() {
    return strings(
        "MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL RETURN a.id + ' ' +"
            + " m.state + ' ' + c.id + ' ' + c.state + ' ' + m.bits AS line ORDER BY line");
  }

  /// The parts as they stand in the graph after a real run, in the preview's words.
  private List<CutPreview.Part> parts(List<String> former) {
    try (var session = driver.session()) {
      return session
          .run(
              """
              MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL
              WITH c, count(CASE WHEN a.id IN $former THEN 1 END) AS shared,
                count(CASE WHEN m.state = 'labelled' THEN 1 END) AS labelled, count(*) AS members
              WHERE shared > 0
              RETURN c.id AS id, c.state AS state, shared, labelled, members - shared AS newcomers
              ORDER BY shared DESC, id
              """,
              java.util.Map.of("former", former))
          .list(r ->
              new CutPreview.Part(
                  r.get("id").asString(),
                  io.iolaus.cypher.cluster.ClusterState.of(r.get("state").asString()),
                  r.get("shared").asInt(),
                  r.get("labelled").asInt(),
                  r.get("newcomers").asInt()));
    }
  }

  private static List<EntityRef> refs(Stream<String> texts) {
    return texts.map(EntityRef::parse).toList();
  }

  private CutPreview previewedAndThenDone(List<EntityRef> ignoring) {
    String cluster = cluster();
    List<String> before = standing();
    CutPreview preview = previews.preview(cluster, ignoring, SILENT).orElseThrow();
    assertThat(standing()).isEqualTo(before);
    detection.run(DetectionOptions.DEFAULT.ignoring(ignoring), SILENT);
    List<CutPreview.Part> real = parts(SmallWorld.campaign(CAMPAIGN));
    assertThat(preview.parts()).as(preview.text()).isEqualTo(real);
    assertThat(preview.left())
        .isEqualTo(CAMPAIGN - real.stream().mapToInt(CutPreview.Part::members).sum());
    return preview;
  }

  @Test
  void ignoringOneExitChangesNothingAndWhatNobodySharesIsSaid() {
    CutPreview preview = previewedAndThenDone(refs(Stream.of("198.51.100.3", "192.0.2.1")));
    assertThat(preview.text()).contains("stays as it is").contains("ip:198.51.100.3");
    assertThat(preview.labelled()).isEqualTo(CAMPAIGN);
    assertThat(preview.unknown()).containsExactly("ip:192.0.2.1");
  }

  @Test
  void withoutWhatTiesItTheClusterComesApart() {
    List<String> families = strings("MATCH (f:PromptFamily) RETURN 'prompt-family:' + f.id");
    CutPreview preview =
        previewedAndThenDone(refs(Stream.concat(families.stream(), Stream.of("198.51.100.0/24"))));
    assertThat(preview.text()).doesNotContain("stays as it is");
    assertThat(preview.ignoring()).contains("network:198.51.100.0/24");
  }

  @Test
  void withoutEverythingItDissolves() {
    List<String> families = strings("MATCH (f:PromptFamily) RETURN 'prompt-family:' + f.id");
    Stream<String> cards = IntStream.range(0, 6).mapToObj(n -> "payment:card-campaign-" + n);
    Stream<String> devices = IntStream.range(0, 6).mapToObj(n -> "identifier:device:campaign-" + n);
    CutPreview preview =
        previewedAndThenDone(refs(Stream.of(families.stream(), cards, devices).flatMap(s -> s)));
    assertThat(preview.left()).isEqualTo(CAMPAIGN);
    assertThat(preview.text()).contains("dissolves");
  }

  @Test
  void theRunSaysWhatItIgnoredAndTheNextOneSeesItAgain() {
    List<String> before = standing();
    query("MATCH (r:Run) DETACH DELETE r RETURN 1");
    detection.run(DetectionOptions.DEFAULT.ignoring(refs(Stream.of("198.51.100.0/24"))), SILENT);
    assertThat(strings("MATCH (r:Run) WHERE size(r.ignoring) > 0 RETURN r.ignoring[0]"))
        .containsExactly("network:198.51.100.0/24");
    assertThat(strings("MATCH ()-[s:SUPPORTED_BY {facet: 'network'}]->(t) RETURN t.id")).isEmpty();
    detection.run(DetectionOptions.DEFAULT, SILENT);
    assertThat(standing()).isEqualTo(before);
  }

  @Test
  void refusesWhatAccountsCannotShareAndKnowsNoOtherCluster() {
    assertThatThrownBy(() -> previews.preview(cluster(), refs(Stream.of("cluster:c-1")), SILENT))
        .hasMessageContaining("only what accounts share can be ignored");
    assertThatThrownBy(() -> previews.preview(cluster(), List.of(), SILENT))
        .hasMessageContaining("name what to ignore");
    assertThat(previews.preview("c-none", refs(Stream.of("192.0.2.1")), SILENT)).isEmpty();
  }
}
