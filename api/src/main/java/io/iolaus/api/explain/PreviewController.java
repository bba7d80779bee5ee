package io.iolaus.api.explain;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.lineage.MissingClusters;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.explain.CutPreviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What a cluster would be without something that its members share. A preview is a whole run, so
/// it is asked for first and fetched later.
@RestController
@Tag(name = "explanations")
class PreviewController {

  private final CutPreviews cuts;
  private final PreviewJobs jobs;
  private final MissingClusters missing;
  private final ServerOptions options;

  PreviewController(
      CutPreviews cuts, PreviewJobs jobs, MissingClusters missing, ServerOptions options) {
    this.cuts = cuts;
    this.jobs = jobs;
    this.missing = missing;
    this.options = options;
  }

  /// @param ignoring shared things to leave out, as `TYPE:ID`; an address or a range may stand
  ///   alone
  record PreviewRequest(
      @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 600) String> ignoring) {}

  @PostMapping("/api/v1/clusters/{id}/previews")
  @Audited(
      value = AuditAct.PREVIEW,
      type = "cluster",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Preview a cluster without something that its members share")
  @ApiResponse(responseCode = "202", description = "Under way; the address is in Location")
  @ApiResponse(responseCode = "409", description = "This server does not detect")
  @ApiResponse(responseCode = "429", description = "As many wait as may wait")
  ResponseEntity<PreviewResponse> start(
      @PathVariable String id, @Valid @RequestBody PreviewRequest request) {
    if (!options.roles().contains(Role.DETECT)) {
      throw new ProblemException(
          new Problem(
              HttpStatus.CONFLICT,
              "detection-elsewhere",
              "This server does not detect; ask one that has the role detect"));
    }
    List<EntityRef> ignoring = things(request.ignoring());
    if (!cuts.knows(id)) {
      throw missing.problem(id);
    }
    PreviewResponse started =
        jobs.start(id, ignoring)
            .orElseThrow(() -> {
              HttpHeaders later = new HttpHeaders();
              later.set(HttpHeaders.RETRY_AFTER, "60");
              return new ProblemException(
                  new Problem(
                      HttpStatus.TOO_MANY_REQUESTS,
                      "queue-full",
                      "As many previews wait as may wait: try again when one is done"),
                  later);
            });
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/previews/" + started.id()))
        .body(started);
  }

  @GetMapping("/api/v1/previews/{id}")
  @Operation(summary = "A preview, as far as it is")
  PreviewResponse one(@PathVariable String id) {
    return jobs.find(id)
        .orElseThrow(() ->
            ProblemException.notFound(
                "preview-not-found",
                "No preview " + id + ": the last ones are kept, in the process that made them"));
  }

  private static List<EntityRef> things(List<String> texts) {
    try {
      List<EntityRef> things = texts.stream().map(EntityRef::parse).toList();
      DetectionOptions.DEFAULT.ignoring(things); // says which of them cannot be ignored
      return things;
    } catch (IllegalArgumentException e) {
      throw ProblemException.badParameter("ignoring: " + e.getMessage());
    }
  }
}
