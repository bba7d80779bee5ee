package io.iolaus.api.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.iolaus.cypher.subgraph.SubgraphReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Cuts and places each version of a cluster once. What a run is still writing is not kept.
@Component
class SubgraphCache {

  /// In nodes and edges: some tens of megabytes.
  private static final long MAX_WEIGHT = 400_000;

  private record Key(String id, String version, SubgraphLimits limits) {}

  private final SubgraphReader subgraphs;
  private final Cache<Key, Subgraph> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_WEIGHT)
          .weigher((Key key, Subgraph s) -> (int) (s.shown().nodes() + s.shown().edges()) + 1)
          .build();

  SubgraphCache(SubgraphReader subgraphs) {
    this.subgraphs = subgraphs;
  }

  /// Empty where the cluster has gone in the meantime.
  Optional<Subgraph> get(String id, ClusterVersion version, SubgraphLimits limits) {
    if (!version.settled()) {
      return read(id, limits);
    }
    @Nullable Subgraph found =
        cache.get(new Key(id, version.text(), limits), key -> read(id, limits).orElse(null));
    return Optional.ofNullable(found);
  }

  private Optional<Subgraph> read(String id, SubgraphLimits limits) {
    return subgraphs.cluster(id).map(graph -> SubgraphCut.of(graph, limits));
  }
}
