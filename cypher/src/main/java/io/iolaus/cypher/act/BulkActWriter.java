package io.iolaus.cypher.act;

import io.iolaus.core.act.AccountSet;
import io.iolaus.core.act.BulkActState;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.act.BulkActOutcome.Changed;
import io.iolaus.cypher.act.BulkActOutcome.Done;
import io.iolaus.cypher.act.BulkActOutcome.NotNow;
import io.iolaus.cypher.act.BulkActOutcome.SecondPerson;
import io.iolaus.cypher.act.BulkActOutcome.Unknown;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.Judgements;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// Proposes bulk acts, carries them out, cancels and undoes them. May be shared by threads, and by
/// processes over one database.
///
/// **How an act is carried out.** Its accounts are fixed when it is proposed. A slice of them is
/// one transaction: under a lock on the act, the next accounts are decided about and counted. So a
/// slice is done or not, each account is decided about once, whoever takes the next slice, and
/// nobody has to be told that a process died.
///
/// **What must stay true.** What an act decides are [io.iolaus.core.decision.Decision]s with its
/// id, and nothing else: to undo it is to withdraw these, and leaves what others said of the same
/// accounts. The lock that numbers decisions is taken before that on an act.
public final class BulkActWriter {

  private final Driver driver;
  private final GraphReader graph;
  private final BulkActReader reader;
  private final DecisionReader decisions;
  private final Clock clock;

  /// @param clock stamps who did what when
  public BulkActWriter(Driver driver, Clock clock) {
    this.driver = driver;
    this.graph = new GraphReader(driver);
    this.reader = new BulkActReader(driver);
    this.decisions = new DecisionReader(driver);
    this.clock = clock;
  }

  /// Proposes an act: fixes its accounts and works its forecast out. Nothing is decided.
  ///
  /// @param kind one that judges
  /// @param alone about so many accounts one person may decide
  /// @throws IllegalArgumentException if it is about nobody, or about too many
  public BulkActOutcome propose(
      DecisionKind kind, String by, String reason, Choice choice, int alone) {
    if (!kind.ofClusters()) {
      throw new IllegalArgumentException(
          "kind must be one of confirmed, false-positive, was " + kind.text());
    }
    Ruling.required("the reason", reason);
    Optional<List<String>> chosen =
        switch (choice) {
          case Choice.Accounts accounts -> Optional.of(accounts.ids());
          case Choice.Members members -> members(members);
        };
    if (chosen.isEmpty()) {
      return new Unknown(Unknown.What.CLUSTER, "there is no such cluster now: " + choice.text());
    }
    AccountSet accounts = AccountSet.of(chosen.get());
    ForecastReader.Read read = new ForecastReader(graph).of(accounts);
    Set<String> missing = new HashSet<>(accounts.ids());
    read.found().forEach(missing::remove);
    if (!missing.isEmpty()) {
      return new Unknown(
          Unknown.What.ACCOUNT,
          "there is no account "
              + missing.stream().sorted().findFirst().orElseThrow()
              + (missing.size() == 1 ? "" : ", nor " + (missing.size() - 1) + " others"));
    }
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("version", 1);
    row.put("kind", kind.text());
    row.put("by", by);
    row.put("reason", reason);
    row.put("state", BulkActState.PROPOSED.text());
    row.put("cluster", choice instanceof Choice.Members members ? members.cluster() : null);
    row.put("choice", choice.text());
    row.put("accounts", accounts.ids());
    row.put("hash", accounts.hash());
    row.put("secondPerson", accounts.ids().size() > alone);
    row.put("forecast", BulkActReader.JSON.writeValueAsString(read.forecast()));
    row.put("decided", 0);
    row.put("proposedAt", now());
    String id;
    try (var session = driver.session()) {
      id =
          session.executeWrite(tx -> {
            long number =
                tx.run(Statements.load("writes/act/number")).single().get("number").asLong();
            Map<String, @Nullable Object> all = new HashMap<>(row);
            all.put("id", "act-" + number);
            all.put("seq", number);
            tx.run(Statements.load("writes/act/create"), Map.of("row", all)).consume();
            OnceClaim.acted(tx, "bulk act act-" + number);
            return "act-" + number;
          });
    }
    return new Done(row(id));
  }

