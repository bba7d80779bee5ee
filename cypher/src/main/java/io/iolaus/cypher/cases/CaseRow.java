package io.iolaus.cypher.cases;

import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case.
///
/// @param seq its number
/// @param version goes up with each change of what stands here, but for the counts
/// @param accounts, clusters how many are in it now
/// @param comments how many it has that are not deleted
public record CaseRow(
    String id,
    long seq,
    long version,
    String title,
    CasePriority priority,
    @Nullable String assignee,
    List<String> tags,
    CaseProgress progress,
    String openedBy,
    Instant changedAt,
    String changedBy,
    long accounts,
    long clusters,
    long comments) {
  public CaseRow {
    tags = List.copyOf(tags);
  }
}
