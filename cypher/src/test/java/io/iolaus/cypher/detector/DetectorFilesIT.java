package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.iolaus.cypher.detector.DetectorTestFile.Bits;
import io.iolaus.cypher.detector.DetectorTestFile.Case;
import io.iolaus.cypher.detector.DetectorTestFile.Expectation;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Runs every case of every detector's test file, each in an empty graph.
///
/// `-Ddetector=<id>` runs one detector's alone.
@Neo4jTest
class DetectorFilesIT {
  private final DetectorCatalog catalog = DetectorCatalog.load();
  private final Optional<LinkWeigher> weigher = ServiceLoader.load(LinkWeigher.class).findFirst();

  @TestFactory
  Stream<DynamicContainer> cases(Driver driver) {
    List<DetectorFile> chosen = chosen();
    DetectorRunner runner = new DetectorRunner(driver);
    return chosen.stream()
        .map(detector ->
            dynamicContainer(
                detector.id(),
                catalog.tests(detector.id()).orElseThrow().cases().stream()
                    .map(c -> dynamicTest(c.name(), () -> run(driver, runner, detector, c)))));
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

  private void run(Driver driver, DetectorRunner runner, DetectorFile detector, Case one) {
    TestGraph.empty(driver);
    try (Session session = driver.session()) {
      session.run(one.given()).consume();
    }
    LinkResult result = runner.run(detector, one.window(), one.params());
    Expectation expect = one.expect();
    assertThat(result.status()).as("status (%s)", result.reason()).isEqualTo(expect.status());
    assertThat(result.links()).as("links").hasSize(expect.links());
    expect
        .keys()
        .ifPresent(keys ->
            assertThat(result.links().stream().map(Link::key))
                .as("keys")
                .containsExactlyInAnyOrderElementsOf(keys));
    expect
        .types()
        .ifPresent(types ->
            assertThat(result.links().stream().map(Link::type).distinct())
                .as("types")
                .containsExactlyInAnyOrderElementsOf(types));
    List<String> accounts =
        result.links().stream().flatMap(l -> l.members().stream()).distinct().sorted().toList();
    expect.members().ifPresent(members -> assertThat(accounts).as("members").hasSize(members));
    expect
        .accounts()
        .ifPresent(
            ids -> assertThat(accounts).as("accounts").containsExactlyInAnyOrderElementsOf(ids));
    expect
        .totals()
        .forEach((key, total) ->
            assertThat(result.links().stream().filter(l -> l.key().equals(key)).map(Link::total))
                .as("total of %s", key)
                .containsExactly(total));
    expect.bits().ifPresent(bits -> checkBits(driver, detector, result, bits));
  }

  private void checkBits(Driver driver, DetectorFile detector, LinkResult result, Bits bits) {
    if (weigher.isEmpty()) {
      System.err.println(
          "NOT CHECKED: bits of "
              + detector.id()
              + ": no "
              + LinkWeigher.class.getName()
              + " on the class path");
      return;
    }
    for (Link link : result.links()) {
      assertThat(weigher.get().bits(driver, detector, result, link))
          .as("bits of %s", link.key())
          .isBetween(bits.min(), bits.max());
    }
  }
}
