package io.iolaus.cypher.detect;

import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Population;
import io.iolaus.core.resolve.EvidenceGraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a run read of the graph and the clusters in it, before these have names.
///
/// @param clusters without ids and attribution
/// @param since what it went on from; empty for a full run
record Reading(
    Population population,
    LinkCollector.Collected links,
    EvidenceGraph evidence,
    List<FoundCluster> clusters,
    Optional<Since> since) {

  Reading {
    clusters = List.copyOf(clusters);
  }

  /// How many accounts were read for this run.
  int touched() {
    return since.map(since -> since.asked().size()).orElse(population.size());
  }

  /// What a run goes on from.
  ///
  /// @param run the full run that the epoch began with
  /// @param asked accounts that were read again
  record Since(String run, Set<String> asked) {
    Since {
      asked = Set.copyOf(asked);
    }
  }
}
