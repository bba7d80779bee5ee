package io.iolaus.cypher.detect;

import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Links;
import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.Link;
import io.iolaus.cypher.detector.LinkResult;
import java.util.ArrayList;
import java.util.List;

/// Runs all active detectors and turns their links into evidence.
final class LinkCollector {

  /// What the detectors found.
  ///
  /// @param results one for each detector, in order of their ids
  record Collected(List<SharedThing> things, List<LinkResult> results) {
    boolean partial() {
      return results.stream().anyMatch(r -> r.status() != LinkResult.Status.COMPLETE);
    }
  }

  private final DetectorCatalog catalog;
  private final DetectorRunner runner;
  private final Population population;
  private final Links links;
  private final Ignored ignored;

  LinkCollector(
      DetectorCatalog catalog,
      DetectorRunner runner,
      Population population,
      Derivation derivation,
      Ignored ignored) {
    this.catalog = catalog;
    this.runner = runner;
    this.population = population;
    this.links = new Links(population, derivation);
    this.ignored = ignored;
  }

  Collected collect(DetectorWindow window, DetectionListener listener) {
    List<SharedThing> things = new ArrayList<>();
    List<LinkResult> results = new ArrayList<>();
    List<DetectorFile> detectors = catalog.active();
    for (DetectorFile detector : detectors) {
      listener.progress("running detectors", results.size(), detectors.size());
      LinkResult result = runner.run(detector, window);
      results.add(result);
      for (Link link : result.links()) {
        SharedThing thing = thing(link);
        if (thing.size() >= 2 && !ignored.leavesOut(thing.type(), thing.key())) {
          things.add(thing);
        }
      }
    }
    return new Collected(things, results);
  }

  private SharedThing thing(Link link) {
    return links.thing(
        link.detector(),
        Facet.of(link.facet()),
        link.type(),
        link.key(),
        population.indexesOf(link.members()));
  }
}
