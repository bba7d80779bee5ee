package io.iolaus.api.cluster;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.lineage.MissingClusters;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The link chart of a cluster, in columns.
@RestController
@RequestMapping("/api/v1/clusters/{id}/subgraph")
@Tag(name = "clusters")
class SubgraphController {

  /// What a larger chart shows that follows one that was cut.
  private static final int LARGER = 4;

  private final ClusterReader clusters;
  private final SubgraphCache subgraphs;
  private final MissingClusters missing;

  SubgraphController(ClusterReader clusters, SubgraphCache subgraphs, MissingClusters missing) {
    this.clusters = clusters;
    this.subgraphs = subgraphs;
    this.missing = missing;
  }

  @GetMapping
  @Audited(value = AuditAct.READ_SUBGRAPH, type = "cluster", id = "id")
  @Operation(summary = "Members and what they share, with places on a plane")
  ResponseEntity<Subgraph> subgraph(
      @PathVariable String id,
      @RequestParam(defaultValue = "1500") int maxNodes,
      @RequestParam(defaultValue = "4000") int maxEdges,
      @ParameterObject ViewRequest moments,
      WebRequest request) {
    SubgraphLimits limits = new SubgraphLimits(maxNodes, maxEdges);
    View view = moments.view();
    if (!view.isNow()) {
      Subgraph past = subgraphs.read(id, limits, view).orElseThrow(() -> missing.problem(id, view));
      return ResponseEntity.ok(past.proceedingAt(more(id, limits, past, view)));
    }
    ClusterVersion version = clusters.version(id).orElseThrow(() -> missing.problem(id));
    String tag =
        "W/\"%s:%s:%d:%d\""
            .formatted(Integer.toHexString(id.hashCode()), version.text(), maxNodes, maxEdges);
    if (version.settled() && request.checkNotModified(tag)) {
      return ResponseEntity.status(304).build();
    }
    Subgraph found = subgraphs.get(id, version, limits).orElseThrow(() -> missing.problem(id));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (version.settled()) {
      answer = answer.eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
    }
    return answer.body(found.proceedingAt(more(id, limits, found, View.NOW)));
  }

  /// The address of a larger cut, null where all is shown or no larger one is to be had.
  private static @Nullable String more(
      String id, SubgraphLimits limits, Subgraph found, View view) {
    SubgraphLimits larger =
        new SubgraphLimits(
            Math.min(limits.maxNodes() * LARGER, SubgraphLimits.MOST.maxNodes()),
            Math.min(limits.maxEdges() * LARGER, SubgraphLimits.MOST.maxEdges()));
    if (found.reason() == null || larger.equals(limits)) {
      return null;
    }
    return "/api/v1/clusters/%s/subgraph?maxNodes=%d&maxEdges=%d%s%s"
        .formatted(
            URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"),
            larger.maxNodes(),
            larger.maxEdges(),
            view.asOf() == null ? "" : "&asOf=" + view.asOf(),
            view.knownAt() == null ? "" : "&knownAt=" + view.knownAt());
  }
}
