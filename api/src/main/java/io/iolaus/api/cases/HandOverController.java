package io.iolaus.api.cases;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cases.CaseReader;
import io.iolaus.cypher.cases.CaseRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hands a case over to others, as one file.
@RestController
@Tag(name = "cases")
class HandOverController {

  private static final String ZIP = "application/zip";

  private final CaseReader reader;
  private final HandOver handOver;
  private final CaseTransactions transactions;
  private final CaseHistory history;
  private final AttachmentFiles files;
  private final Clock clock;

  HandOverController(
      CaseReader reader,
      HandOver handOver,
      CaseTransactions transactions,
      CaseHistory history,
      AttachmentFiles files,
      Clock clock) {
    this.reader = reader;
    this.handOver = handOver;
    this.transactions = transactions;
    this.history = history;
    this.files = files;
    this.clock = clock;
  }

  /// Why, and to whom.
  record HandOverRequest(@NotBlank @Size(max = 2000) String reason) implements AuditedBody {
    @Override
    public String auditedReason() {
      return reason;
    }
  }

  @PostMapping("/api/v1/cases/{id}/hand-over")
  @Audited(value = AuditAct.EXPORT, type = "case", id = "id", recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "A case with all that it stands on, as an archive that proves itself",
      description =
          "A ZIP: what people did in the case, attachments, clusters with members and evidence as"
              + " of a moment, decisions, detectors and statements, each with its SHA-256 in a"
              + " signed manifest. `iolaus cases verify` checks it without this server.")
  @ApiResponse(
      responseCode = "200",
      description = "The archive; the history of the case has its SHA-256",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "409", description = "Bytes of an attachment are not here")
  void handOver(
      @PathVariable String id,
      @Valid @RequestBody HandOverRequest request,
      @ParameterObject ViewRequest moments,
      Principal principal,
      HttpServletResponse response)
      throws IOException {
    CaseRow row = reader.one(id).orElseThrow(() -> CaseHistory.unknown(id));
    String by = principal.getName();
    Path archive = made();
    try {
      write(archive, row, request.reason(), moments, by);
      String sha256 = HexFormat.of().formatHex(files.digest(archive));
      transactions.run(() -> {
        long number = history.begin(id);
        history.handedOver(
            new CaseHistory.Act(
                id, number, "handed-over", by, clock.instant().atZone(ZoneOffset.UTC)),
            request.reason(),
            sha256);
        return number;
      });
      response.setContentType(ZIP);
      response.setContentLengthLong(Files.size(archive));
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + row.id() + ".zip\"");
      Files.copy(archive, response.getOutputStream());
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private Path made() {
    try {
      return files.part();
    } catch (IOException e) {
      throw full(e);
    }
  }

  private void write(Path archive, CaseRow row, String reason, ViewRequest moments, String by) {
    try {
      handOver.write(archive, row, moments.view(), by, reason);
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static ProblemException full(IOException cause) {
    ProblemException problem =
        new ProblemException(
            new Problem(
                HttpStatus.INSUFFICIENT_STORAGE,
                "disk-full",
                "The home has no room for the archive; free some space, then ask again"));
    problem.initCause(cause);
    return problem;
  }
}
