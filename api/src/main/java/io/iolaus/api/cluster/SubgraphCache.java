package io.iolaus.api.cluster;

import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.Bundle;
import io.iolaus.cypher.subgraph.ClusterGraph;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLevel;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.iolaus.cypher.subgraph.SubgraphReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Reads, cuts and places each version of a cluster once. What a run is still writing is not kept,
/// nor is the past.
@Component
class SubgraphCache {

  /// In nodes and edges: some tens of megabytes, as are the graphs that pictures are made of.
  private static final long MAX_WEIGHT = 400_000;

  private static final long MAX_GRAPH_WEIGHT = 1_000_000;

  /// An id weighs as much as so many indices.
  private static final int ID_WEIGHT = 4;

  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration GRAPH_IDLE = Duration.ofMinutes(10);

  /// What of a cluster is drawn.
  record Picture(String id, SubgraphLevel level, SubgraphLimits limits) {

    /// Large pictures lie around that of the default level, and have no places of their own.
    private Picture placedBy() {
      return level == SubgraphLevel.OVERVIEW || limits.maxNodes() <= SubgraphCut.BY_FORCE
          ? this
          : new Picture(id, SubgraphLevel.DEFAULT, SubgraphLimits.DEFAULT);
    }

    private String name() {
      return "%s %d %d %s".formatted(level.text(), limits.maxNodes(), limits.maxEdges(), id);
    }
  }

  /// All that a picture depends on. What the reader may see belongs in here as soon as readers
  /// differ in it.
  private record Key(Picture picture, String version) {}

  private record GraphKey(String id, String version) {}

  private final SubgraphReader subgraphs;
  private final PlaceBook book;
  private final SingleFlight<Key, Optional<Subgraph>> pictures =
      new SingleFlight<>(MAX_WEIGHT, IDLE, SubgraphCache::weight);
  private final SingleFlight<GraphKey, Optional<ClusterGraph>> graphs =
      new SingleFlight<>(MAX_GRAPH_WEIGHT, GRAPH_IDLE, SubgraphCache::graphWeight);

  /// Half of the processors draw at most; clicks on other pages need the rest.
  private final Semaphore drawing =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  SubgraphCache(SubgraphReader subgraphs, PlaceBook book) {
    this.subgraphs = subgraphs;
    this.book = book;
  }

  /// Empty where the cluster has gone in the meantime.
  Optional<Subgraph> get(Picture picture, ClusterVersion version) {
    if (!version.settled()) {
      return read(picture, View.NOW);
    }
    Picture placedBy = picture.placedBy();
    if (!placedBy.equals(picture) && get(placedBy, version).isEmpty()) {
      return Optional.empty();
    }
    return pictures.get(new Key(picture, version.text()), () -> draw(picture, version));
  }

  private Optional<Subgraph> draw(Picture picture, ClusterVersion version) {
    Optional<ClusterGraph> graph = graph(picture.id(), version);
    KnownPlaces known = book.of(picture.placedBy().name());
    Optional<Subgraph> drawn =
        bounded(() -> graph.map(g -> SubgraphCut.of(g, picture.level(), picture.limits(), known)));
    if (picture.placedBy().equals(picture)) {
      drawn.ifPresent(found -> book.note(picture.name(), SubgraphCut.places(found)));
    }
    return drawn;
  }

  private Optional<ClusterGraph> graph(String id, ClusterVersion version) {
    return graphs.get(new GraphKey(id, version.text()), () -> bounded(() -> subgraphs.cluster(id)));
  }

  /// Read, cut and placed anew; where things lay in the latest picture they lie in that of the past
  /// too.
  Optional<Subgraph> read(Picture picture, View view) {
    KnownPlaces known = book.of(picture.placedBy().name());
    return bounded(() ->
        subgraphs
            .cluster(picture.id(), view)
            .map(graph -> SubgraphCut.of(graph, picture.level(), picture.limits(), known)));
  }

  /// What is in a bundle of the picture, empty where there is none of that key.
  Optional<Bundle> bundle(Picture picture, ClusterVersion version, String key) {
    return !version.settled()
        ? bundle(picture, View.NOW, key)
        : get(picture, version)
            .flatMap(drawn ->
                graph(picture.id(), version)
                    .flatMap(graph ->
                        bounded(() ->
                            SubgraphCut.bundle(
                                graph, picture.level(), picture.limits(), drawn, key))));
  }

  /// What was in a bundle of the picture of the past.
  Optional<Bundle> bundle(Picture picture, View view, String key) {
    KnownPlaces known = book.of(picture.placedBy().name());
    return bounded(() ->
        subgraphs
            .cluster(picture.id(), view)
            .flatMap(graph ->
                SubgraphCut.bundle(
                    graph,
                    picture.level(),
                    picture.limits(),
                    SubgraphCut.of(graph, picture.level(), picture.limits(), known),
                    key)));
  }

  private <T> T bounded(Supplier<T> work) {
    drawing.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      drawing.release();
    }
  }

  private static int weight(Optional<Subgraph> value) {
    return 1 + value.map(s -> Math.toIntExact(s.shown().nodes() + s.shown().edges())).orElse(0);
  }

  private static int graphWeight(Optional<ClusterGraph> value) {
    return 1
        + value
            .map(g ->
                ID_WEIGHT * (g.members().size() + g.shared().size())
                    + g.shared().stream().mapToInt(s -> s.accounts().length).sum())
            .orElse(0);
  }
}
