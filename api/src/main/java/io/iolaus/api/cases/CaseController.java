package io.iolaus.api.cases;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.EntityTags;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.cases.CaseOutcome;
import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.core.cases.CaseTexts;
import io.iolaus.cypher.cases.CaseEventRow;
import io.iolaus.cypher.cases.CaseQuery;
import io.iolaus.cypher.cases.CaseReader;
import io.iolaus.cypher.cases.CaseRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases, as people list, open, change and look back at them.
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class CaseController {

  /// Most tags in a request, repeated ones included.
  private static final int MANY = 2 * CaseTexts.MAX_TAGS;

  private final CaseReader reader;
  private final CaseStore store;
  private final CaseProperties properties;
  private final Cursors cursors;
  private final Clock clock;

  CaseController(
      CaseReader reader, CaseStore store, CaseProperties properties, Cursors cursors, Clock clock) {
    this.reader = reader;
    this.store = store;
    this.properties = properties;
    this.cursors = cursors;
    this.clock = clock;
  }

  /// @param priority absent: `normal`
  record NewCaseRequest(
      @NotBlank @Size(max = CaseTexts.MAX_TITLE) String title,
      @Schema(implementation = CasePriority.class) @Nullable String priority,
      @Size(max = 64) @Nullable String assignee,
      @Size(max = MANY) @Nullable List<@NotNull String> tags)
      implements AuditedBody {

    @Override
    public String auditedReason() {
      return title;
    }
  }

  /// What is absent stays as it is.
  ///
  /// @param outcome goes with the status `closed`, and is gone when the case is taken up again
  /// @param assignee empty for nobody
  /// @param reason why, for the history
  record ChangeRequest(
      @Size(min = 1, max = CaseTexts.MAX_TITLE) @Nullable String title,
      @Schema(implementation = CaseStatus.class) @Nullable String status,
      @Schema(implementation = CaseOutcome.class) @Nullable String outcome,
      @Schema(implementation = CasePriority.class) @Nullable String priority,
      @Size(max = 64) @Nullable String assignee,
      @Size(max = MANY) @Nullable List<@NotNull String> tags,
      @Size(max = 2000) @Nullable String reason)
      implements AuditedBody {

    @Override
    public @Nullable String auditedReason() {
      return reason;
    }
  }

  @GetMapping
  @Audited(value = AuditAct.READ_CASE, type = "case")
  @Operation(
      summary = "Cases, the latest first",
      description =
          "With `overdue=true` those that are not closed and have taken longer than they may; with"
              + " `account` or `cluster` those that it is in.")
  ListResponse<CaseResponse> list(
      @RequestParam(required = false) @Nullable CaseStatus status,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable CasePriority priority,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(required = false) @Nullable Boolean overdue,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String cluster,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String of = of(account, cluster);
    String query =
        "cases\n%s\n%s\n%s\n%s\n%s\n%s".formatted(status, assignee, priority, tag, overdue, of);
    return ListResponse.of(
        reader.list(
            new CaseQuery(
                status, assignee, priority, tag, of, overdue, limit, cursors.read(query, cursor)),
            properties.allowed(),
            clock.instant()),
        cursors,
        query,
        this::response);
  }

  private static @Nullable String of(@Nullable String account, @Nullable String cluster) {
    if (account != null && cluster != null) {
      throw ProblemException.badParameter("ask for account or for cluster, not for both");
    }
    return account != null
        ? new CaseItem(CaseItem.Type.ACCOUNT, account).of()
        : cluster == null ? null : new CaseItem(CaseItem.Type.CLUSTER, cluster).of();
  }

  @GetMapping("/{id}")
  @Audited(value = AuditAct.READ_CASE, type = "case", id = "id")
  @Operation(summary = "One case, with its version as ETag")
  ResponseEntity<CaseResponse> one(@PathVariable String id) {
    CaseRow row = row(id);
    return ResponseEntity.ok().eTag(EntityTags.of(row.version())).body(response(row));
  }

  @PostMapping
  @Audited(value = AuditAct.OPEN_CASE, type = "case", recording = Audited.Recording.CHANGE)
  @Operation(summary = "Open a case")
  @ApiResponse(responseCode = "201", description = "Opened; the address is in Location")
  ResponseEntity<CaseResponse> open(
      @Valid @RequestBody NewCaseRequest request, Principal principal) {
    CaseFields fields =
        new CaseFields(
            request.title(),
            null,
            null,
            priority(request.priority()),
            request.assignee(),
            request.tags());
    CaseRow row = row(store.open(fields, principal.getName()));
    return ResponseEntity.created(URI.create("/api/v1/cases/" + row.id()))
        .eTag(EntityTags.of(row.version()))
        .body(response(row));
  }

  @PatchMapping("/{id}")
  @Audited(
      value = AuditAct.CHANGE_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Change a case as it was read")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It cannot become that from what it is")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  @ApiResponse(responseCode = "428", description = "If-Match is missing")
  ResponseEntity<CaseResponse> change(
      @PathVariable String id,
      @Valid @RequestBody ChangeRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal principal) {
    long version = EntityTags.version("case", ifMatch);
    CaseFields fields =
        new CaseFields(
            request.title(),
            word("status", request.status(), CaseStatus.values()),
            word("outcome", request.outcome(), CaseOutcome.values()),
            priority(request.priority()),
            request.assignee(),
            request.tags());
    store.change(id, fields, request.reason(), version, principal.getName());
    return one(id);
  }

  @GetMapping("/{id}/history")
  @Audited(value = AuditAct.READ_CASE, type = "case", id = "id")
  @Operation(summary = "Who changed what of a case, the latest first")
  ListResponse<CaseEventRow> history(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String query = "case-history\n" + row(id).id();
    return ListResponse.of(reader.history(id, limit, cursors.read(query, cursor)), cursors, query);
  }

  private CaseRow row(String id) {
    return reader.one(id).orElseThrow(() -> CaseHistory.unknown(id));
  }

  private CaseResponse response(CaseRow row) {
    return CaseResponse.of(row, properties, clock.instant());
  }

  private static @Nullable CasePriority priority(@Nullable String text) {
    return word("priority", text, CasePriority.values());
  }

  private static <T extends Enum<T>> @Nullable T word(
      String field, @Nullable String text, T[] choices) {
    return text == null ? null : Choice.of(field, text, choices);
  }
}
