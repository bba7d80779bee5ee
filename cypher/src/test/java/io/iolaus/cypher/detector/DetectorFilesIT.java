package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.iolaus.cypher.test.Neo4jTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Driver;

/// Runs every case of every detector's test file, each in an empty graph.
///
/// `-Ddetector=<id>` runs one detector's alone.
@Neo4jTest
class DetectorFilesIT {
  private final DetectorCatalog catalog = DetectorCatalog.load();

  @TestFactory
  Stream<DynamicContainer> cases(Driver driver) {
    List<DetectorFile> chosen = chosen();
    DetectorCases cases = new DetectorCases(driver);
    return chosen.stream()
        .map(detector ->
            dynamicContainer(
                detector.id(),
                catalog.tests(detector.id()).orElseThrow().cases().stream()
                    .map(c ->
                        dynamicTest(
                            c.name(), () -> assertThat(cases.wrong(detector, c)).isEmpty()))));
  }

  private List<DetectorFile> chosen() {
    // Not given, failsafe hands over its own placeholder.
    String id = System.getProperty("iolaus.detector", "");
    if (id.isEmpty() || id.startsWith("$")) {
      return catalog.all();
    }
    return List.of(
        catalog
            .find(id)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no detector '"
                        + id
                        + "'; there are "
                        + catalog.all().stream().map(DetectorFile::id).toList())));
  }
}
