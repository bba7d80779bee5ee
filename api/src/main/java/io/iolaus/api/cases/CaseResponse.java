package io.iolaus.api.cases;

import io.iolaus.core.cases.CaseClock;
import io.iolaus.core.cases.CaseOutcome;
import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.cypher.cases.CaseRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case.
///
/// @param version goes up with each change of the case itself; what `If-Match` asks for
/// @param outcome of a closed case
/// @param accounts, clusters how many are in it
/// @param comments how many it has that are not deleted
record CaseResponse(
    String id,
    long version,
    String title,
    @Schema(implementation = CaseStatus.class) String status,
    @Schema(implementation = CaseOutcome.class) @Nullable String outcome,
    @Schema(implementation = CasePriority.class) String priority,
    @Nullable String assignee,
    List<String> tags,
    Instant openedAt,
    String openedBy,
    Instant changedAt,
    String changedBy,
    Sla sla,
    long accounts,
    long clusters,
    long comments) {
  CaseResponse {
    tags = List.copyOf(tags);
  }

  /// How long the case may take and has taken.
  ///
  /// @param dueAt when its time is over if the clock goes on; null while it stands
  /// @param stands whether time does not count now: it waits for others, or is closed
  /// @param exceeded whether it has taken longer than it may, or had when it was closed
  record Sla(
      long allowedSeconds,
      long elapsedSeconds,
      @Nullable Instant dueAt,
      boolean stands,
      boolean exceeded) {}

  static CaseResponse of(CaseRow row, CaseProperties properties, Instant now) {
    CaseClock clock = row.progress().clock();
    Duration allowed = properties.allowed(row.priority());
    CaseOutcome outcome = row.progress().outcome();
    return new CaseResponse(
        row.id(),
        row.version(),
        row.title(),
        row.progress().status().text(),
        outcome == null ? null : outcome.text(),
        row.priority().text(),
        row.assignee(),
        row.tags(),
        clock.openedAt(),
        row.openedBy(),
        row.changedAt(),
        row.changedBy(),
        new Sla(
            allowed.toSeconds(),
            clock.elapsed(now).toSeconds(),
            clock.dueAt(allowed),
            clock.standsSince() != null,
            clock.exceeds(allowed, now)),
        row.accounts(),
        row.clusters(),
        row.comments());
  }
}