  private Optional<List<String>> members(Choice.Members members) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("id", members.cluster());
    parameters.put("state", members.state());
    parameters.put("min", members.minMembership());
    parameters.put("max", members.maxMembership());
    parameters.put("facet", members.onlyFacet());
    return graph.first("queries/act/members", parameters, r -> Fields.texts(r.get("accounts")));
  }

  /// Has an act carried out that needs nobody else.
  ///
  /// @param version as it was read
  public BulkActOutcome start(String id, long version, String by) {
    return changed(
        id,
        version,
        (tx, act) -> {
          if (act.secondPerson()) {
            return new SecondPerson(
                id
                    + " is about more accounts than one person may decide about: somebody else must"
                    + " approve it");
          }
          return approved(tx, act, by);
        });
  }

  /// Agrees to an act, which is carried out from then on.
  ///
  /// @param by not who proposed it
  public BulkActOutcome approve(String id, long version, String by) {
    return changed(
        id,
        version,
        (tx, act) ->
            by.equals(act.by())
                ? new SecondPerson(by + " proposed " + id + ": somebody else must approve it")
                : approved(tx, act, by));
  }

  private @Nullable BulkActOutcome approved(TransactionContext tx, Locked act, String by) {
    if (act.state() != BulkActState.PROPOSED) {
      return notNow(act, "only what is proposed can be started");
    }
    act.set(
        tx,
        Map.of(
            "state",
            BulkActState.APPROVED.text(),
            "approvedBy",
            by,
            "approvedAt",
            now(),
            "version",
            act.version() + 1));
    return null;
  }

  /// Stops an act. What it has decided holds until it is undone.
  public BulkActOutcome cancel(String id, long version, String by) {
    return changed(
        id,
        version,
        (tx, act) -> {
          if (!act.state().cancellable()) {
            return notNow(act, "there is nothing to stop");
          }
          act.set(
              tx,
              Map.of(
                  "state",
                  BulkActState.CANCELLED.text(),
                  "endedBy",
                  by,
                  "endedAt",
                  now(),
                  "version",
                  act.version() + 1));
          return null;
        });
  }

  /// Withdraws what an act decided.
  public BulkActOutcome undo(String id, long version, String by, String reason) {
    Ruling.required("the reason", reason);
    Instant recordedAt = clock.instant();
    Instant graphs = decisions.now(recordedAt);
    return changed(
        id,
        version,
        (tx, act) -> {
          if (!act.state().undoable()) {
            return notNow(
                act,
                act.state() == BulkActState.UNDONE ? "it is undone already" : "cancel it first");
          }
          Judgements.withdraw(tx, id, by, id + " undone: " + reason, graphs, recordedAt);
          act.set(
              tx,
              Map.of(
                  "state",
                  BulkActState.UNDONE.text(),
                  "undoneBy",
                  by,
                  "undoneAt",
                  now(),
                  "undoneReason",
                  reason,
                  "version",
                  act.version() + 1));
          return null;
        });
  }

  /// Decides about the next accounts of an act.
  ///
  /// @param slice about how many at most
  /// @return whether more is left to be decided by it
  public boolean step(String id, int slice) {
    Instant recordedAt = clock.instant();
    Instant graphs = decisions.now(recordedAt);
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        long number = Judgements.number(tx);
        Locked act = Locked.of(tx, id).orElse(null);
        if (act == null
            || (act.state() != BulkActState.APPROVED && act.state() != BulkActState.RUNNING)) {
          return false;
        }
        if (!act.accounts().hash().equals(act.hash())) {
          throw new IllegalStateException(
              "the accounts of " + id + " are not those that were agreed to");
        }
        Instant at = act.at() == null ? graphs : act.at();
        List<String> ids = act.accounts().ids();
        int next = Math.min(ids.size(), act.decided() + slice);
        Judgements.take(
            tx,
            number,
            new Ruling(
                act.kind(), act.by(), act.reason(), ids.subList(act.decided(), next), null, at),
            id,
            graphs,
            recordedAt);
        Map<String, Object> set = new HashMap<>();
        set.put("decided", next);
        set.put("at", at.atZone(ZoneOffset.UTC));
        set.put("state", (next == ids.size() ? BulkActState.DONE : BulkActState.RUNNING).text());
        if (next == ids.size()) {
          set.put("endedAt", now());
        }
        act.set(tx, set);
        return next < ids.size();
      });
    }
  }

  /// Notes that an act cannot go on.
  ///
  /// @param why for people
  public void fail(String id, String why) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx ->
          Locked.of(tx, id)
              .filter(act -> act.state().cancellable())
              .ifPresent(act ->
                  act.set(
                      tx,
                      Map.of(
                          "state", BulkActState.FAILED.text(), "failure", why, "endedAt", now()))));
    }
  }

  /// @param change null where it was made, else why not
  private BulkActOutcome changed(
      String id,
      long version,
      BiFunction<TransactionContext, Locked, @Nullable BulkActOutcome> change) {
    Optional<BulkActOutcome> refused;
    try (var session = driver.session()) {
      refused =
          session.executeWrite(tx -> {
            Judgements.lock(tx);
            Locked act = Locked.of(tx, id).orElse(null);
            if (act == null) {
              return Optional.of(new Unknown(Unknown.What.ACT, "there never was a bulk act " + id));
            }
            if (act.version() != version) {
              return Optional.of(new Changed(row(id)));
            }
            return Optional.ofNullable(change.apply(tx, act));
          });
    }
    return refused.orElseGet(() -> new Done(row(id)));
  }

  private BulkActOutcome notNow(Locked act, String text) {
    return new NotNow(row(act.id()), act.id() + " is " + act.state().text() + ": " + text);
  }

  private BulkActRow row(String id) {
    return reader.one(id).orElseThrow();
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZoneOffset.UTC);
  }

  /// An act that nobody else changes until the transaction ends.
  private record Locked(
      String id,
      BulkActState state,
      long version,
      boolean secondPerson,
      DecisionKind kind,
      String by,
      String reason,
      AccountSet accounts,
      String hash,
      int decided,
      @Nullable Instant at) {

    static Optional<Locked> of(TransactionContext tx, String id) {
      return tx.run(Statements.load("writes/act/lock"), Map.of("id", id)).stream()
          .findFirst()
          .map(row -> read(id, row));
    }

    private static Locked read(String id, Record row) {
      return new Locked(
          id,
          BulkActState.of(row.get("state").asString()).orElseThrow(),
          row.get("version").asLong(),
          row.get("secondPerson").asBoolean(),
          DecisionKind.of(row.get("kind").asString()).orElseThrow(),
          row.get("by").asString(),
          row.get("reason").asString(),
          new AccountSet(Fields.texts(row.get("accounts"))),
          row.get("hash").asString(),
          row.get("decided").asInt(),
          Fields.instant(row.get("at")));
    }

    void set(TransactionContext tx, Map<String, Object> set) {
      tx.run(Statements.load("writes/act/change"), Map.of("id", id, "set", set)).consume();
    }
  }
}
