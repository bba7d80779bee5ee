package io.iolaus.api.entity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.entity.Entity;
import io.iolaus.cypher.entity.Entity.NeighbourCount;
import io.iolaus.cypher.entity.EntityReader;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.Neighbour;
import io.iolaus.cypher.entity.NeighbourQuery;
import io.iolaus.cypher.entity.Neighbours;
import io.iolaus.cypher.entity.Relation;
import io.iolaus.cypher.read.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Any entity and what stands next to it. Ids go in the query, since those of networks and
/// identifiers have slashes.
@RestController
@RequestMapping("/api/v1/entities/{type}")
@Tag(name = "entities")
class EntityController {

  private final EntityReader entities;
  private final NeighbourOrders orders;
  private final Cursors cursors;

  EntityController(EntityReader entities, NeighbourOrders orders, Cursors cursors) {
    this.entities = entities;
    this.orders = orders;
    this.cursors = cursors;
  }

  @GetMapping
  @Audited(value = AuditAct.READ_ENTITY, type = "{type}", id = "id")
  @Operation(summary = "One entity, with how much stands next to it")
  Entity one(
      @PathVariable EntityType type,
      @RequestParam @NotBlank @Size(max = 600) String id,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    if (type == EntityType.CLUSTER && !view.isNow()) {
      throw ProblemException.badParameter(
          "of a cluster of the past tells /api/v1/clusters/" + id + "?" + "asOf=…&knownAt=…");
    }
    return entities.one(type, id, view).orElseThrow(() -> notFound(type, id, view));
  }

  @GetMapping("/neighbours")
  @Audited(value = AuditAct.READ_NEIGHBOURS, type = "{type}", id = "id")
  @Operation(
      summary = "What stands next to an entity, the heaviest first",
      description =
          "`counts` are of everything next to it, whatever the filter; `total` is under the filter."
              + " What was written within the last two seconds may be missing of a hub.")
  NeighbourResponse neighbours(
      @PathVariable EntityType type,
      @RequestParam @NotBlank @Size(max = 600) String id,
      @RequestParam(required = false) @Nullable Relation relation,
      @Parameter(description = "Only neighbours of this type of entity.")
          @RequestParam(required = false)
          @Nullable EntityType neighbour,
      @Parameter(description = "Only neighbours at least as heavy.")
          @RequestParam(defaultValue = "0")
          @Min(0)
          double minWeight,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    String query =
        "neighbours\n%s\n%s\n%s\n%s\n%s\n%s"
            .formatted(type, id, relation, neighbour, minWeight, view);
    NeighbourQuery wanted =
        new NeighbourQuery(
            type, id, relation, neighbour, minWeight, limit, cursors.read(query, cursor));
    Neighbours found =
        (view.isNow() ? orders.neighbours(wanted) : entities.neighbours(wanted, view))
            .orElseThrow(() -> notFound(type, id, view));
    return new NeighbourResponse(found.counts(), ListResponse.of(found.page(), cursors, query));
  }

  @GetMapping("/neighbours/counts")
  @Audited(value = AuditAct.READ_NEIGHBOURS, type = "{type}", id = "id")
  @Operation(summary = "How much stands next to an entity, by relation and type")
  NeighbourCounts counts(
      @PathVariable EntityType type,
      @RequestParam @NotBlank @Size(max = 600) String id,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    List<NeighbourCount> counts =
        (view.isNow()
                ? entities.counts(type, id)
                : entities
                    .neighbours(new NeighbourQuery(type, id, 1), view)
                    .map(Neighbours::counts))
            .orElseThrow(() -> notFound(type, id, view));
    return new NeighbourCounts(counts, counts.stream().mapToLong(NeighbourCount::count).sum());
  }

  record NeighbourResponse(
      List<NeighbourCount> counts, @JsonUnwrapped ListResponse<Neighbour> list) {}

  record NeighbourCounts(List<NeighbourCount> counts, long total) {}

  static ProblemException notFound(EntityType type, String id, View view) {
    return ProblemException.notFound(
        "entity-not-found", ("No " + type.text() + " " + id + " " + view.text()).strip());
  }
}
