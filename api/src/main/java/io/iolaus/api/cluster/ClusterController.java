package io.iolaus.api.cluster;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.lineage.MissingClusters;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.paging.SortOrder;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cluster.ClusterAttribution;
import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterQuery;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.cluster.Member;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
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

/// Clusters and their members.
@RestController
@RequestMapping("/api/v1/clusters")
@Tag(name = "clusters")
class ClusterController {

  private final ClusterReader clusters;
  private final SuppressionReader suppressions;
  private final MissingClusters missing;
  private final Cursors cursors;

  ClusterController(
      ClusterReader clusters,
      SuppressionReader suppressions,
      MissingClusters missing,
      Cursors cursors) {
    this.clusters = clusters;
    this.suppressions = suppressions;
    this.missing = missing;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(
      summary = "The clusters that stand now, or stood at a moment",
      description = "`hidden`: also those that people suppressed; without it, how many these are.")
  ListResponse<ClusterSummary> list(
      @RequestParam(required = false) @Nullable ClusterState state,
      @RequestParam(required = false) @Size(max = 256) @Nullable String q,
      @RequestParam(required = false) @Size(max = 256) @Nullable String organization,
      @RequestParam(required = false) ClusterQuery.@Nullable Sort sort,
      @RequestParam(required = false) @Nullable SortOrder order,
      @RequestParam(defaultValue = "false") boolean hidden,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    String text = q == null || q.isBlank() ? null : q.strip();
    String of = organization == null || organization.isBlank() ? null : organization;
    ClusterQuery.Sort by = sort == null ? ClusterQuery.Sort.SCORE : sort;
    boolean descending = SortOrder.descending(order, true);
    String query =
        "clusters\n%s\n%s\n%s\n%s\n%s\n%s\n%s"
            .formatted(state, text, of, by, descending, hidden, view);
    Suppressed left = hidden ? Suppressed.NONE : suppressions.holding();
    Page<ClusterSummary> page =
        clusters.list(
            new ClusterQuery(
                state, text, of, by, descending, limit, cursors.read(query, cursor), left),
            view);
    return ListResponse.of(page, cursors, query).hiding(suppressions.hiding(left).clusters());
  }

  @GetMapping("/{id}")
  @Audited(value = AuditAct.READ_ENTITY, type = "cluster", id = "id")
  @Operation(summary = "One cluster with what speaks for it")
  ResponseEntity<ClusterDetail> one(
      @PathVariable String id, @ParameterObject ViewRequest moments, WebRequest request) {
    View view = moments.view();
    if (!view.isNow()) {
      return ResponseEntity.ok(clusters.one(id, view).orElseThrow(() -> missing.problem(id, view)));
    }
    ClusterVersion version = clusters.version(id).orElseThrow(() -> missing.problem(id));
    String tag = "W/\"" + Integer.toHexString(Objects.hash(id)) + ":" + version.text() + "\"";
    if (version.settled() && request.checkNotModified(tag)) {
      return ResponseEntity.status(304).build();
    }
    ClusterDetail cluster = clusters.one(id).orElseThrow(() -> missing.problem(id));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (version.settled()) {
      // Kept by the browser alone, and asked for again every time.
      answer = answer.eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
    }
    return answer.body(cluster);
  }

  @GetMapping("/{id}/attribution")
  @Operation(
      summary = "Who may stand behind one cluster: evidence × hypotheses, and what would change it")
  ClusterAttribution attribution(@PathVariable String id, @ParameterObject ViewRequest moments) {
    View view = moments.view();
    return clusters.attribution(id, view).orElseThrow(() -> missing.problem(id, view));
  }

  @GetMapping("/{id}/members")
  @Audited(value = AuditAct.READ_MEMBERS, type = "cluster", id = "id")
  @Operation(
      summary = "The accounts of one cluster",
      description = "`hidden`: also those that people suppressed; without it, how many these are.")
  ListResponse<Member> members(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable ClusterState state,
      @RequestParam(required = false) MemberQuery.@Nullable Sort sort,
      @RequestParam(required = false) @Nullable SortOrder order,
      @RequestParam(defaultValue = "false") boolean hidden,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    MemberQuery.Sort by = sort == null ? MemberQuery.Sort.MEMBERSHIP : sort;
    boolean descending = SortOrder.descending(order, by != MemberQuery.Sort.ACCOUNT);
    String query =
        "members\n%s\n%s\n%s\n%s\n%s\n%s".formatted(id, state, by, descending, hidden, view);
    Suppressed left = hidden ? Suppressed.NONE : suppressions.holding();
    Page<Member> page =
        clusters
            .members(
                id,
                new MemberQuery(state, by, descending, limit, cursors.read(query, cursor), left),
                view)
            .orElseThrow(() -> missing.problem(id, view));
    return ListResponse.of(page, cursors, query).hiding(suppressions.hidingIn(id, left));
  }
}
