package io.iolaus.api.cases;

import io.iolaus.core.cases.CaseOutcome;
import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.core.cases.CaseTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is asked of a case: of a change null leaves a field as it is.
///
/// @param assignee empty for nobody
record CaseFields(
    @Nullable String title,
    @Nullable CaseStatus status,
    @Nullable CaseOutcome outcome,
    @Nullable CasePriority priority,
    @Nullable String assignee,
    @Nullable List<String> tags) {

  /// @throws IllegalArgumentException that says which text may not stand in a case
  CaseFields {
    title = title == null ? null : CaseTexts.title(title);
    tags = tags == null ? null : CaseTexts.tags(tags);
  }

  /// The same with what a case has where nothing is asked; nobody is null.
  CaseFields over(CaseNode node) {
    String whom = assignee == null ? node.assignee() : assignee;
    return new CaseFields(
        title == null ? node.title() : title,
        status == null ? node.progress().status() : status,
        outcome,
        priority == null ? CasePriority.of(node.priority()).orElseThrow() : priority,
        whom == null || whom.isEmpty() ? null : whom,
        tags == null ? node.tags() : tags);
  }

  /// A field that became another; empty stands for none.
  record Change(String field, String before, String after) {}

  /// How two states of a case differ.
  static List<Change> between(CaseNode before, CaseNode after) {
    List<Change> changes = new ArrayList<>();
    add(changes, "title", before.title(), after.title());
    add(changes, "status", before.status(), after.status());
    add(changes, "outcome", before.outcome(), after.outcome());
    add(changes, "priority", before.priority(), after.priority());
    add(changes, "assignee", before.assignee(), after.assignee());
    add(changes, "tags", String.join(", ", before.tags()), String.join(", ", after.tags()));
    return changes;
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(
          new Change(
              field,
              Objects.requireNonNullElse(before, ""),
              Objects.requireNonNullElse(after, "")));
    }
  }
}
