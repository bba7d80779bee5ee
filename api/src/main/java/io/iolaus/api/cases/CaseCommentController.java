package io.iolaus.api.cases;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.EntityTags;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.cases.CaseTexts;
import io.iolaus.cypher.cases.CaseCommentRow;
import io.iolaus.cypher.cases.CaseReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people write in a case.
@RestController
@RequestMapping("/api/v1/cases/{id}/comments")
@Tag(name = "cases")
class CaseCommentController {

  private final CaseReader reader;
  private final CommentStore store;
  private final Cursors cursors;

  CaseCommentController(CaseReader reader, CommentStore store, Cursors cursors) {
    this.reader = reader;
    this.store = store;
    this.cursors = cursors;
  }

  /// @param text markdown
  record CommentRequest(@NotBlank @Size(max = CaseTexts.MAX_COMMENT) String text) {
    @Override
    public String toString() {
      return "CommentRequest[" + text.length() + " characters]";
    }
  }

  @GetMapping
  @Audited(value = AuditAct.READ_CASE, type = "case", id = "id")
  @Operation(
      summary = "Comments in a case, the earliest first; of deleted ones that they were there")
  ListResponse<CaseCommentResponse> list(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (reader.one(id).isEmpty()) {
      throw CaseHistory.unknown(id);
    }
    String query = "case-comments\n" + id;
    return ListResponse.of(
        reader.comments(id, limit, cursors.read(query, cursor)),
        cursors,
        query,
        CaseCommentResponse::of);
  }

  @GetMapping("/{number}")
  @Audited(value = AuditAct.READ_CASE, type = "case", id = "id")
  @Operation(summary = "One comment, with its version as ETag")
  ResponseEntity<CaseCommentResponse> one(@PathVariable String id, @PathVariable long number) {
    CaseCommentRow row = row(id, number);
    return ResponseEntity.ok().eTag(EntityTags.of(row.version())).body(CaseCommentResponse.of(row));
  }

  @PostMapping
  @Audited(
      value = AuditAct.COMMENT_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Write a comment")
  @ApiResponse(responseCode = "201", description = "Written; the address is in Location")
  ResponseEntity<CaseCommentResponse> write(
      @PathVariable String id, @Valid @RequestBody CommentRequest request, Principal principal) {
    CaseCommentRow row = row(id, store.write(id, request.text(), principal.getName()));
    return ResponseEntity.created(
            URI.create("/api/v1/cases/%s/comments/%d".formatted(id, row.number())))
        .eTag(EntityTags.of(row.version()))
        .body(CaseCommentResponse.of(row));
  }

  @PatchMapping("/{number}")
  @Audited(
      value = AuditAct.COMMENT_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Change one's own comment as it was read")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It was deleted")
  @ApiResponse(responseCode = "412", description = "It was changed since it was read")
  @ApiResponse(responseCode = "428", description = "If-Match is missing")
  ResponseEntity<CaseCommentResponse> edit(
      @PathVariable String id,
      @PathVariable long number,
      @Valid @RequestBody CommentRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Principal principal) {
    long version = EntityTags.version("comment", ifMatch);
    store.edit(id, number, request.text(), version, principal.getName());
    return one(id, number);
  }

  @DeleteMapping("/{number}")
  @Audited(
      value = AuditAct.COMMENT_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Delete one's own comment; who wrote it and when stays")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @ApiResponse(responseCode = "409", description = "It was deleted before")
  ResponseEntity<Void> delete(
      @PathVariable String id, @PathVariable long number, Principal principal) {
    store.delete(id, number, principal.getName());
    return ResponseEntity.noContent().build();
  }

  private CaseCommentRow row(String id, long number) {
    return reader.comment(id, number).orElseThrow(() -> CommentStore.unknown(id, number));
  }
}
