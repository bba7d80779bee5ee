package io.iolaus.api.events;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.inbox.Deliveries;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.ingest.inbox.BrokenBodyException;
import io.iolaus.ingest.inbox.Inbox;
import io.iolaus.ingest.inbox.Receipt;
import io.iolaus.ingest.inbox.Receipt.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes events in.
@RestController
@Tag(name = "events")
class EventController {

  private static final Logger log = LoggerFactory.getLogger(EventController.class);

  /// Seconds. A usual body is in the graph by then.
  private static final String RETRY_AFTER = "10";

  private final Deliveries deliveries;
  private final BatchFinder batches;
  private final ServerOptions server;

  EventController(Deliveries deliveries, BatchFinder batches, ServerOptions server) {
    this.deliveries = deliveries;
    this.batches = batches;
    this.server = server;
  }

  @PostMapping("/api/v1/events")
  @Audited(value = AuditAct.POST_EVENTS, recording = Audited.Recording.FOLDED)
  @Operation(
      summary = "Hand over events",
      description =
          "NDJSON, one event a line, of any size, plain, gzip or Zstandard. The answer comes when"
              + " the body is on disk; its address tells when it is in the graph.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = EventBody.NDJSON,
              schema = @Schema(type = "string", format = "binary")))
  @Parameter(
      name = EventBody.KEY,
      in = ParameterIn.HEADER,
      description = "The same body under the same key is one batch, however often it is sent",
      schema = @Schema(type = "string", maxLength = 255))
  @ApiResponse(
      responseCode = "202",
      description = "It is on disk and will be loaded",
      headers = @Header(name = "Location", description = "The batch it becomes"))
  @ApiResponse(
      responseCode = "409",
      description =
          "This process takes in no events, or a body under the same key is on its way in")
  @ApiResponse(
      responseCode = "415",
      description = "It is no NDJSON, not UTF-8 but UTF-16 or UTF-32, or compressed in another way")
  @ApiResponse(responseCode = "422", description = "Another body came under the same key")
  @ApiResponse(responseCode = "507", description = "The disk has no room for it")
  @ApiResponse(
      responseCode = "429",
      description = "As much waits as may wait",
      headers = @Header(name = "Retry-After", description = "Seconds"))
  ResponseEntity<BatchResponse> take(@Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    if (!server.roles().contains(Role.INGEST)) {
      throw refused(
          HttpStatus.CONFLICT,
          "role-missing",
          "This process runs without the role ingest: ask one that was started with"
              + " --roles=ingest");
    }
    EventBody.check(request);
    String key = EventBody.key(request);
    Inbox inbox =
        deliveries
            .inbox()
            .orElseThrow(() ->
                refused(
                    HttpStatus.CONFLICT,
                    "inbox-in-use",
                    "Another process takes in events on this home: ask that one, or start this with"
                        + " a home of its own and the same site.key"));
    try {
      return answer(inbox.receive(request.getInputStream(), request.getContentLengthLong(), key));
    } catch (BrokenBodyException e) {
      log.info("{}", e.getMessage());
      throw refused(
          HttpStatus.BAD_REQUEST,
          "body-broken",
          "The body broke off before its end; nothing of it is kept, send it again");
    }
  }

  private ResponseEntity<BatchResponse> answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted accepted -> accepted(BatchResponse.queued(accepted.delivery()));
      case Receipt.Repeated repeated -> accepted(batches.again(repeated.id()));
      case Receipt.OtherText other ->
          throw refused(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "charset-unsupported",
              "The body is " + other.what() + "; nothing of it is kept");
      case Receipt.Refused refused -> throw problem(refused.reason());
    };
  }

  private static ResponseEntity<BatchResponse> accepted(BatchResponse batch) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/batches/" + batch.id()))
        .body(batch);
  }

  private static ProblemException problem(Reason reason) {
    return switch (reason) {
      case FULL -> {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        yield new ProblemException(
            new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "queue-full",
                "As many events wait for the graph as may wait; send this again later"),
            headers);
      }
      case DISK_FULL ->
          refused(
              HttpStatus.INSUFFICIENT_STORAGE,
              "disk-full",
              "The disk of the home has no room for this body; free some space, then send it"
                  + " again");
      case KEY_REUSED ->
          refused(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "idempotency-key-reused",
              "Another body came under this Idempotency-Key: give each body a key of its own");
      case KEY_BUSY ->
          refused(
              HttpStatus.CONFLICT,
              "idempotency-key-busy",
              "A body under this Idempotency-Key is on its way in: wait for the answer to that"
                  + " request");
    };
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(new Problem(status, code, detail));
  }
}
