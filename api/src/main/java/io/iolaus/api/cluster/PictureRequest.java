package io.iolaus.api.cluster;

import io.iolaus.api.cluster.SubgraphCache.Picture;
import io.iolaus.cypher.subgraph.SubgraphLevel;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/// How closely a request looks at a cluster.
record PictureRequest(
    @Parameter(description = "How much is drawn together") @Nullable SubgraphLevel level,
    @Parameter(
            description =
                "10..50,000 (overview: 10..300); by default 1,500, or as many as the level may"
                    + " have.")
        @Nullable Integer maxNodes,
    @Parameter(
            description =
                "10..200,000 (overview: 10..2,000); by default 4,000, or as many as the level may"
                    + " have.")
        @Nullable Integer maxEdges) {

  Picture of(String id) {
    SubgraphLevel chosen = level == null ? SubgraphLevel.DEFAULT : level;
    return new Picture(id, chosen, SubgraphLimits.of(chosen, maxNodes, maxEdges));
  }
}
