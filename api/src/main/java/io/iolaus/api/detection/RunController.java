package io.iolaus.api.detection;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.run.DetectionRun;
import io.iolaus.cypher.run.RunReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Detection runs.
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "detection")
class RunController {

  private static final String QUERY = "runs";

  private final RunReader runs;
  private final DetectionJob job;
  private final ServerOptions options;
  private final Cursors cursors;

  RunController(RunReader runs, DetectionJob job, ServerOptions options, Cursors cursors) {
    this.runs = runs;
    this.job = job;
    this.options = options;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(summary = "Detection runs, the latest first")
  ListResponse<DetectionRun> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return ListResponse.of(runs.runs(limit, cursors.read(QUERY, cursor)), cursors, QUERY);
  }

  /// @param state `started`, or `running` where a run is under way already
  record StartResponse(String state) {}

  @PostMapping
  @Audited(value = AuditAct.START_RUN, recording = Audited.Recording.CHANGE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Start a run now")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "This server does not detect")
  StartResponse start() {
    if (!options.roles().contains(Role.DETECT)) {
      throw new ProblemException(
          new Problem(
              HttpStatus.CONFLICT,
              "detection-elsewhere",
              "This server does not detect; ask one that has the role detect"));
    }
    return new StartResponse(job.start() ? "started" : "running");
  }
}
