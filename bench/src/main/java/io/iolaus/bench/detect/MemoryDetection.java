package io.iolaus.bench.detect;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Attributor;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Epoch;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Memory;
import io.iolaus.core.detect.Population;
import io.iolaus.core.resolve.Apart;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.simulate.scoring.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole run over a graph in memory: derive, find what is shared, resolve, judge, attribute.
///
/// @param evidence what is shared
/// @param clusters as a run reports them, under ids that only tell them apart
public record MemoryDetection(
    Population population, EvidenceGraph evidence, List<FoundCluster> clusters) {

  public MemoryDetection {
    clusters = List.copyOf(clusters);
  }

  /// Runs over all that the graph holds. No claim can name a cluster here: those that name none
  /// count.
  public static MemoryDetection of(MemoryGraph graph) {
    Population population = graph.population();
    Derivation derivation = Derivation.of(population, DetectionListener.SILENT);
    EvidenceGraph evidence = population.evidence(graph.things(population, derivation));
    Attributor attributor =
        new Attributor(graph.traces(population), evidence, Map.of(), graph.claims());
    List<FoundCluster> clusters = new ArrayList<>();
    for (FoundCluster cluster :
        Epoch.of(population, derivation, evidence, Memory.NONE, Apart.NONE).clusters()) {
      FoundCluster known = cluster.withId("c-" + clusters.size());
      clusters.add(known.labelled() ? known.attributed(attribution(known, attributor)) : known);
    }
    return new MemoryDetection(population, evidence, clusters);
  }

  private static Attribution attribution(FoundCluster cluster, Attributor attributor) {
    return attributor.attribute(
        cluster.id(),
        cluster.counted().stream().mapToInt(FoundCluster.FoundMember::account).toArray(),
        cluster.supports(),
        cluster.firstSeen());
  }

  /// The same as a result that can be scored.
  public Result result() {
    Map<String, String> labelled = new HashMap<>();
    Map<String, String> review = new HashMap<>();
    Map<String, Double> memberships = new HashMap<>();
    for (FoundCluster cluster : clusters) {
      for (FoundCluster.FoundMember member : cluster.members()) {
        (member.labelled() ? labelled : review).put(member.id(), cluster.id());
        memberships.put(member.id(), member.membership());
      }
    }
    return new Result(
        labelled, review, clusters.stream().map(MemoryDetection::found).toList(), memberships);
  }

  private static Result.Found found(FoundCluster cluster) {
    return new Result.Found(
        cluster.id(),
        cluster.labelled() ? "labelled" : "review",
        cluster.score(),
        cluster.counted().size(),
        cluster.exchanges(),
        Optional.ofNullable(cluster.firstSeen()),
        Optional.ofNullable(cluster.lastSeen()),
        cluster.named().flatMap(h -> Optional.ofNullable(h.organization())).orElse(""));
  }
}
