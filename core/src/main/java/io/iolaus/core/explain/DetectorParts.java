package io.iolaus.core.explain;

import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which detectors had a part in labelling whom: an account shows something that a detector found,
/// that ties its cluster by a bit or more and was not taken for infrastructure. Accounts count that
/// would be labelled had nobody decided that they are legitimate, or a detector could only be
/// proved right.
public final class DetectorParts {

  private static final double LEAST_BITS = 1;

  private DetectorParts() {}

  /// Ids of accounts by the id of the detector, both in byte order.
  public static Map<String, Set<String>> of(
      Collection<FoundCluster> clusters, Population population, EvidenceGraph evidence) {
    Map<String, Set<String>> parts = new TreeMap<>();
    for (FoundCluster cluster : clusters) {
      Set<Integer> labelled =
          cluster.members().stream()
              .filter(FoundMember::labelled)
              .map(FoundMember::account)
              .collect(Collectors.toSet());
      labelled.addAll(cluster.cleared());
      for (Support support : labelled.isEmpty() ? List.<Support>of() : cluster.supports()) {
        if (support.bits() >= LEAST_BITS && support.coverage() >= ProfileRow.MIXED) {
          SharedThing thing = evidence.thing(support.thing());
          Set<String> part = parts.computeIfAbsent(thing.detector(), d -> new TreeSet<>());
          for (int p = 0; p < thing.size(); p++) {
            if (labelled.contains(thing.member(p))) {
              part.add(population.get(thing.member(p)).id());
            }
          }
        }
      }
    }
    return parts;
  }
}
