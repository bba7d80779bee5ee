package io.iolaus.api.cases;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cases.CaseItemRow;
import io.iolaus.cypher.cases.CaseReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is in a case.
@RestController
@RequestMapping("/api/v1/cases/{id}/items")
@Tag(name = "cases")
class CaseItemController {

  private final CaseReader reader;
  private final CaseStore store;
  private final Cursors cursors;

  CaseItemController(CaseReader reader, CaseStore store, Cursors cursors) {
    this.reader = reader;
    this.store = store;
    this.cursors = cursors;
  }

  /// An account or a cluster.
  record ItemRequest(
      @Schema(implementation = CaseItem.Type.class) @NotBlank String type,
      @NotBlank @Size(max = 600) String id) {

    CaseItem item() {
      return new CaseItem(Choice.of("type", type, CaseItem.Type.values()), id);
    }
  }

  /// What is put in or taken out, and why.
  record ItemsRequest(
      @NotEmpty @Size(max = 1000) List<@NotNull @Valid ItemRequest> items,
      @NotBlank @Size(max = 2000) String reason)
      implements AuditedBody {

    @Override
    public String auditedReason() {
      return reason;
    }

    List<CaseItem> all() {
      return items.stream().map(ItemRequest::item).toList();
    }
  }

  /// @param done how many were put in or taken out
  /// @param already how many had been before
  record ItemsResponse(int done, int already) {}

  @GetMapping
  @Audited(value = AuditAct.READ_CASE, type = "case", id = "id")
  @Operation(
      summary = "Accounts and clusters in a case, the latest first, with what became of them",
      description = "With `removed` also what was taken out.")
  ListResponse<CaseItemRow> list(
      @PathVariable String id,
      @RequestParam(required = false) CaseItem.@Nullable Type type,
      @RequestParam(defaultValue = "false") boolean removed,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    requireCase(id);
    String query = "case-items\n%s\n%s\n%s".formatted(id, type, removed);
    return ListResponse.of(
        reader.items(
            id, type == null ? null : type.text(), removed, limit, cursors.read(query, cursor)),
        cursors,
        query);
  }

  @PostMapping
  @Audited(
      value = AuditAct.CHANGE_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Put accounts and clusters into a case: all, or none if one is not there")
  ItemsResponse putIn(
      @PathVariable String id, @Valid @RequestBody ItemsRequest request, Principal principal) {
    List<CaseItem> items = request.all();
    return response(items, store.putIn(id, items, request.reason(), principal.getName()));
  }

  @PostMapping("/removal")
  @Audited(
      value = AuditAct.CHANGE_CASE,
      type = "case",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Take accounts and clusters out of a case")
  ItemsResponse takeOut(
      @PathVariable String id, @Valid @RequestBody ItemsRequest request, Principal principal) {
    List<CaseItem> items = request.all();
    return response(items, store.takeOut(id, items, request.reason(), principal.getName()));
  }

  private static ItemsResponse response(List<CaseItem> items, int done) {
    return new ItemsResponse(done, (int) items.stream().distinct().count() - done);
  }

  private void requireCase(String id) {
    if (reader.one(id).isEmpty()) {
      throw CaseHistory.unknown(id);
    }
  }
}
