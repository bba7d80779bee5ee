package io.iolaus.api.act;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.EntityTags;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.act.BulkActState;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.act.BulkActOutcome;
import io.iolaus.cypher.act.BulkActReader;
import io.iolaus.cypher.act.BulkActRow;
import io.iolaus.cypher.act.BulkActWriter;
import io.iolaus.cypher.decision.Ruling;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Decisions about many accounts at once: proposed with a forecast, agreed to, carried out,
/// stopped, undone.
@RestController
@RequestMapping("/api/v1/acts")
@Tag(name = "acts")
class BulkActController {

  private static final String WHAT = "bulk act";

  private final BulkActReader reader;
  private final BulkActWriter writer;
  private final BulkActProperties properties;
  private final BulkActStreams streams;
  private final Cursors cursors;

  BulkActController(
      BulkActReader reader,
      BulkActWriter writer,
      BulkActProperties properties,
      BulkActStreams streams,
      Cursors cursors) {
    this.reader = reader;
    this.writer = writer;
    this.properties = properties;
    this.streams = streams;
    this.cursors = cursors;
  }

  /// Why an act is undone.
  record UndoRequest(@NotBlank @Size(max = Ruling.MAX_TEXT) String reason) implements AuditedBody {

    @Override
    public String auditedReason() {
      return reason;
    }
  }

  /// An account that an act is about.
  record ActAccount(String id) {}

  @GetMapping
  @Operation(summary = "Bulk acts and how far they are, the latest first")
  ListResponse<BulkActRow> list(
      @RequestParam(required = false) @Nullable BulkActState state,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String query = "acts\n%s".formatted(state);
    return ListResponse.of(
        reader.list(state == null ? null : state.text(), limit, cursors.read(query, cursor)),
        cursors,
        query);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One bulk act, with its version as ETag")
  ResponseEntity<BulkActRow> one(@PathVariable String id) {
    return tagged(reader.one(id).orElseThrow(() -> unknown(id)));
  }

  @GetMapping(path = "/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "How far a bulk act is, as server-sent events",
      description =
          "Each event is `act`, with the act as it is; it comes when that is another than before."
              + " The stream ends with the act. With `Last-Event-ID`, which browsers send by"
              + " themselves when they connect again, nothing is told twice.")
  @ApiResponse(responseCode = "200", description = "goes on until the act ends, or either side")
  @ApiResponse(responseCode = "204", description = "it has ended, and all was told")
  @ApiResponse(responseCode = "429", description = "`streams-full`: as many are open as may be")
  void stream(
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    streams.serve(reader.one(id).orElseThrow(() -> unknown(id)), last, response);
  }

  @GetMapping("/{id}/accounts")
  @Audited(value = AuditAct.READ_MEMBERS, type = WHAT, id = "id")
  @Operation(summary = "The accounts that a bulk act is about, as they were fixed, by id")
  ListResponse<ActAccount> accounts(
      @PathVariable String id,
      @RequestParam(defaultValue = "200") @Min(1) @Max(2_000) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String query = "act-accounts\n" + id;
    return ListResponse.of(
        reader.accounts(id, limit, cursors.read(query, cursor)).orElseThrow(() -> unknown(id)),
        cursors,
        query,
        ActAccount::new);
  }

  @PostMapping
  @Audited(value = AuditAct.PROPOSE_ACT, type = WHAT, recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Propose a decision about many accounts",
      description =
          "Fixes its accounts, counts them and says who of them may be innocent. Nothing is decided"
              + " before it is started, or approved by somebody else where `secondPerson` says"
              + " so.")
  @ApiResponse(responseCode = "201", description = "Proposed; the address is in Location")
  @ApiResponse(responseCode = "404", description = "An account or the cluster is not there")
  ResponseEntity<BulkActRow> propose(@Valid @RequestBody BulkActRequest request, Principal by) {
    BulkActRow act =
        done(
            writer.propose(
                DecisionKind.of(request.kind()).orElseThrow(),
                by.getName(),
                request.reason(),
                request.choice(),
                properties.secondPerson()));
    return ResponseEntity.created(URI.create("/api/v1/acts/" + act.id()))
        .eTag(EntityTags.of(act.version()))
        .body(act);
  }

  @PostMapping("/{id}/start")
  @Audited(value = AuditAct.START_ACT, type = WHAT, id = "id", recording = Audited.Recording.CHANGE)
  @Operation(summary = "Have a bulk act carried out that needs no second person")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "403", description = "A second person must approve it")
  @ApiResponse(responseCode = "409", description = "It is not proposed any more")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  ResponseEntity<BulkActRow> start(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal by) {
    return tagged(done(writer.start(id, EntityTags.version(WHAT, ifMatch), by.getName())));
  }

  @PostMapping("/{id}/approval")
  @Audited(
      value = AuditAct.APPROVE_ACT,
      type = WHAT,
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Agree to a bulk act that somebody else proposed; it is carried out")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "403", description = "Who proposed it cannot approve it")
  @ApiResponse(responseCode = "409", description = "It is not proposed any more")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  ResponseEntity<BulkActRow> approve(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal by) {
    return tagged(done(writer.approve(id, EntityTags.version(WHAT, ifMatch), by.getName())));
  }

  @PostMapping("/{id}/cancellation")
  @Audited(
      value = AuditAct.CANCEL_ACT,
      type = WHAT,
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Stop a bulk act",
      description = "What it has decided until then holds until it is undone.")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It has ended")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  ResponseEntity<BulkActRow> cancel(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal by) {
    return tagged(done(writer.cancel(id, EntityTags.version(WHAT, ifMatch), by.getName())));
  }

  @PostMapping("/{id}/undo")
  @Audited(value = AuditAct.UNDO_ACT, type = WHAT, id = "id", recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Withdraw what a bulk act decided",
      description = "What others said of the same accounts, before or since, stays.")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It has not ended, or is undone")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  ResponseEntity<BulkActRow> undo(
      @PathVariable String id,
      @Valid @RequestBody UndoRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal by) {
    return tagged(
        done(writer.undo(id, EntityTags.version(WHAT, ifMatch), by.getName(), request.reason())));
  }

  private static BulkActRow done(BulkActOutcome outcome) {
    return switch (outcome) {
      case BulkActOutcome.Done(BulkActRow act) -> act;
      case BulkActOutcome.Unknown(BulkActOutcome.Unknown.What what, String text) ->
          throw ProblemException.notFound(
              switch (what) {
                case ACT -> "act-not-found";
                case ACCOUNT -> "entity-not-found";
                case CLUSTER -> "cluster-not-found";
              },
              text);
      case BulkActOutcome.Changed(BulkActRow act) ->
          throw refused(
              HttpStatus.PRECONDITION_FAILED,
              "act-changed",
              "%s was changed to version %d meanwhile; read it again"
                  .formatted(act.id(), act.version()));
      case BulkActOutcome.NotNow(BulkActRow _, String text) ->
          throw refused(HttpStatus.CONFLICT, "act-not-now", text);
      case BulkActOutcome.SecondPerson(String text) ->
          throw refused(HttpStatus.FORBIDDEN, "second-person-missing", text);
    };
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("act-not-found", "There never was a bulk act " + id);
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(new Problem(status, code, detail));
  }

  private static ResponseEntity<BulkActRow> tagged(BulkActRow act) {
    return ResponseEntity.ok().eTag(EntityTags.of(act.version())).body(act);
  }
}
