package io.iolaus.api.path;

import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.path.EvidencePath;
import io.iolaus.cypher.path.PathReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How two entities hang together.
@RestController
@RequestMapping("/api/v1/paths")
@Tag(name = "paths")
class PathController {

  private final PathReader paths;

  PathController(PathReader paths) {
    this.paths = paths;
  }

  @GetMapping
  @Operation(summary = "The shortest chain of evidence between two entities, around hubs")
  EvidencePath shortest(
      @RequestParam String fromType,
      @RequestParam @NotBlank @Size(max = 600) String from,
      @RequestParam String toType,
      @RequestParam @NotBlank @Size(max = 600) String to,
      @ParameterObject ViewRequest moments) {
    return paths
        .shortest(type("fromType", fromType), from, type("toType", toType), to, moments.view())
        .orElseThrow(() ->
            ProblemException.notFound(
                "entity-not-found",
                "No " + fromType + " " + from + ", or no " + toType + " " + to));
  }

  private static EntityType type(String parameter, String type) {
    return EntityType.of(type)
        .filter(t -> t != EntityType.CLUSTER)
        .orElseThrow(() ->
            ProblemException.badParameter(
                parameter
                    + " must be one of "
                    + EntityType.names().replace(", cluster", "")
                    + ", was "
                    + type));
  }
}
