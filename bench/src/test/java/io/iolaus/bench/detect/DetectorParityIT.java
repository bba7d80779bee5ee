package io.iolaus.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.detect.Population;
import io.iolaus.core.event.Event;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.Link;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// The graph in memory, which accuracy is measured on, finds what the detectors find in a database,
/// and detection makes the same of it.
@Neo4jTest
class DetectorParityIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

  private static ParityLines lines;
  private static DetectionSummary run;
  private static Map<String, String> inDatabase;

  @BeforeAll
  static void detect(Driver driver, @TempDir Path folder) throws IOException {
    lines = ParityLines.make();
    Path file = folder.resolve("events.ndjson");
    lines.write(file);
    long rejected =
        new IngestService(
                driver,
                Home.at(folder.resolve("home")),
                SiteSecret.of(new byte[SiteSecret.KEY_BYTES]),
                CLOCK,
                new IngestOptions(2, 256 << 20, 1 << 20, false))
            .ingest(List.of(Source.file(file)), IngestListener.NONE)
            .counts()
            .rejected();
    assertThat(rejected).isZero();
    DetectorCatalog catalog = DetectorCatalog.load();
    run =
        new DetectionService(driver, catalog, CLOCK)
            .run(DetectionOptions.DEFAULT, DetectionListener.SILENT);
    inDatabase = inDatabase(driver, catalog);
  }

  private static Map<String, String> inDatabase(Driver driver, DetectorCatalog catalog) {
    Map<String, String> found = new TreeMap<>();
    DetectorWindow window = DetectorWindow.endingAt(run.asOf(), DetectionOptions.DEFAULT.window());
    for (DetectorFile detector : catalog.active()) {
      LinkResult result = new DetectorRunner(driver).run(detector, window);
      assertThat(result.status()).isEqualTo(LinkResult.Status.COMPLETE);
      for (Link link : result.links()) {
        found.put(
            String.join(" ", link.detector(), link.facet(), link.type(), link.key()),
            String.join(" ", link.members()));
      }
    }
    return found;
  }

  private static MemoryGraph graph(Predicate<Event> kept) {
    MemoryGraph graph = new MemoryGraph();
    lines.events().stream().filter(kept).forEach(graph::add);
    return graph;
  }

  private static Map<String, String> inMemory(MemoryGraph graph) {
    Population population = graph.population();
    Derivation derivation = Derivation.of(population, DetectionListener.SILENT);
    Map<String, String> found = new TreeMap<>();
    for (SharedThing thing : graph.things(population, derivation)) {
      found.put(
          String.join(" ", thing.detector(), thing.facet().id(), thing.type(), thing.key()),
          String.join(
              " ", IntStream.of(thing.members()).mapToObj(a -> population.get(a).id()).toList()));
    }
    return found;
  }

  /// What one side has otherwise or alone.
  private static List<String> differences(Map<String, String> memory, Map<String, String> graph) {
    List<String> differences = new ArrayList<>();
    memory.forEach((key, members) -> {
      if (!members.equals(graph.get(key))) {
        differences.add(key + ": memory " + members + ", database " + graph.get(key));
      }
    });
    graph.forEach((key, members) -> {
      if (!memory.containsKey(key)) {
        differences.add(key + ": database alone " + members);
      }
    });
    return differences;
  }

  @Test
  void findsWhatDetectorsFind() {
    assertThat(differences(inMemory(graph(event -> true)), inDatabase)).isEmpty();
    assertThat(inDatabase.keySet().stream().map(key -> key.split(" ", 3)[1]))
        .as("facets in which something is shared")
        .contains("payment", "network", "client", "prompt", "timing", "creation");
  }

  @Test
  void noticesOnePaymentThatIsMissing() {
    Map<String, String> memory =
        inMemory(
            graph(event ->
                !(event instanceof Event.Payment payment && payment.account().equals("odd-2"))));
    assertThat(differences(memory, inDatabase))
        .singleElement()
        .asString()
        .startsWith("shared-instrument payment PaymentInstrument -:odd-card");
  }

  @Test
  void detectionMakesTheSameOfIt() {
    assertThat(run.labelled()).isPositive();
    assertThat(told(MemoryDetection.of(graph(event -> true)).clusters()))
        .isEqualTo(told(run.clusters()));
  }

  private static List<String> told(List<FoundCluster> clusters) {
    List<String> told = new ArrayList<>();
    for (FoundCluster cluster : clusters) {
      told.add(
          String.format(
              Locale.ROOT,
              "%s linked %.9f abusive %.9f exchanges %d capabilities %s organization %s",
              cluster.labelled(),
              cluster.linked(),
              cluster.abusive(),
              cluster.exchanges(),
              cluster.capabilities(),
              cluster.named()));
      for (FoundMember member : cluster.members()) {
        told.add(
            String.format(
                Locale.ROOT,
                "  %s %s %.9f bits %.6f",
                member.id(),
                member.labelled(),
                member.membership(),
                member.bits()));
      }
    }
    return told;
  }
}
