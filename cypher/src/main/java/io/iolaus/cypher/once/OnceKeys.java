package io.iolaus.cypher.once;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.UnsealException;
import io.iolaus.cypher.once.OnceOutcome.Acted;
import io.iolaus.cypher.once.OnceOutcome.Answered;
import io.iolaus.cypher.once.OnceOutcome.Busy;
import io.iolaus.cypher.once.OnceOutcome.Claimed;
import io.iolaus.cypher.once.OnceOutcome.Different;
import io.iolaus.cypher.once.OnceOutcome.Full;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// Idempotency keys with what was answered under them, kept for a day in the graph, so that it does
/// not matter which process is asked again. Answers are sealed: some hold secrets that are shown
/// once. May be shared by threads.
public final class OnceKeys {

  /// How long a key is kept.
  public static final Duration KEPT = Duration.ofDays(1);

  /// How many are kept for one user.
  public static final int MOST = 10_000;

  /// How long a request may be at it before another one may: longer than any takes.
  static final Duration HELD = Duration.ofMinutes(2);

  private static final int FORGOTTEN_AT_ONCE = 200;
  private static final String FIELD = "answer";

  private final Driver driver;
  private final AccessKey key;
  private final Clock clock;

  public OnceKeys(Driver driver, AccessKey key, Clock clock) {
    this.driver = driver;
    this.key = key;
    this.clock = clock;
  }

  /// Asks for a key.
  ///
  /// @param digest of all that the request asks for
  public OnceOutcome claim(String user, String name, String digest) {
    String id = key.digest("idempotency", user + "\n" + name);
    OnceClaim claim = new OnceClaim(id, UUID.randomUUID().toString());
    try (var session = driver.session()) {
      return session.executeWrite(tx -> claim(tx, user, digest, claim));
    }
  }

  private OnceOutcome claim(TransactionContext tx, String user, String digest, OnceClaim claim) {
    Instant now = clock.instant();
    tx.run(
            Statements.load("writes/once/forget"),
            Map.of("now", utc(now), "limit", FORGOTTEN_AT_ONCE))
        .consume();
    Record kept =
        tx.run(Statements.load("queries/once/held"), Map.of("user", user, "id", claim.id()))
            .single();
    if (!kept.get("known").asBoolean() && kept.get("held").asInt() >= MOST) {
      return new Full(MOST);
    }
    Record row =
        tx.run(
                Statements.load("writes/once/claim"),
                Map.of(
                    "id", claim.id(),
                    "user", user,
                    "digest", digest,
                    "holder", claim.holder(),
                    "now", utc(now),
                    "heldUntil", utc(now.plus(HELD)),
                    "expiresAt", utc(now.plus(KEPT))))
            .single();
    if (row.get("taken").asBoolean()) {
      return new Claimed(claim);
    }
    if (!row.get("same").asBoolean()) {
      return new Different();
    }
    String sealed = Fields.text(row.get("answer"));
    if (sealed != null) {
      return opened(claim.id(), sealed, Fields.text(row.get("acted")));
    }
    String acted = Fields.text(row.get("acted"));
    return acted == null || row.get("held").asBoolean() ? new Busy() : new Acted(acted);
  }

  private OnceOutcome opened(String id, String sealed, @Nullable String acted) {
    try {
      return new Answered(key.open(id, FIELD, sealed));
    } catch (UnsealException e) {
      return new Acted(acted == null ? "as asked" : acted); // under a key that was lost since
    }
  }

  /// Keeps what was answered.
  public void answered(OnceClaim claim, String answer) {
    write(
        "writes/once/answer",
        Map.of(
            "id",
            claim.id(),
            "holder",
            claim.holder(),
            FIELD,
            key.seal(claim.id(), FIELD, answer)));
  }

  /// Gives a key back whose request was refused or failed: the next one may try. Where something
  /// was done all the same, that stays said.
  public void released(OnceClaim claim) {
    write(
        "writes/once/release",
        Map.of("id", claim.id(), "holder", claim.holder(), "now", utc(clock.instant())));
  }

  private void write(String statement, Map<String, Object> parameters) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(
          tx -> tx.run(Statements.load(statement), parameters).consume());
    }
  }

  private static ZonedDateTime utc(Instant instant) {
    return instant.atZone(ZoneOffset.UTC);
  }
}
