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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Runs all active detectors, side by side, and turns their links into evidence.
final class LinkCollector {

  /// What the detectors found.
  ///
  /// @param derivation what they read beside what was ingested
  /// @param results one for each detector, in order of their ids
  /// @param leftOut by suppression what it left out
  record Collected(
      Derivation derivation,
      List<SharedThing> things,
      List<LinkResult> results,
      Map<String, LeftOut> leftOut) {
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
  private final Ignored ignored;

  /// By suppression the links that it leaves out, and who shares these.
  private final Map<String, LeftOut> leftOut = new ConcurrentHashMap<>();

  /// What a suppression leaves out.
  record LeftOut(AtomicLong links, Set<String> accounts) {
    LeftOut() {
      this(new AtomicLong(), ConcurrentHashMap.newKeySet());
    }
  }

  LinkCollector(
      DetectorCatalog catalog, DetectorRunner runner, Population population, Ignored ignored) {
    this.catalog = catalog;
    this.runner = runner;
    this.population = population;
    this.ignored = ignored;
  }

  /// Runs all: those that read only what was ingested while `derive` finds what else accounts
  /// share, the others when `write` has put that into the graph.
  Collected collect(
      DetectorWindow window,
      DetectionListener listener,
      Supplier<Derivation> derive,
      Consumer<Derivation> write) {
    List<DetectorFile> detectors = catalog.active();
    Map<String, LinkResult> ran = new ConcurrentHashMap<>();
    AtomicReference<Derivation> derived = new AtomicReference<>();
    SideBySide.run(
        List.of(
            () -> {
              derived.set(derive.get());
              write.accept(derived.get());
            },
            () ->
                detectors.stream()
                    .filter(d -> !d.readsDerived())
                    .forEach(d -> ran.put(d.id(), runner.run(d, window)))));
    listener.progress("running detectors", ran.size(), detectors.size());
    SideBySide.run(
        detectors.stream()
            .filter(DetectorFile::readsDerived)
            .map(d ->
                (Runnable)
                    () -> {
                      ran.put(d.id(), runner.run(d, window));
                      listener.progress("running detectors", ran.size(), detectors.size());
                    })
            .toList());
    Links links = new Links(population, derived.get());
    List<LinkResult> results =
        detectors.stream().map(d -> Objects.requireNonNull(ran.get(d.id()))).toList();
    List<SharedThing> things =
        results.parallelStream()
            .flatMap(result -> kept(result).map(link -> thing(link, links)))
            .filter(thing -> thing.size() >= 2)
            .toList();
    return collected(derived.get(), things, results);
  }

  /// Runs all over the whole graph, when what they read beside what was ingested is there.
  List<LinkResult> whole(DetectorWindow window) {
    return SideBySide.map(catalog.active(), detector -> runner.run(detector, window));
  }

  /// What was found, with what was left out of it.
  Collected collected(Derivation derivation, List<SharedThing> things, List<LinkResult> results) {
    return new Collected(derivation, things, results, Map.copyOf(leftOut));
  }

  /// The links of a detector that are evidence; counts those that are left out.
  Stream<Link> kept(LinkResult result) {
    result.links().forEach(this::count);
    return result.links().stream()
        .filter(link -> !ignored.leavesOut(link.detector(), link.type(), link.key()));
  }

  SharedThing thing(Link link, Links links) {
    return links.thing(
        link.detector(),
        Facet.of(link.facet()),
        link.type(),
        link.key(),
        population.indexesOf(link.members()));
  }

  private void count(Link link) {
    for (String suppression : ignored.by(link.detector(), link.type(), link.key())) {
      LeftOut out = leftOut.computeIfAbsent(suppression, s -> new LeftOut());
      out.links().incrementAndGet();
      out.accounts().addAll(link.members());
    }
  }
}
