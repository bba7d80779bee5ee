package io.iolaus.api.suppression;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.iolaus.cypher.suppression.SuppressionRow;
import io.iolaus.cypher.suppression.SuppressionWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is suppressed, by whom, until when, and what that hides. Its owner is who is logged in.
@RestController
@RequestMapping("/api/v1/suppressions")
@Tag(name = "suppressions")
class SuppressionController {

  private static final String NOT_FOUND = "suppression-not-found";

  /// @param scope `ip:203.0.113.7` or another shared thing, `detector:ID`, `detector:ID/TYPE:ID`,
  ///   `account:ID`, `cluster:ID`
  /// @param until when it ends by itself, at most 400 days from now
  record SuppressionRequest(
      @NotBlank @Size(max = 800) String scope,
      @NotBlank @Size(max = 2_000) String reason,
      @NotNull Instant until)
      implements AuditedBody {

    @Override
    public String auditedObject() {
      return scope;
    }

    @Override
    public String auditedReason() {
      return reason;
    }
  }

  private final SuppressionReader reader;
  private final SuppressionWriter writer;
  private final SiteDetectors detectors;
  private final Cursors cursors;

  SuppressionController(
      SuppressionReader reader,
      SuppressionWriter writer,
      SiteDetectors detectors,
      Cursors cursors) {
    this.reader = reader;
    this.writer = writer;
    this.detectors = detectors;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(
      summary = "What is suppressed and what that hides, the latest first",
      description = "With `all` also what has ended.")
  ListResponse<SuppressionRow> list(
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String query = "suppressions\n" + all;
    return ListResponse.of(reader.list(all, limit, cursors.read(query, cursor)), cursors, query);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One suppression, ended or not")
  SuppressionRow one(@PathVariable String id) {
    return reader
        .one(id)
        .orElseThrow(
            () -> ProblemException.notFound(NOT_FOUND, "There never was a suppression " + id));
  }

  @PostMapping
  @Audited(value = AuditAct.SUPPRESS, type = "scope", recording = Audited.Recording.CHANGE)
  @Operation(summary = "Suppress a shared thing, a detector, an account or a cluster for a while")
  @ApiResponse(responseCode = "201", description = "It holds; the address is in Location")
  @ApiResponse(responseCode = "404", description = "There is no such thing")
  ResponseEntity<SuppressionRow> suppress(
      @Valid @RequestBody SuppressionRequest request, Principal principal) {
    SuppressionRow row =
        done(
            writer.suppress(
                Scope.parse(request.scope()),
                request.reason(),
                principal.getName(),
                request.until(),
                detectors.catalog().all().stream().map(DetectorFile::id).toList()),
            "entity-not-found");
    return ResponseEntity.created(URI.create("/api/v1/suppressions/" + row.id())).body(row);
  }

  @PostMapping("/{id}/end")
  @Audited(
      value = AuditAct.END_SUPPRESSION,
      type = "suppression",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "End a suppression before its time")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It had ended before")
  SuppressionRow end(@PathVariable String id, Principal principal) {
    return done(writer.end(id, principal.getName()), NOT_FOUND);
  }

  private SuppressionRow done(SuppressionWriter.Outcome outcome, String unknown) {
    return switch (outcome) {
      case SuppressionWriter.Outcome.Done(String id) -> one(id);
      case SuppressionWriter.Outcome.Unknown(String text) ->
          throw ProblemException.notFound(unknown, text);
      case SuppressionWriter.Outcome.AlreadyEnded(String id) ->
          throw new ProblemException(
              new Problem(HttpStatus.CONFLICT, "suppression-ended", id + " had ended before"));
    };
  }
}
