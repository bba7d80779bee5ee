package io.iolaus.cypher.detect;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.prompt.PromptFamily;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.Link;
import io.iolaus.cypher.detector.LinkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs all active detectors and turns their links into evidence: account ids into indexes, and for each member how much of its
/// activity in the facet is on the shared thing.
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
  private final Derivation derivation;

  LinkCollector(
      DetectorCatalog catalog, DetectorRunner runner, Population population, Derivation derivation) {
    this.catalog = catalog;
    this.runner = runner;
    this.population = population;
    this.derivation = derivation;
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
        if (thing.size() >= 2) {
          things.add(thing);
        }
      }
    }
    return new Collected(things, results);
  }

  private SharedThing thing(Link link) {
    int[] members = population.indexesOf(link.members());
    return new SharedThing(
        link.detector(),
        Facet.of(link.facet()),
        link.type(),
        link.key(),
        members,
        strengths(link, members));
  }

  private float[] strengths(Link link, int[] members) {
    float[] strengths = new float[members.length];
    java.util.Arrays.fill(strengths, 1);
    switch (link.type()) {
      case "PromptFamily" -> familyShares(link.key(), members, strengths);
      case "IpAddress" -> {
        for (int i = 0; i < members.length; i++) {
          strengths[i] = 1f / Math.max(1, population.get(members[i]).traits().addresses());
        }
      }
      case "Network" -> {
        for (int i = 0; i < members.length; i++) {
          strengths[i] = 1f / Math.max(1, population.get(members[i]).prefixes());
        }
      }
      default -> {}
    }
    return strengths;
  }

  private void familyShares(String id, int[] members, float[] strengths) {
    Derivation.Family family = derivation.families().get(id);
    if (family == null) {
      return;
    }
    Map<Integer, Long> weights = new java.util.HashMap<>();
    PromptFamily f = family.family();
    for (int i = 0; i < f.accounts().length; i++) {
      weights.put(f.accounts()[i], f.weights()[i]);
    }
    for (int i = 0; i < members.length; i++) {
      long all = Math.max(1, derivation.sampledTotal(members[i], family.system()));
      strengths[i] = Math.max(0.001f, weights.getOrDefault(members[i], 0L) / (float) all);
    }
  }
}
