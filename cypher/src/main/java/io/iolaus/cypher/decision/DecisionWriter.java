package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Bonds;
import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.Held;
import io.iolaus.cypher.decision.RulingOutcome.AlreadyWithdrawn;
import io.iolaus.cypher.decision.RulingOutcome.Contradicted;
import io.iolaus.cypher.decision.RulingOutcome.Taken;
import io.iolaus.cypher.decision.RulingOutcome.Unknown;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// Takes decisions and withdraws them. One is taken at a time, whoever decides at once: what it
/// contradicts is looked for under the lock that gives it its number. May be shared by threads.
public final class DecisionWriter {

  private final Driver driver;
  private final DecisionReader reader;
  private final Clock clock;

  /// @param clock stamps what was recorded when
  public DecisionWriter(Driver driver, Clock clock) {
    this.driver = driver;
    this.reader = new DecisionReader(driver);
    this.clock = clock;
  }

  /// What a transaction came to; ids, since rows are read when it is done.
  private record Done(@Nullable String taken, List<String> against, @Nullable Unknown unknown) {}

  /// Decides.
  ///
  /// @throws IllegalArgumentException if it says nothing that can be decided, as of an account and
  ///   itself
  public RulingOutcome take(Ruling ruling) {
    Instant recordedAt = clock.instant();
    Instant now = reader.now(recordedAt);
    Instant at = ruling.at() == null ? now : ruling.at();
    // says what is wrong with it before anything is locked
    decision(1, ruling, at, ofAccounts(ruling), ofAccounts(ruling).size());
    Done done;
    try (var session = driver.session()) {
      done = session.executeWrite(tx -> take(tx, ruling, at, now, recordedAt));
    }
    if (done.unknown() != null) {
      return done.unknown();
    }
    return done.taken() == null
        ? new Contradicted(reader.some(done.against()))
        : new Taken(reader.one(done.taken()).orElseThrow());
  }

  private Done take(
      TransactionContext tx, Ruling ruling, Instant at, Instant now, Instant recordedAt) {
    long number = tx.run(Statements.load("writes/decision/number")).single().get("number").asLong();
    Optional<Unknown> unknown = unknown(tx, ruling.accounts());
    if (unknown.isPresent()) {
      return new Done(null, List.of(), unknown.get());
    }
    List<String> members = ofAccounts(ruling);
    int labelled = members.size();
    String cluster = ruling.cluster();
    if (cluster != null) {
      List<Record> found =
          tx.run(Statements.load("queries/decision/cluster"), Map.of("id", cluster)).list();
      if (found.isEmpty()) {
        return new Done(null, List.of(), missing("there never was a cluster " + cluster));
      }
      Record row = found.getFirst();
      if (!row.get("into").isNull()) {
        return new Done(
            null,
            List.of(),
            missing(
                "cluster "
                    + cluster
                    + " was merged into "
                    + row.get("into").asString()
                    + ": decide about that one"));
      }
      members = Fields.texts(row.get("members"));
      labelled = row.get("labelled").asInt();
    }
    Decision decision = decision(number, ruling, at, members, labelled);
    List<String> against = contradicting(tx, decision).stream().map(Decision::id).toList();
    if (!against.isEmpty()) {
      return new Done(null, against, null);
    }
    create(tx, row(decision, number, ruling.reason(), recordedAt));
    Corrections.apply(tx, Corrections.affected(tx, List.of(decision.id())), now, recordedAt);
    OnceClaim.acted(tx, "decision " + decision.id());
    return new Done(decision.id(), List.of(), null);
  }

  /// Accounts that are judged each for itself.
  private static List<String> ofAccounts(Ruling ruling) {
    return ruling.kind().ofClusters() && ruling.cluster() == null
        ? ruling.accounts().stream().sorted().distinct().toList()
        : List.of();
  }

