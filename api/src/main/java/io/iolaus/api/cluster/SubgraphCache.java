package io.iolaus.api.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.iolaus.cypher.subgraph.SubgraphReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Cuts and places each version of a cluster once. What a run is still writing is not kept.
@Component
class SubgraphCache {

  /// In nodes and edges: some tens of megabytes.
  private static final long MAX_WEIGHT = 400_000;

  private record Key(String id, String version, SubgraphLimits limits) {}

  private final SubgraphReader subgraphs;
  private final Cache<Key, Optional<Subgraph>> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_WEIGHT)
          .weigher((Key key, Optional<Subgraph> value) -> weight(value))
          .build();

  SubgraphCache(SubgraphReader subgraphs) {
    this.subgraphs = subgraphs;
  }

  /// Empty where the cluster has gone in the meantime.
  Optional<Subgraph> get(String id, ClusterVersion version, SubgraphLimits limits) {
    if (!version.settled()) {
      return read(id, limits, View.NOW);
    }
    return cache.get(new Key(id, version.text(), limits), key -> read(id, limits, View.NOW));
  }

  private static int weight(Optional<Subgraph> value) {
    return 1 + value.map(s -> Math.toIntExact(s.shown().nodes() + s.shown().edges())).orElse(0);
  }

  /// Cuts and places it anew.
  Optional<Subgraph> read(String id, SubgraphLimits limits, View view) {
    return subgraphs.cluster(id, view).map(graph -> SubgraphCut.of(graph, limits));
  }
}
