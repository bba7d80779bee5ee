package io.iolaus.api.cases;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseProgress;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.cypher.access.UserState;
import io.iolaus.cypher.access.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Opens and changes cases, and puts things in and out. Each change and its record are one
/// transaction; what ends a request is a [ProblemException].
@Component
final class CaseStore {

  private final CaseTransactions transactions;
  private final CaseHistory history;
  private final CaseNodes cases;
  private final UserStore users;
  private final Clock clock;

  CaseStore(
      CaseTransactions transactions,
      CaseHistory history,
      CaseNodes cases,
      UserStore users,
      Clock clock) {
    this.transactions = transactions;
    this.history = history;
    this.cases = cases;
    this.users = users;
    this.clock = clock;
  }

  /// Opens a case; returns its id.
  ///
  /// @param fields without title and status nothing is opened
  String open(CaseFields fields, String by) {
    requireAssignable(fields.assignee());
    Instant now = clock.instant();
    CaseProgress progress = CaseProgress.opened(now);
    return transactions.run(() -> {
      long number = transactions.number("writes/case/number", Map.of());
      CaseNode node =
          new CaseNode(
              "case-" + number,
              null,
              number,
              Objects.requireNonNull(fields.title()),
              Objects.requireNonNullElse(fields.priority(), CasePriority.NORMAL).text(),
              assignee(fields.assignee()),
              Objects.requireNonNullElse(fields.tags(), List.of()),
              progress.status().text(),
              null,
              now.atZone(ZoneOffset.UTC),
              by,
              0,
              null,
              now.atZone(ZoneOffset.UTC),
              by);
      CaseNode saved = cases.save(node);
      history.changed(
          act(saved.id(), history.begin(saved.id()), "opened", by, now), List.of(), null);
      transactions.acted("case " + saved.id());
      return saved.id();
    });
  }

  /// Changes a case that is as it was read.
  void change(String id, CaseFields asked, @Nullable String reason, long version, String by) {
    requireAssignable(asked.assignee());
    try {
      transactions.run(() -> changed(id, asked, reason, version, by));
    } catch (OptimisticLockingFailureException e) {
      throw outdated(id, e);
    }
  }

  private CaseNode changed(
      String id, CaseFields asked, @Nullable String reason, long version, String by) {
    Instant now = clock.instant();
    long number = history.begin(id);
    CaseNode before = cases.findById(id).orElseThrow(() -> CaseHistory.unknown(id));
    if (!Objects.equals(before.version(), version)) {
      throw outdated(id, null);
    }
    CaseFields to = asked.over(before);
    CaseNode after = before.changed(to, moved(id, before.progress(), to, now), now, by);
    List<CaseFields.Change> changes = CaseFields.between(before, after);
    if (changes.isEmpty()) {
      return before;
    }
    history.changed(act(id, number, "changed", by, now), changes, reason);
    return cases.save(after);
  }

  private static CaseProgress moved(String id, CaseProgress is, CaseFields to, Instant now) {
    CaseStatus status = Objects.requireNonNull(to.status());
    if (status != is.status() && !is.status().next().contains(status)) {
      throw conflict(
          "case-status",
          "%s is %s and cannot become %s; it can become %s"
              .formatted(id, is.status().text(), status.text(), is.status().nextNames()));
    }
    boolean kept = to.outcome() == null && status == CaseStatus.CLOSED;
    return is.moved(status, kept ? is.outcome() : to.outcome(), now);
  }

  /// Puts accounts and clusters in; returns how many were not in it.
  int putIn(String id, Collection<CaseItem> items, String reason, String by) {
    List<CaseItem> distinct = items.stream().distinct().toList();
    Instant now = clock.instant();
    return transactions.run(() -> {
      long number = history.begin(id);
      List<Map<String, String>> rows = distinct.stream().map(CaseItem::row).toList();
      transactions.rows("queries/case/missing", Map.of("items", rows)).stream()
          .findFirst()
          .ifPresent(row -> {
            boolean cluster = "cluster".equals(row.get("type"));
            throw ProblemException.notFound(
                cluster ? "cluster-not-found" : "entity-not-found",
                "There is no %s %s: nothing was put in"
                    .formatted(row.get("type"), row.get("entity")));
          });
      Map<String, Object> parameters = said(id, reason, by, now);
      parameters.put("number", number);
      parameters.put("items", rows);
      int done =
          recorded(
              act(id, number, "put-in", by, now),
              reason,
              transactions.rows("writes/case/items-add", parameters));
      transactions.acted(done + " items of " + id);
      return done;
    });
  }

  /// Takes accounts and clusters out; returns how many were in it.
  int takeOut(String id, Collection<CaseItem> items, String reason, String by) {
    Instant now = clock.instant();
    return transactions.run(() -> {
      long number = history.begin(id);
      Map<String, Object> parameters = said(id, reason, by, now);
      parameters.put("of", items.stream().map(CaseItem::of).distinct().toList());
      return recorded(
          act(id, number, "taken-out", by, now),
          reason,
          transactions.rows("writes/case/items-remove", parameters));
    });
  }

  private int recorded(CaseHistory.Act act, String reason, Collection<Map<String, Object>> rows) {
    List<String> done = rows.stream().map(row -> String.valueOf(row.get("of"))).sorted().toList();
    if (!done.isEmpty()) {
      history.items(act, reason, done);
    }
    return done.size();
  }

  private static Map<String, Object> said(String id, String reason, String by, Instant now) {
    Map<String, Object> said = new HashMap<>();
    said.put("case", id);
    said.put("reason", reason);
    said.put("by", by);
    said.put("at", now.atZone(ZoneOffset.UTC));
    return said;
  }

  private static CaseHistory.Act act(String id, long number, String kind, String by, Instant now) {
    return new CaseHistory.Act(id, number, kind, by, now.atZone(ZoneOffset.UTC));
  }

  private static @Nullable String assignee(@Nullable String name) {
    return name == null || name.isEmpty() ? null : name;
  }

  private void requireAssignable(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return;
    }
    if (users.one(name).filter(user -> user.state() == UserState.ACTIVE).isEmpty()) {
      throw ProblemException.badParameter(
          "assignee must be the name of an active user, or empty for nobody, was " + name);
    }
  }

  private static ProblemException outdated(String id, @Nullable Throwable cause) {
    ProblemException problem =
        new ProblemException(
            new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "case-changed",
                id + " was changed meanwhile; read it again"));
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }

  private static ProblemException conflict(String code, String detail) {
    return new ProblemException(new Problem(HttpStatus.CONFLICT, code, detail));
  }
}
