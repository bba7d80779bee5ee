package io.iolaus.api.cases;

import io.iolaus.core.cases.CaseClock;
import io.iolaus.core.cases.CaseOutcome;
import io.iolaus.core.cases.CaseProgress;
import io.iolaus.core.cases.CaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// A case as a node, without what hangs on it: saving an entity saves all that is mapped with it.
///
/// @param version null of one that is new; saving fails where the graph has another one
/// @param stoodMillis how long its clock stood in all the times that ended
@Node("CaseFile")
record CaseNode(
    @Id String id,
    @Version @Nullable Long version,
    long seq,
    String title,
    String priority,
    @Nullable String assignee,
    List<String> tags,
    String status,
    @Nullable String outcome,
    ZonedDateTime openedAt,
    String openedBy,
    long stoodMillis,
    @Nullable ZonedDateTime standsSince,
    ZonedDateTime changedAt,
    String changedBy) {

  CaseNode {
    tags = List.copyOf(tags);
  }

  /// For Spring Data.
  CaseNode withVersion(@Nullable Long next) {
    return new CaseNode(
        id,
        next,
        seq,
        title,
        priority,
        assignee,
        tags,
        status,
        outcome,
        openedAt,
        openedBy,
        stoodMillis,
        standsSince,
        changedAt,
        changedBy);
  }

  CaseProgress progress() {
    return new CaseProgress(
        CaseStatus.of(status).orElseThrow(),
        outcome == null ? null : CaseOutcome.of(outcome).orElseThrow(),
        new CaseClock(
            openedAt.toInstant(),
            Duration.ofMillis(stoodMillis),
            standsSince == null ? null : standsSince.toInstant()));
  }

  /// The same as it is after a change.
  CaseNode changed(CaseFields to, CaseProgress progress, Instant at, String by) {
    CaseClock clock = progress.clock();
    Instant since = clock.standsSince();
    return new CaseNode(
        id,
        version,
        seq,
        Objects.requireNonNull(to.title()),
        Objects.requireNonNull(to.priority()).text(),
        to.assignee(),
        Objects.requireNonNull(to.tags()),
        progress.status().text(),
        progress.outcome() == null ? null : progress.outcome().text(),
        openedAt,
        openedBy,
        clock.stood().toMillis(),
        since == null ? null : since.atZone(ZoneOffset.UTC),
        at.atZone(ZoneOffset.UTC),
        by);
  }
}
