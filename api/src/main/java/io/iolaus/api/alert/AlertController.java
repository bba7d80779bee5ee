package io.iolaus.api.alert;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertOutbox;
import io.iolaus.cypher.alert.AlertReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Alerts, as a list and as they come.
@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "alerts")
class AlertController {

  /// What became of a message.
  enum DeliveryState {
    WAITING,
    SENT,
    FAILED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final AlertReader alerts;
  private final AlertOutbox outbox;
  private final AlertStreams streams;
  private final Cursors cursors;
  private final Clock clock;

  AlertController(
      AlertReader alerts, AlertOutbox outbox, AlertStreams streams, Cursors cursors, Clock clock) {
    this.alerts = alerts;
    this.outbox = outbox;
    this.streams = streams;
    this.cursors = cursors;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      summary = "Alerts, the latest first",
      description =
          "`cluster`: those about one cluster. `delivery`: those with a message that is `waiting`,"
              + " `sent` or `failed`.")
  ListResponse<Alert> list(
      @RequestParam(required = false) @Nullable String cluster,
      @RequestParam(required = false) @Nullable DeliveryState delivery,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String state = delivery == null ? null : delivery.text();
    String query = "alerts\n" + cluster + "\n" + state;
    return ListResponse.of(
        alerts.page(cluster, state, limit, cursors.read(query, cursor)), cursors, query);
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Alerts as they are raised, as server-sent events",
      description =
          "Each event is `alert`, its id the alert's `place`. With `Last-Event-ID`, which browsers"
              + " send by themselves when they connect again, or `after`, it begins behind that"
              + " place, 0 for all there are; else with what is raised from now on.")
  @ApiResponse(responseCode = "200", description = "goes on until either side ends it")
  @ApiResponse(responseCode = "429", description = "`streams-full`: as many are open as may be")
  void stream(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      @RequestParam(required = false) @Min(0) @Nullable Long after,
      HttpServletResponse response)
      throws IOException {
    streams.serve(from(last, after), response);
  }

  private @Nullable Long from(@Nullable String last, @Nullable Long after) {
    if (last == null || last.isEmpty()) {
      return after;
    }
    try {
      long place = Long.parseLong(last);
      if (place >= 0) {
        return place;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw ProblemException.badParameter(
        "Last-Event-ID must be the id of an event of this stream, was " + last);
  }

  /// @param messages how many are tried again
  record RedeliverResponse(int messages) {}

  @PostMapping("/{run}/{number}/redeliver")
  @Audited(
      value = AuditAct.REDELIVER_ALERT,
      type = "run",
      id = "run",
      recording = Audited.Recording.CHANGE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Try the failed messages with an alert once more",
      description = "They keep their ids. An alert's id is that of its run, `/`, and a number.")
  RedeliverResponse redeliver(@PathVariable String run, @PathVariable String number) {
    String id = run + "/" + number;
    OptionalInt messages = outbox.redeliver(id, clock.instant());
    if (messages.isEmpty()) {
      throw ProblemException.notFound("alert-not-found", "No alert " + id);
    }
    if (messages.getAsInt() == 0) {
      throw new ProblemException(
          new Problem(
              HttpStatus.CONFLICT,
              "nothing-failed",
              "No message with alert " + id + " failed: /api/v1/alerts says what became of each"));
    }
    return new RedeliverResponse(messages.getAsInt());
  }
}
