package io.iolaus.cypher.cases;

import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.cypher.read.PageKey;
import org.jspecify.annotations.Nullable;

/// Which cases to list. Of the filters null lets all through.
///
/// @param of what is in the case, as `cluster:c-1`
/// @param overdue whether it is not closed and has taken longer than it may
/// @param after the last row of the page before
public record CaseQuery(
    @Nullable CaseStatus status,
    @Nullable String assignee,
    @Nullable CasePriority priority,
    @Nullable String tag,
    @Nullable String of,
    @Nullable Boolean overdue,
    int limit,
    @Nullable PageKey after) {}
