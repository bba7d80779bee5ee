package io.iolaus.api.lineage;

import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.lineage.ClusterLife;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.lineage.LineageRow;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The lives of clusters, of those that ended as well.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "clusters")
class LineageController {

  /// @param lifecycle `active`, `dormant`, `merged`, `dissolved`
  /// @param since when it fell dormant or ended, by the graph's own time; null while it is active
  /// @param into the cluster that it goes on in, where it was merged
  record LifeResponse(String id, String lifecycle, @Nullable Instant since, @Nullable String into) {
    static LifeResponse of(ClusterLife life) {
      return new LifeResponse(life.id(), life.lifecycle().text(), life.since(), life.into());
    }
  }

  private final LineageReader lineage;
  private final Cursors cursors;

  LineageController(LineageReader lineage, Cursors cursors) {
    this.lineage = lineage;
    this.cursors = cursors;
  }

  @GetMapping("/lineage")
  @Operation(summary = "What happened to clusters from run to run, the latest first")
  ListResponse<LineageRow> all(
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    String query = "lineage\n" + view;
    return ListResponse.of(
        lineage.events(limit, cursors.read(query, cursor), view), cursors, query);
  }

  @GetMapping("/clusters/{id}/lineage")
  @Operation(
      summary = "What happened to one cluster, the latest first; to one that ended as well",
      description =
          "With `family` also what happened to those it was merged with or split from, and to"
              + " theirs.")
  ListResponse<LineageRow> of(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean family,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    standing(id, View.NOW);
    String query = "lineage\n" + id + "\n" + family + "\n" + view;
    @Nullable PageKey after = cursors.read(query, cursor);
    Set<String> clusters = family ? lineage.family(id) : Set.of(id);
    return ListResponse.of(lineage.events(clusters, limit, after, view), cursors, query);
  }

  @GetMapping("/clusters/{id}/life")
  @Operation(summary = "Where one cluster stands in its life, whether it is there now or not")
  LifeResponse life(@PathVariable String id, @ParameterObject ViewRequest moments) {
    return standing(id, moments.view());
  }

  private LifeResponse standing(String id, View view) {
    return lineage
        .life(id, view)
        .map(LifeResponse::of)
        .orElseThrow(() ->
            ProblemException.notFound(
                MissingClusters.CODE,
                view.isNow()
                    ? "There never was a cluster " + id
                    : "No cluster " + id + " " + view.text()));
  }
}
