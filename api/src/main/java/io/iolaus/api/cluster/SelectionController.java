package io.iolaus.api.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.iolaus.api.audit.Audited;
import io.iolaus.api.export.Download;
import io.iolaus.api.export.GraphEdge;
import io.iolaus.api.export.GraphFileResponse;
import io.iolaus.api.export.GraphFormat;
import io.iolaus.api.export.GraphNode;
import io.iolaus.api.export.GraphWriter;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.subgraph.ClusterGraph;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import io.iolaus.cypher.subgraph.Selection;
import io.iolaus.cypher.subgraph.Selection.InCluster;
import io.iolaus.cypher.subgraph.SelectionReader;
import io.iolaus.cypher.subgraph.SharedThing;
import io.iolaus.cypher.subgraph.Subgraph;
import io.iolaus.cypher.subgraph.SubgraphCut;
import io.iolaus.cypher.subgraph.SubgraphLevel;
import io.iolaus.cypher.subgraph.SubgraphLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The link chart of a selection or of a path. It reads, and is a `POST` only because thousands of
/// entities fit into no address.
@RestController
@RequestMapping("/api/v1/subgraphs")
@Tag(name = "entities")
class SelectionController {

  private final SelectionReader selections;

  SelectionController(SelectionReader selections) {
    this.selections = selections;
  }

  record Chosen(@NotNull EntityType type, @NotBlank @Size(max = 600) String id) {}

  record SelectionRequest(
      @NotEmpty @Size(max = SelectionReader.MAX_ENTITIES) List<@Valid Chosen> entities,
      @Nullable SubgraphLevel level,
      @Nullable Integer maxNodes,
      @Nullable Integer maxEdges) {}

  record SelectionResponse(
      @JsonUnwrapped Subgraph graph,
      List<EntityRef> unknown,
      List<InCluster> clusters,
      long hubs) {}

  @PostMapping
  @Audited(AuditAct.READ_SUBGRAPH)
  @Operation(
      summary = "Entities and what they have in common, with places on a plane",
      description = "Accounts and what they share; up to 2,000, of any type but `cluster`.")
  SelectionResponse draw(
      @Valid @RequestBody SelectionRequest request, @ParameterObject ViewRequest moments) {
    SubgraphLevel level = request.level() == null ? SubgraphLevel.DEFAULT : request.level();
    SubgraphLimits limits = SubgraphLimits.of(level, request.maxNodes(), request.maxEdges());
    Selection found =
        selections.read(
            request.entities().stream().map(SelectionController::ref).toList(), moments.view());
    return new SelectionResponse(
        SubgraphCut.of(found.graph(), level, limits, KnownPlaces.NONE),
        found.unknown(),
        found.clusters(),
        found.hubs());
  }

  @PostMapping("/export")
  @Audited(value = AuditAct.EXPORT, type = "subgraph", recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "Entities and what they have in common, as a graph",
      description =
          "`graphml`, `gexf`, `ndjson` (all nodes, then all edges) or `csv` (the edges alone). It"
              + " is all there is: `level`, `maxNodes` and `maxEdges` have no say.")
  @GraphFileResponse
  void export(
      @Valid @RequestBody SelectionRequest request,
      @RequestParam(defaultValue = "graphml") GraphFormat format,
      @ParameterObject ViewRequest moments,
      HttpServletResponse response) {
    ClusterGraph found =
        selections
            .read(
                request.entities().stream().map(SelectionController::ref).toList(), moments.view())
            .graph();
    Download.send(response, "selection", format, out -> write(found, format, out));
  }

  private static void write(ClusterGraph found, GraphFormat format, OutputStream out)
      throws IOException {
    GraphWriter graph = GraphWriter.to(out, format, "selection");
    for (MemberNode account : found.members()) {
      graph.node(GraphNode.account(account.id(), account.state()));
    }
    for (SharedNode thing : found.shared()) {
      graph.node(
          GraphNode.thing(thing.type(), thing.id(), thing.label(), thing.bits(), thing.total()));
    }
    graph.edges();
    for (SharedNode thing : found.shared()) {
      for (int account : thing.accounts()) {
        graph.edge(
            new GraphEdge(
                found.members().get(account).id(),
                thing.type(),
                thing.id(),
                SharedThing.relation(thing.type()),
                thing.bits()));
      }
    }
    graph.end();
  }

  private static EntityRef ref(Chosen chosen) {
    return new EntityRef(chosen.type(), chosen.id());
  }
}
