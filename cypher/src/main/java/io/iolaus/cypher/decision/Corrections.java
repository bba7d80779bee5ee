package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// Shows at once what people decided about accounts, in the transaction in which they decide.
///
/// Whom people agree to be legitimate is in no cluster from then on, as after the next run, and the
/// cluster counts without it; one of which nobody is left is dissolved. Where it is taken back
/// before the next run, all is as it was. Everything that is shown of members (lists, labels,
/// charts, search, exports, explanations) reads memberships, so that there is nothing else to be
/// corrected; charts and search are told that there is something new.
///
/// **What must stay true.** It is a function of what holds now, whatever was done in which order.
/// The lock that numbers decisions is held: by who decides until it is shown, by a run while it
/// writes clusters. So a run that knew nothing of a decision cannot put an account back in.
public final class Corrections {

  private static final String DISSOLVED = "dissolved";

  private Corrections() {}

  /// Corrects what a run is about to leave that did not know of all that holds now.
  ///
  /// @param held what it held to
  public static void since(TransactionContext tx, Held held, Instant asOf, Instant recordedAt) {
    Set<String> before = ids(held);
    Set<String> now = ids(Held.of(all(tx), asOf));
    Set<String> others = new TreeSet<>(before);
    others.addAll(now);
    others.removeIf(id -> before.contains(id) && now.contains(id));
    if (!others.isEmpty()) {
      apply(tx, affected(tx, others), asOf, recordedAt);
    }
  }

  private static Set<String> ids(Held held) {
    Set<String> ids = new HashSet<>();
    held.all().forEach(decision -> ids.add(decision.id()));
    return ids;
  }

  private static List<Decision> all(TransactionContext tx) {
    return tx.run(Statements.load("queries/decision/all"), View.NOW.parameters())
        .list(DecisionReader::decision);
  }

  /// Accounts that are judged otherwise where some decisions are taken or withdrawn.
  static List<String> affected(TransactionContext tx, Collection<String> decisions) {
    return tx.run(
            Statements.load("queries/decision/affected"), Map.of("ids", List.copyOf(decisions)))
        .list(row -> row.get("account").asString());
  }

  /// Shows what holds of accounts.
  ///
  /// @param accounts who may be judged otherwise than before
  /// @param asOf the graph's own time
  static void apply(
      TransactionContext tx, Collection<String> accounts, Instant asOf, Instant recordedAt) {
    if (accounts.isEmpty()) {
      return;
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("asOf", asOf.atZone(ZoneOffset.UTC));
    parameters.put("recordedAt", recordedAt.atZone(ZoneOffset.UTC));
    parameters.put("ids", List.copyOf(accounts));
    List<Record> locked =
        tx.run(Statements.load("writes/decision/lock-clusters"), parameters).list();
    if (locked.isEmpty()) {
      return;
    }
    Opinions opinions = opinions(tx, parameters, asOf);
    List<String> cleared = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String account : accounts) {
      (opinions.of(account) == Verdict.LEGITIMATE ? cleared : others).add(account);
    }
    Set<String> changed = new TreeSet<>();
    changed.addAll(changed(tx, "writes/decision/clear-members", parameters, cleared));
    changed.addAll(changed(tx, "writes/decision/restore-members", parameters, others));
    if (!changed.isEmpty()) {
      recount(tx, parameters, changed);
      tx.run(Statements.load("writes/decision/corrected")).consume();
    }
  }

  private static Opinions opinions(
      TransactionContext tx, Map<String, Object> parameters, Instant asOf) {
    Opinions opinions = new Opinions();
    tx.run(Statements.load("queries/decision/verdicts-of"), parameters)
        .forEachRemaining(row ->
            opinions.add(
                row.get("account").asString(),
                row.get("by").asString(),
                row.get("verdict").asString(),
                row.get("at").asZonedDateTime().toInstant()));
    opinions.add(
        Held.of(
            tx.run(Statements.load("queries/decision/judging"), parameters)
                .list(DecisionReader::decision),
            asOf));
    return opinions;
  }

  private static List<String> changed(
      TransactionContext tx, String statement, Map<String, Object> parameters, List<String> ids) {
    Map<String, Object> own = new HashMap<>(parameters);
    own.put("ids", ids);
    return ids.isEmpty()
        ? List.of()
        : tx.run(Statements.load(statement), own).list(row -> row.get("cluster").asString());
  }

  private static void recount(
      TransactionContext tx, Map<String, Object> parameters, Set<String> clusters) {
    Map<String, Object> own = new HashMap<>(parameters);
    own.put("ids", List.copyOf(clusters));
    List<Record> counted = tx.run(Statements.load("writes/decision/recount-clusters"), own).list();
    List<Record> empty =
        counted.stream()
            .filter(row -> row.get("members").asInt() == 0 && row.get("stands").asBoolean())
            .toList();
    List<Record> back =
        counted.stream()
            .filter(row -> row.get("members").asInt() > 0 && !row.get("stands").asBoolean())
            .toList();
    if (!empty.isEmpty()) {
      own.put("ids", ids(empty));
      run(tx, "writes/decision/mark-cleared", own);
      own.put("rows", empty.stream().map(Corrections::dissolved).toList());
      run(tx, "writes/detect/keep-clusters", own);
      run(tx, "writes/detect/end-clusters", own);
    }
    if (!back.isEmpty()) {
      own.put("ids", ids(back));
      own.put(
          "rows",
          back.stream()
              .map(row ->
                  Map.of("id", row.get("id").asString(), "shape", row.get("shape").asString()))
              .toList());
      run(tx, "writes/detect/keep-clusters", own);
      run(tx, "writes/decision/stand-again", own);
    }
    List<Map<String, Object>> events = new ArrayList<>();
    empty.forEach(row ->
        events.add(
            event(row, DISSOLVED, "people decided that all of its accounts are legitimate")));
    back.forEach(row ->
        events.add(event(row, "returned", "people took back that its accounts are legitimate")));
    own.put("at", parameters.get("asOf"));
    own.put("rows", events);
    run(tx, "writes/decision/lineage-events", own);
  }

  private static List<String> ids(List<Record> rows) {
    return rows.stream().map(row -> row.get("id").asString()).toList();
  }

  private static Map<String, Object> dissolved(Record row) {
    Map<String, Object> ended = new HashMap<>();
    ended.put("id", row.get("id").asString());
    ended.put("lifecycle", DISSOLVED);
    ended.put("shape", DISSOLVED + "|");
    return ended;
  }

  private static Map<String, Object> event(Record row, String kind, String text) {
    int before = row.get("before").asInt();
    int after = row.get("members").asInt();
    return Map.of(
        "kind",
        kind,
        "cluster",
        row.get("id").asString(),
        "state",
        row.get("state").asString(),
        "organization",
        row.get("organization").asString(),
        "confidence",
        row.get("confidence").asDouble(),
        "before",
        before,
        "after",
        after,
        "left",
        after < before ? "{\"decided\":" + before + "}" : "{}",
        "text",
        text);
  }

  private static void run(TransactionContext tx, String statement, Map<String, Object> parameters) {
    tx.run(Statements.load(statement), parameters).consume();
  }
}
