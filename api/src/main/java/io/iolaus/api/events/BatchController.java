package io.iolaus.api.events;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.export.Download;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.security.SignedIn;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.batch.Batch;
import io.iolaus.cypher.batch.BatchReader;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was loaded, from wherever it came, and what was rejected of it. Who only hands over events
/// sees only what came that way.
@RestController
@RequestMapping("/api/v1/batches")
@Tag(name = "events")
class BatchController {

  private final BatchFinder finder;
  private final BatchReader batches;
  private final Rejections rejections;
  private final Cursors cursors;

  BatchController(BatchFinder finder, BatchReader batches, Rejections rejections, Cursors cursors) {
    this.finder = finder;
    this.batches = batches;
    this.rejections = rejections;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(summary = "Batches, the latest first; those that wait before all others")
  ListResponse<BatchResponse> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Authentication user) {
    boolean delivered = SignedIn.ingestOnly(user);
    String query = "batches\n" + delivered;
    return finder.page(delivered, limit, cursors.read(query, cursor), cursors, query);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One batch: how far it is, and what became of its lines")
  BatchResponse one(@PathVariable String id, Authentication user) {
    return visible(id, user).flatMap(finder::one).orElseThrow(() -> notFound(id));
  }

  @GetMapping(path = "/{id}/rejections", produces = MediaType.APPLICATION_JSON_VALUE)
  @Audited(value = AuditAct.READ_REJECTIONS, type = "batch", id = "id")
  @Operation(summary = "The rejected lines of a batch, in their order")
  ListResponse<DeadLetter> rejections(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Authentication user)
      throws IOException {
    String query = "rejections\n" + id;
    @Nullable PageKey after = cursors.read(query, cursor);
    Batch batch = inGraph(id, user);
    return ListResponse.of(rejections.page(batch, limit, after), cursors, query);
  }

  @GetMapping(path = "/{id}/rejections", produces = EventBody.NDJSON)
  @Audited(
      value = AuditAct.READ_REJECTIONS,
      type = "batch",
      id = "id",
      recording = Audited.Recording.BEFORE)
  @Operation(summary = "The rejected lines of a batch, all of them, one a line")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = EventBody.NDJSON, schema = @Schema(type = "string")))
  void download(@PathVariable String id, Authentication user, HttpServletResponse response)
      throws IOException {
    try (DeadLetterReader letters = rejections.open(inGraph(id, user))) {
      Download.send(response, EventBody.NDJSON, "rejections", "ndjson", letters::copyTo);
    }
  }

  private Batch inGraph(String id, Authentication user) {
    return visible(id, user)
        .flatMap(batches::one)
        .orElseThrow(() ->
            ProblemException.notFound(
                "batch-not-found", "Nothing of a batch " + id + " is in the graph"));
  }

  /// Those who only hand over see what was handed over.
  private static Optional<String> visible(String id, Authentication user) {
    return Optional.of(id)
        .filter(i -> !SignedIn.ingestOnly(user) || i.startsWith(BatchState.DELIVERY));
  }

  private static ProblemException notFound(String id) {
    return ProblemException.notFound("batch-not-found", "No batch " + id);
  }
}
