package io.iolaus.api.cluster;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.cluster.SubgraphCache.Picture;
import io.iolaus.api.lineage.MissingClusters;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.Bundle;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphLevel;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
  private final Cursors cursors;

  SubgraphController(
      ClusterReader clusters, SubgraphCache subgraphs, MissingClusters missing, Cursors cursors) {
    this.clusters = clusters;
    this.subgraphs = subgraphs;
    this.missing = missing;
    this.cursors = cursors;
  }

  @GetMapping
  @Audited(value = AuditAct.READ_SUBGRAPH, type = "cluster", id = "id")
  @Operation(
      summary = "Members and what they share, with places on a plane",
      description =
          "At three levels: `overview` (groups of accounts, 300 at most), `default`, `full` (up to"
              + " 50,000 nodes and 200,000 edges).")
  ResponseEntity<Subgraph> subgraph(
      @PathVariable String id,
      @ParameterObject PictureRequest what,
      @ParameterObject ViewRequest moments,
      WebRequest request) {
    Picture picture = what.of(id);
    View view = moments.view();
    if (!view.isNow()) {
      Subgraph past = subgraphs.read(picture, view).orElseThrow(() -> missing.problem(id, view));
      return ResponseEntity.ok(past.proceedingAt(more(picture, past, view)));
    }
    ClusterVersion version = clusters.version(id).orElseThrow(() -> missing.problem(id));
    String tag =
        "W/\"%s:%s:%s:%d:%d\""
            .formatted(
                Integer.toHexString(id.hashCode()),
                version.text(),
                picture.level().text(),
                picture.limits().maxNodes(),
                picture.limits().maxEdges());
    if (version.settled() && request.checkNotModified(tag)) {
      return ResponseEntity.status(304).build();
    }
    Subgraph found = subgraphs.get(picture, version).orElseThrow(() -> missing.problem(id));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (version.settled()) {
      answer = answer.eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
    }
    return answer.body(found.proceedingAt(more(picture, found, View.NOW)));
  }

  @GetMapping("/bundles/{key}")
  @Audited(value = AuditAct.READ_SUBGRAPH, type = "cluster", id = "id")
  @Operation(summary = "The accounts of a bundle or a group, around the place where it is drawn")
  BundleResponse bundle(
      @PathVariable String id,
      @PathVariable String key,
      @ParameterObject PictureRequest what,
      @RequestParam(defaultValue = "500") @Min(1) @Max(2_000) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    Picture picture = what.of(id);
    View view = moments.view();
    Bundle bundle;
    if (view.isNow()) {
      ClusterVersion version = clusters.version(id).orElseThrow(() -> missing.problem(id));
      bundle = subgraphs.bundle(picture, version, key).orElseThrow(() -> noBundle(id, key));
    } else {
      bundle = subgraphs.bundle(picture, view, key).orElseThrow(() -> noBundle(id, key));
    }
    String query = "bundle\n%s\n%s\n%s\n%s".formatted(picture, key, view, bundle.version());
    return BundleResponse.of(bundle, cursors.read(query, cursor), limit, cursors, query);
  }

  private static ProblemException noBundle(String id, String key) {
    return ProblemException.notFound(
        "bundle-not-found",
        "No bundle "
            + key
            + " in this picture of cluster "
            + id
            + ": bundles are others where what their accounts share is another; read the subgraph"
            + " again");
  }

  /// The address of a closer look, null where all is shown or nothing closer is to be had.
  private static @Nullable String more(Picture picture, Subgraph found, View view) {
    if (found.reason() == null) {
      return null;
    }
    boolean overview = picture.level() == SubgraphLevel.OVERVIEW;
    SubgraphLimits limits = picture.limits();
    SubgraphLimits larger =
        new SubgraphLimits(
            Math.min(limits.maxNodes() * LARGER, SubgraphLimits.MOST.maxNodes()),
            Math.min(limits.maxEdges() * LARGER, SubgraphLimits.MOST.maxEdges()));
    if (!overview && larger.equals(limits)) {
      return null;
    }
    return "/api/v1/clusters/%s/subgraph?%s%s%s"
        .formatted(
            URLEncoder.encode(picture.id(), StandardCharsets.UTF_8).replace("+", "%20"),
            overview
                ? "level=default"
                : "%smaxNodes=%d&maxEdges=%d"
                    .formatted(
                        picture.level() == SubgraphLevel.FULL ? "level=full&" : "",
                        larger.maxNodes(),
                        larger.maxEdges()),
            view.asOf() == null ? "" : "&asOf=" + view.asOf(),
            view.knownAt() == null ? "" : "&knownAt=" + view.knownAt());
  }
}