  /// Judges accounts each for itself.
  ///
  /// @param act the id of the bulk act that it is part of
  static void judge(
      TransactionContext tx,
      long number,
      Ruling ruling,
      Instant at,
      String act,
      Instant now,
      Instant recordedAt) {
    List<String> accounts = ofAccounts(ruling);
    Map<String, @Nullable Object> row =
        row(
            decision(number, ruling, at, accounts, accounts.size()),
            number,
            ruling.reason(),
            recordedAt);
    row.put("act", act);
    create(tx, row);
    Corrections.apply(tx, accounts, now, recordedAt);
  }

  private static void create(TransactionContext tx, Map<String, @Nullable Object> row) {
    tx.run(Statements.load("writes/decision/create"), Map.of("row", row)).consume();
  }

  private static Unknown missing(String text) {
    return new Unknown(Unknown.What.CLUSTER, text);
  }

  private static Optional<Unknown> unknown(TransactionContext tx, List<String> accounts) {
    Set<String> known =
        new HashSet<>(
            tx.run(Statements.load("queries/decision/accounts"), Map.of("ids", accounts))
                .list(r -> r.get("id").asString()));
    return accounts.stream()
        .filter(account -> !known.contains(account))
        .findFirst()
        .map(account -> new Unknown(Unknown.What.ACCOUNT, "there is no account " + account));
  }

  /// What its author said of the same before it overtakes; it contradicts what else holds.
  private static List<Decision> contradicting(TransactionContext tx, Decision decision) {
    List<Decision> others =
        tx
            .run(Statements.load("queries/decision/all"), View.NOW.parameters())
            .list(DecisionReader::decision)
            .stream()
            .filter(other ->
                !(other.by().equals(decision.by())
                    && other.accounts().equals(decision.accounts())
                    && Objects.equals(other.cluster(), decision.cluster())))
            .toList();
    Map<String, String> into = new HashMap<>();
    tx.run(Statements.load("queries/decision/heirs"))
        .forEachRemaining(r -> into.put(r.get("id").asString(), r.get("into").asString()));
    return new Bonds(Held.of(others, Instant.MAX), new Heirs(into)::of).contradicting(decision);
  }

  private static Decision decision(
      long number, Ruling ruling, Instant at, List<String> members, int labelled) {
    return new Decision(
        Decision.id(number),
        ruling.kind(),
        ruling.by(),
        at,
        ofAccounts(ruling).isEmpty() ? ruling.accounts() : List.of(),
        ruling.cluster(),
        members,
        labelled);
  }

  private static Map<String, @Nullable Object> row(
      Decision decision, long number, String reason, Instant recordedAt) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", decision.id());
    row.put("seq", number);
    row.put("kind", decision.kind().text());
    row.put("by", decision.by());
    row.put("reason", reason);
    row.put("at", decision.at().atZone(ZoneOffset.UTC));
    row.put("recordedAt", recordedAt.atZone(ZoneOffset.UTC));
    row.put("accounts", decision.accounts());
    row.put("cluster", decision.cluster());
    row.put("members", decision.members());
    row.put("labelled", decision.labelled());
    return row;
  }

  /// Withdraws a decision: from now on it is as if it had never been taken, but for its record.
  public RulingOutcome withdraw(String id, String by, String reason) {
    Ruling.required("who withdraws", by);
    Ruling.required("the reason", reason);
    Instant recordedAt = clock.instant();
    Instant now = reader.now(recordedAt);
    List<Record> done;
    try (var session = driver.session()) {
      done =
          session.executeWrite(tx -> {
            Judgements.lock(tx);
            List<Record> rows =
                tx.run(
                        Statements.load("writes/decision/withdraw"),
                        Map.of(
                            "id", id,
                            "by", by,
                            "reason", reason,
                            "at", recordedAt.atZone(ZoneOffset.UTC)))
                    .list();
            Corrections.apply(tx, Corrections.affected(tx, List.of(id)), now, recordedAt);
            return rows;
          });
    }
    if (done.isEmpty()) {
      return new Unknown(Unknown.What.DECISION, "there never was a decision " + id);
    }
    DecisionRow row = reader.one(id).orElseThrow();
    return done.getFirst().get("already").asBoolean() ? new AlreadyWithdrawn(row) : new Taken(row);
  }
}
