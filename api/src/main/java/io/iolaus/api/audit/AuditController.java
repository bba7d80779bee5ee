package io.iolaus.api.audit;

import io.iolaus.api.cli.output.AuditTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.api.export.Download;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.paging.Moment;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.audit.AuditQuery;
import io.iolaus.cypher.audit.AuditReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who did what. Reading it is recorded too.
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditController {

  private final AuditReader reader;
  private final Cursors cursors;

  AuditController(AuditReader reader, Cursors cursors) {
    this.reader = reader;
    this.cursors = cursors;
  }

  /// In what form entries leave the house.
  enum ExportFormat {
    NDJSON,
    CSV;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which entries a request asks for.
  record AuditFilter(
      @Parameter(description = "The login's name; cli:NAME of whoever ran a command")
          @Nullable String actor,
      @Parameter(description = "As read-members") @Nullable AuditAct act,
      @Parameter(description = "As cluster or account") @Nullable String objectType,
      @Parameter(description = "Id of what it was done to") @Nullable String object,
      @Parameter(description = "allowed, refused, failed or unknown")
          @Nullable AuditOutcome outcome,
      @Parameter(description = "The earliest time, as 2026-06-01T00:00:00Z") @Nullable String from,
      @Parameter(description = "The time before which they are") @Nullable String to) {

    AuditQuery query() {
      return new AuditQuery(
          text(actor),
          act,
          text(objectType),
          text(object),
          outcome,
          Moment.read("from", from),
          Moment.read("to", to));
    }

    private static @Nullable String text(@Nullable String text) {
      return text == null || text.isEmpty() ? null : text;
    }
  }

  @GetMapping
  @Audited(AuditAct.READ_AUDIT)
  @Operation(summary = "Who did what, the latest first")
  ListResponse<AuditEntryResponse> list(
      @ParameterObject AuditFilter filter,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    AuditQuery wanted = filter.query();
    String query = "audit\n" + wanted;
    return ListResponse.of(
        reader.page(wanted, limit, cursors.read(query, cursor)),
        cursors,
        query,
        AuditEntryResponse::of);
  }

  @GetMapping("/export")
  @Audited(value = AuditAct.EXPORT, type = "audit", recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "Entries with their hashes and seals, the earliest first",
      description =
          "`format`: `ndjson` or `csv`. In CSV a text that a spreadsheet would take for a formula"
              + " begins with an apostrophe.")
  @ApiResponse(
      responseCode = "200",
      description = "one entry a line",
      content = {
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  void export(
      @ParameterObject AuditFilter filter,
      @RequestParam(defaultValue = "ndjson") ExportFormat format,
      HttpServletResponse response) {
    AuditQuery query = filter.query();
    boolean csv = format == ExportFormat.CSV;
    Download.send(
        response,
        csv ? "text/csv;charset=UTF-8" : "application/x-ndjson",
        "audit",
        format.text(),
        out ->
            AuditTable.print(
                entries -> reader.each(query, entries),
                out,
                csv ? OutputFormat.CSV : OutputFormat.NDJSON));
  }
}
