package io.iolaus.api.entity;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.export.Column;
import io.iolaus.api.export.FileResponse;
import io.iolaus.api.export.Pages;
import io.iolaus.api.export.Table;
import io.iolaus.api.export.TableFormat;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.core.audit.AuditAct;
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
import jakarta.servlet.http.HttpServletResponse;
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

/// What stands next to an entity, as a file.
@RestController
@RequestMapping("/api/v1/entities/{type}/neighbours/export")
@Tag(name = "entities")
class NeighbourExportController {

  private static final Table<Neighbour> NEIGHBOURS =
      new Table<>(
          List.of(
              Column.text("type", neighbour -> neighbour.type().text()),
              Column.text("id", Neighbour::id),
              Column.text("label", Neighbour::label),
              Column.text("relation", neighbour -> neighbour.relation().name()),
              Column.number("weight", Neighbour::weight),
              Column.time("firstSeen", Neighbour::firstSeen),
              Column.time("lastSeen", Neighbour::lastSeen),
              Column.text(
                  "state",
                  neighbour -> neighbour.state() == null ? null : neighbour.state().text()),
              Column.count("total", Neighbour::total)));

  private final EntityReader entities;
  private final NeighbourOrders orders;

  NeighbourExportController(EntityReader entities, NeighbourOrders orders) {
    this.entities = entities;
    this.orders = orders;
  }

  @GetMapping
  @Audited(
      value = AuditAct.EXPORT,
      type = "{type}",
      id = "id",
      recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "What stands next to an entity as a file, the heaviest first",
      description = "With the filters of the list.")
  @FileResponse
  void neighbours(
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
      @RequestParam(defaultValue = "csv") TableFormat format,
      @ParameterObject ViewRequest moments,
      HttpServletResponse response) {
    View view = moments.view();
    NEIGHBOURS.send(
        response,
        type.text() + "-neighbours",
        format,
        after -> {
          NeighbourQuery wanted =
              new NeighbourQuery(type, id, relation, neighbour, minWeight, Pages.SIZE, after);
          return (view.isNow() ? orders.neighbours(wanted) : entities.neighbours(wanted, view))
              .map(Neighbours::page)
              .orElseThrow(() -> EntityController.notFound(type, id, view));
        });
  }
}
