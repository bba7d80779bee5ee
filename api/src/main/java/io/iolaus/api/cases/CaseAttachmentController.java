package io.iolaus.api.cases;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cases.CaseAttachmentRow;
import io.iolaus.cypher.cases.CaseReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people attach to a case: bytes with a name, of whatever kind.
@RestController
@RequestMapping("/api/v1/cases/{id}/attachments")
@Tag(name = "cases")
class CaseAttachmentController {

  private final CaseReader reader;
  private final AttachmentStore store;
  private final AttachmentFiles files;
  private final CaseProperties properties;
  private final Cursors cursors;

  CaseAttachmentController(
      CaseReader reader,
      AttachmentStore store,
      AttachmentFiles files,
      CaseProperties properties,
      Cursors cursors) {
    this.reader = reader;
    this.store = store;
    this.files = files;
    this.properties = properties;
    this.cursors = cursors;
  }

  /// Why an attachment is taken away.
  record RemovalRequest(@NotBlank @Size(max = 2000) String reason) implements AuditedBody {
    @Override
    public String auditedReason() {
      return reason;
    }
  }

  @GetMapping
  @Audited(value = AuditAct.READ_CASE, type = "case", id = "id")
  @Operation(summary = "What is attached to a case with its hashes, and what was")
  ListResponse<CaseAttachmentRow> list(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    requireCase(id);
    String query = "case-attachments\n" + id;
    return ListResponse.of(
        reader.attachments(id, limit, cursors.read(query, cursor)), cursors, query);
  }

  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Audited(
      value = AuditAct.CHANGE_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Attach the bytes of the body")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "201", description = "Attached; the address of the bytes is Location")
  @ApiResponse(responseCode = "507", description = "The disk has no room for it")
  ResponseEntity<CaseAttachmentRow> attach(
      @PathVariable String id,
      @RequestParam @NotBlank @Size(max = 500) String name,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal principal) {
    requireCase(id);
    long most = properties.attachment().toBytes();
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    long number;
    try (AttachmentFiles.Incoming incoming = files.receive(request.getInputStream(), most)) {
      number = store.attach(id, name, incoming, principal.getName());
    } catch (AttachmentFiles.TooLargeException e) {
      throw tooLarge(most);
    } catch (AttachmentFiles.BrokenException e) {
      throw refused(
          HttpStatus.BAD_REQUEST,
          "body-broken",
          "The body broke off before its end; nothing of it is kept, send it again");
    } catch (IOException e) {
      throw refused(
          HttpStatus.INSUFFICIENT_STORAGE,
          "disk-full",
          "The home has no room for this; free some space, then send it again");
    }
    return ResponseEntity.created(
            URI.create("/api/v1/cases/%s/attachments/%d/content".formatted(id, number)))
        .body(row(id, number));
  }

  @GetMapping("/{number}/content")
  @Audited(
      value = AuditAct.EXPORT,
      type = "attachment",
      id = "id",
      recording = Audited.Recording.BEFORE)
  @Operation(summary = "The bytes of an attachment, to be kept and never to be shown")
  @ApiResponse(
      responseCode = "200",
      description = "As they were sent",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "409", description = "The bytes were taken away, or are elsewhere")
  void content(@PathVariable String id, @PathVariable long number, HttpServletResponse response)
      throws IOException {
    CaseAttachmentRow row = row(id, number);
    if (row.removedAt() != null) {
      throw AttachmentStore.gone(number);
    }
    if (!files.has(row.sha256())) {
      throw refused(
          HttpStatus.CONFLICT,
          "attachment-elsewhere",
          "The bytes are in the home of the server that took them in: ask that one");
    }
    if (!files.matches(row.sha256())) {
      throw refused(
          HttpStatus.CONFLICT,
          "attachment-damaged",
          "The bytes of attachment %d are not those that were attached".formatted(number));
    }
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLengthLong(row.bytes());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(row.name(), StandardCharsets.UTF_8)
            .build()
            .toString());
    files.write(row.sha256(), response.getOutputStream());
  }

  @PostMapping("/{number}/removal")
  @Audited(
      value = AuditAct.CHANGE_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Take an attachment away; that it was there stays, with its hash")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It was taken away before")
  CaseAttachmentRow remove(
      @PathVariable String id,
      @PathVariable long number,
      @Valid @RequestBody RemovalRequest request,
      Principal principal) {
    store.remove(id, number, request.reason(), principal.getName());
    return row(id, number);
  }

  private void requireCase(String id) {
    if (reader.one(id).isEmpty()) {
      throw CaseHistory.unknown(id);
    }
  }

  private CaseAttachmentRow row(String id, long number) {
    return reader.attachment(id, number).orElseThrow(() -> AttachmentStore.unknown(id, number));
  }

  private static ProblemException tooLarge(long most) {
    return refused(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "An attachment may have at most %d bytes".formatted(most));
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(new Problem(status, code, detail));
  }
}
