package io.iolaus.api.decision;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.export.Column;
import io.iolaus.api.export.FileResponse;
import io.iolaus.api.export.Pages;
import io.iolaus.api.export.Table;
import io.iolaus.api.export.TableFormat;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.decision.DecisionQuery;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.read.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people decided, as a file.
@RestController
@RequestMapping("/api/v1/decisions/export")
@Tag(name = "decisions")
class DecisionExportController {

  private static final Table<DecisionRow> DECISIONS =
      new Table<>(
          List.of(
              Column.text("decision", DecisionRow::id),
              Column.text("kind", DecisionRow::kind),
              Column.texts("accounts", DecisionRow::accounts),
              Column.text("cluster", DecisionRow::cluster),
              Column.text("clusterNow", DecisionRow::clusterNow),
              Column.count("members", row -> (long) row.members()),
              Column.count("labelled", row -> (long) row.labelled()),
              Column.text("by", DecisionRow::by),
              Column.time("at", DecisionRow::at),
              Column.time("recordedAt", DecisionRow::recordedAt),
              Column.text("standing", DecisionRow::standing),
              Column.text("remark", DecisionRow::remark),
              Column.text("reason", DecisionRow::reason),
              Column.text("act", DecisionRow::act),
              Column.time("withdrawnAt", DecisionRow::withdrawnAt),
              Column.text("withdrawnBy", DecisionRow::withdrawnBy),
              Column.text("withdrawnReason", DecisionRow::withdrawnReason)));

  private final DecisionReader reader;

  DecisionExportController(DecisionReader reader) {
    this.reader = reader;
  }

  @GetMapping
  @Audited(value = AuditAct.EXPORT, type = "decisions", recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "What people decided and where it stands as a file, the latest first",
      description = "With the filters of the list.")
  @FileResponse
  void export(
      @RequestParam(required = false) @Nullable DecisionKind kind,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String cluster,
      @RequestParam(required = false) DecisionController.@Nullable Standing standing,
      @RequestParam(defaultValue = "csv") TableFormat format,
      @ParameterObject ViewRequest moments,
      HttpServletResponse response) {
    View view = moments.view();
    String stands = standing == null ? null : standing.text();
    DECISIONS.send(
        response,
        "decisions",
        format,
        after ->
            reader.list(
                new DecisionQuery(kind, by, account, cluster, stands, Pages.SIZE, after), view));
  }
}
