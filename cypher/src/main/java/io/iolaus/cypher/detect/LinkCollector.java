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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Runs all active detectors, side by side, and turns their links into evidence.
final class LinkCollector {

  /// What the detectors found.
  ///
  /// @param results one for each detector, in order of their ids
  record Collected(List<SharedThing> things, List<LinkResult> results) {
    boolean partial() {
      return results.stream().anyMatch(r -> r.status() != LinkResult.Status.COMPLETE);
    }

    /// Detectors that did not finish, each with the reason.
    List<String> unfinished() {
      return results.stream()
          .filter(r -> r.status() != LinkResult.Status.COMPLETE)
          .map(r -> r.detector() + " is " + r.status().text() + ": " + r.reason().orElse("?"))
          .toList();
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

  /// Runs all; those that read only what was ingested at the same time as `derive` writes what the
  /// others read.
  Collected collect(DetectorWindow window, DetectionListener listener, Runnable derive) {
    List<DetectorFile> detectors = catalog.active();
    Map<String, Ran> ran = new ConcurrentHashMap<>();
    SideBySide.run(
        List.of(
            derive,
            () ->
                detectors.stream()
                    .filter(d -> !d.readsDerived())
                    .forEach(d -> ran.put(d.id(), run(d, window)))));
    listener.progress("running detectors", ran.size(), detectors.size());
    SideBySide.run(
        detectors.stream()
            .filter(DetectorFile::readsDerived)
            .map(d ->
                (Runnable)
                    () -> {
                      ran.put(d.id(), run(d, window));
                      listener.progress("running detectors", ran.size(), detectors.size());
                    })
            .toList());
    List<SharedThing> things = new ArrayList<>();
    List<LinkResult> results = new ArrayList<>();
    for (DetectorFile detector : detectors) {
      Ran one = Objects.requireNonNull(ran.get(detector.id()));
      results.add(one.result());
      things.addAll(one.things());
    }
    return new Collected(things, results);
  }

  private record Ran(LinkResult result, List<SharedThing> things) {}

  private Ran run(DetectorFile detector, DetectorWindow window) {
    LinkResult result = runner.run(detector, window);
    List<SharedThing> things = new ArrayList<>();
    for (Link link : result.links()) {
      SharedThing thing = thing(link);
      if (thing.size() >= 2 && !ignored.leavesOut(thing.type(), thing.key())) {
        things.add(thing);
      }
    }
    return new Ran(result, things);
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
