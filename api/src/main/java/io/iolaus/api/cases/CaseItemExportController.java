package io.iolaus.api.cases;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.export.Column;
import io.iolaus.api.export.FileResponse;
import io.iolaus.api.export.Pages;
import io.iolaus.api.export.Table;
import io.iolaus.api.export.TableFormat;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cases.CaseItemRow;
import io.iolaus.cypher.cases.CaseReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is in a case, as a file.
@RestController
@RequestMapping("/api/v1/cases/{id}/items/export")
@Tag(name = "cases")
class CaseItemExportController {

  private static final Table<CaseItemRow> ITEMS =
      new Table<>(
          List.of(
              Column.text("type", CaseItemRow::type),
              Column.text("id", CaseItemRow::id),
              Column.time("addedAt", CaseItemRow::addedAt),
              Column.text("addedBy", CaseItemRow::addedBy),
              Column.text("reason", CaseItemRow::reason),
              Column.time("removedAt", CaseItemRow::removedAt),
              Column.text("removedBy", CaseItemRow::removedBy),
              Column.text("removedReason", CaseItemRow::removedReason),
              Column.text("state", CaseItemRow::state),
              Column.text("standing", CaseItemRow::standing),
              Column.text("into", CaseItemRow::into),
              Column.count("members", CaseItemRow::members),
              Column.count("left", CaseItemRow::left),
              Column.texts(
                  "clusters",
                  item -> item.parts().stream().map(CaseItemRow.Part::cluster).toList())));

  private final CaseReader reader;

  CaseItemExportController(CaseReader reader) {
    this.reader = reader;
  }

  @GetMapping
  @Audited(value = AuditAct.EXPORT, type = "case", id = "id", recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "Accounts and clusters in a case as a file, the latest first",
      description = "With the filters of the list.")
  @FileResponse
  void export(
      @PathVariable String id,
      @RequestParam(required = false) CaseItem.@Nullable Type type,
      @RequestParam(defaultValue = "false") boolean removed,
      @RequestParam(defaultValue = "csv") TableFormat format,
      HttpServletResponse response) {
    if (reader.one(id).isEmpty()) {
      throw CaseHistory.unknown(id);
    }
    String of = type == null ? null : type.text();
    ITEMS.send(response, id, format, after -> reader.items(id, of, removed, Pages.SIZE, after));
  }
}
