package io.iolaus.api.cases;

import io.iolaus.api.problem.ProblemException;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who changed what of a case and when. To be used inside a transaction: [#begin] first, which
/// keeps others from the case, then the change, then [#record].
@Component
final class CaseHistory {

  private final CaseTransactions transactions;
  private final EventNodes events;

  CaseHistory(CaseTransactions transactions, EventNodes events) {
    this.transactions = transactions;
    this.events = events;
  }

  /// What is said of a change besides what it was.
  ///
  /// @param number as [#begin] gave it
  record Act(String id, long number, String kind, String by, ZonedDateTime at) {}

  /// Locks a case, and numbers what happens to it.
  ///
  /// @throws ProblemException 404 `case-not-found`
  long begin(String id) {
    long number = transactions.number("writes/case/lock", Map.of("id", id));
    if (number < 0) {
      throw unknown(id);
    }
    return number;
  }

  void changed(Act act, List<CaseFields.Change> changes, @Nullable String reason) {
    record(act, changes, reason, List.of(), null, null);
  }

  void items(Act act, String reason, List<String> items) {
    record(act, List.of(), reason, items, null, null);
  }

  void commented(Act act, long comment) {
    record(act, List.of(), null, List.of(), comment, null);
  }

  void attached(Act act, @Nullable String reason, long attachment) {
    record(act, List.of(), reason, List.of(), null, attachment);
  }

  void handedOver(Act act, String reason, String sha256) {
    record(
        act, List.of(new CaseFields.Change("archive", "", sha256)), reason, List.of(), null, null);
  }

  private void record(
      Act act,
      List<CaseFields.Change> changes,
      @Nullable String reason,
      List<String> items,
      @Nullable Long comment,
      @Nullable Long attachment) {
    String event = act.id() + "/" + act.number();
    EventNode saved =
        events.save(
            new EventNode(
                event,
                act.number(),
                act.kind(),
                act.by(),
                act.at(),
                reason,
                changes.stream().map(CaseFields.Change::field).toList(),
                changes.stream().map(CaseFields.Change::before).toList(),
                changes.stream().map(CaseFields.Change::after).toList(),
                items,
                comment,
                attachment));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("case", act.id());
    parameters.put("event", saved.id());
    parameters.put("comment", comment == null ? null : act.id() + "/" + comment);
    parameters.put("attachment", attachment == null ? null : act.id() + "/" + attachment);
    transactions.rows("writes/case/attach", parameters);
  }

  static ProblemException unknown(String id) {
    return ProblemException.notFound("case-not-found", "There is no case " + id);
  }
}
