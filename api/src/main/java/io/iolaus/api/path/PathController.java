package io.iolaus.api.path;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.path.PathLimits;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.path.EvidencePaths;
import io.iolaus.cypher.path.PathReader;
import io.iolaus.cypher.read.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
  @Audited(value = AuditAct.READ_PATH, type = "{fromType}", id = "from")
  @Operation(
      summary = "The strongest chains of evidence between two entities, around hubs",
      description =
          "At most eight edges long; what few share is strong, each step makes a chain weaker. No"
              + " two go through the same things in the same order. No end may be a cluster.")
  EvidencePaths strongest(
      @RequestParam EntityType fromType,
      @RequestParam @NotBlank @Size(max = 600) String from,
      @RequestParam EntityType toType,
      @RequestParam @NotBlank @Size(max = 600) String to,
      @RequestParam(defaultValue = "1") @Min(1) @Max(PathLimits.MOST_CHAINS) int limit,
      @ParameterObject ViewRequest moments) {
    EntityRef first = new EntityRef(end("fromType", fromType), from);
    EntityRef last = new EntityRef(end("toType", toType), to);
    View view = moments.view();
    EvidencePaths found =
        paths
            .strongest(first, last, limit, view)
            .orElseThrow(() ->
                ProblemException.notFound(
                    "entity-not-found",
                    "No " + fromType.text() + " " + from + ", or no " + toType.text() + " " + to));
    return found.proceedingAt(more(first, last, limit, found, view));
  }

  /// The address of as many as can be had, null where there are no more.
  private static @Nullable String more(
      EntityRef from, EntityRef to, int limit, EvidencePaths found, View view) {
    if (!"limit".equals(found.reason()) || limit == PathLimits.MOST_CHAINS) {
      return null;
    }
    return "/api/v1/paths?fromType=%s&from=%s&toType=%s&to=%s&limit=%d%s%s"
        .formatted(
            from.type().text(),
            encoded(from.id()),
            to.type().text(),
            encoded(to.id()),
            PathLimits.MOST_CHAINS,
            view.asOf() == null ? "" : "&asOf=" + view.asOf(),
            view.knownAt() == null ? "" : "&knownAt=" + view.knownAt());
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static EntityType end(String parameter, EntityType type) {
    if (type == EntityType.CLUSTER) {
      throw ProblemException.badParameter(
          parameter + " must not be cluster: membership is a conclusion, not evidence");
    }
    return type;
  }
}
