package io.iolaus.api.decision;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.decision.DecisionQuery;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.decision.RulingOutcome;
import io.iolaus.cypher.read.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people decided about accounts and clusters. Who decides is who is logged in.
@RestController
@RequestMapping("/api/v1/decisions")
@Tag(name = "decisions")
class DecisionController {

  /// Where a decision stands, as [DecisionRow] has it.
  enum Standing {
    HOLDS,
    PENDING,
    OVERTAKEN,
    VOID,
    WITHDRAWN;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String NOT_FOUND = "decision-not-found";

  /// @param kind `same`, `different`, `unsure`, `confirmed`, `false-positive`
  /// @param accounts two, one beside a cluster, or none
  /// @param at when it was decided; without it, at the graph's own time
  record DecisionRequest(
      @Schema(implementation = DecisionKind.class) @NotBlank String kind,
      @NotBlank @Size(max = Ruling.MAX_TEXT) String reason,
      @Size(max = 2) @Nullable List<@NotBlank @Size(max = 600) String> accounts,
      @Size(min = 1, max = 200) @Nullable String cluster,
      @Nullable Instant at)
      implements AuditedBody {

    @Override
    public String auditedObject() {
      return Stream.concat(
              accounts == null ? Stream.of() : accounts.stream(), Stream.ofNullable(cluster))
          .collect(Collectors.joining(" "));
    }

    @Override
    public String auditedReason() {
      return kind + ": " + reason;
    }
  }

  /// Why a decision is withdrawn.
  record WithdrawalRequest(@NotBlank @Size(max = Ruling.MAX_TEXT) String reason)
      implements AuditedBody {

    @Override
    public String auditedReason() {
      return reason;
    }
  }

  private final DecisionReader reader;
  private final DecisionWriter writer;
  private final Cursors cursors;

  DecisionController(DecisionReader reader, DecisionWriter writer, Cursors cursors) {
    this.reader = reader;
    this.writer = writer;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(summary = "What people decided and where it stands, the latest first")
  ListResponse<DecisionRow> list(
      @RequestParam(required = false) @Nullable DecisionKind kind,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String cluster,
      @RequestParam(required = false) @Nullable Standing standing,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @ParameterObject ViewRequest moments) {
    View view = moments.view();
    String query =
        "decisions\n%s\n%s\n%s\n%s\n%s\n%s".formatted(kind, by, account, cluster, standing, view);
    return ListResponse.of(
        reader.list(
            new DecisionQuery(
                kind,
                by,
                account,
                cluster,
                standing == null ? null : standing.text(),
                limit,
                cursors.read(query, cursor)),
            view),
        cursors,
        query);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One decision, withdrawn or not")
  DecisionRow one(@PathVariable String id) {
    return reader
        .one(id)
        .orElseThrow(
            () -> ProblemException.notFound(NOT_FOUND, "There never was a decision " + id));
  }

  @PostMapping
  @Audited(value = AuditAct.DECIDE, type = "decision", recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Decide about accounts, an account and a cluster, or a cluster",
      description =
          "`same` and `different` are said of two accounts, or of one and a cluster; `confirmed`"
              + " and `false-positive` of a cluster, or of accounts each for itself; `unsure` of"
              + " any but these. Whom people agree to be innocent is in no cluster from then on;"
              + " the rest holds from the next run on.")
  @ApiResponse(responseCode = "201", description = "Decided; the address is in Location")
  @ApiResponse(responseCode = "404", description = "An account or a cluster is not there")
  @ApiResponse(responseCode = "409", description = "It cannot hold beside others")
  ResponseEntity<DecisionRow> decide(
      @Valid @RequestBody DecisionRequest request, Principal principal) {
    Ruling ruling =
        new Ruling(
            kind(request.kind()),
            principal.getName(),
            request.reason(),
            request.accounts() == null ? List.of() : request.accounts(),
            request.cluster(),
            request.at());
    DecisionRow taken = taken(writer.take(ruling));
    return ResponseEntity.created(URI.create("/api/v1/decisions/" + taken.id())).body(taken);
  }

  @PostMapping("/{id}/withdrawal")
  @Audited(
      value = AuditAct.WITHDRAW_DECISION,
      type = "decision",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Withdraw a decision",
      description =
          "It is as if it had never been taken, but for its record: at once as far as no run has"
              + " held to it, else from the next run on.")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It was withdrawn before")
  DecisionRow withdraw(
      @PathVariable String id, @Valid @RequestBody WithdrawalRequest request, Principal principal) {
    return taken(writer.withdraw(id, principal.getName(), request.reason()));
  }

  private static DecisionRow taken(RulingOutcome outcome) {
    return switch (outcome) {
      case RulingOutcome.Taken(DecisionRow decision) -> decision;
      case RulingOutcome.Unknown(RulingOutcome.Unknown.What what, String text) ->
          throw ProblemException.notFound(
              switch (what) {
                case ACCOUNT -> "entity-not-found";
                case CLUSTER -> "cluster-not-found";
                case DECISION -> NOT_FOUND;
              },
              text);
      case RulingOutcome.Contradicted contradicted ->
          throw conflict("decision-contradicts", contradicted.text());
      case RulingOutcome.AlreadyWithdrawn(DecisionRow decision) ->
          throw conflict(
              "decision-withdrawn", decision.id() + " was " + decision.remark() + " before");
    };
  }

  private static ProblemException conflict(String code, String text) {
    return new ProblemException(new Problem(HttpStatus.CONFLICT, code, text));
  }

  private static DecisionKind kind(String text) {
    return DecisionKind.of(text)
        .orElseThrow(() ->
            ProblemException.badParameter(
                "kind must be one of " + DecisionKind.names() + ", was " + text));
  }
}
