package io.iolaus.cypher.decision;

import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.TransactionContext;

/// Judges accounts each for itself, as part of a bulk act and of its transaction. Such decisions
/// contradict none.
public final class Judgements {

  private Judgements() {}

  /// Keeps others from deciding until the transaction ends, and tells the number of the next
  /// decision.
  public static long number(TransactionContext tx) {
    return tx.run(Statements.load("writes/decision/number")).single().get("number").asLong();
  }

  /// Keeps others from deciding until the transaction ends.
  public static void lock(TransactionContext tx) {
    number(tx);
  }

  /// Takes a decision.
  ///
  /// @param number as [#number] gave it
  /// @param ruling about accounts alone, with a moment
  /// @param act the id of the act that it is part of
  /// @param now the graph's own time
  public static void take(
      TransactionContext tx,
      long number,
      Ruling ruling,
      String act,
      Instant now,
      Instant recordedAt) {
    Instant at = Objects.requireNonNull(ruling.at());
    DecisionWriter.judge(tx, number, ruling, at, act, now, recordedAt);
  }

  /// Withdraws what an act decided, as far as nobody has withdrawn it yet.
  ///
  /// @param now the graph's own time
  public static void withdraw(
      TransactionContext tx, String act, String by, String reason, Instant now, Instant at) {
    List<String> ids =
        tx.run(
                Statements.load("writes/decision/withdraw-act"),
                Map.of("act", act, "by", by, "reason", reason, "at", at.atZone(ZoneOffset.UTC)))
            .list(row -> row.get("id").asString());
    Corrections.apply(tx, Corrections.affected(tx, ids), now, at);
  }
}
