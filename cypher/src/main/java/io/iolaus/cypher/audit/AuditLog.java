package io.iolaus.cypher.audit;

import static java.lang.System.Logger.Level.WARNING;

import io.iolaus.core.audit.AuditAnchor;
import io.iolaus.core.audit.AuditEntry;
import io.iolaus.core.audit.AuditHead;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.core.audit.SealedEntry;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.value.ValueException;

/// Appends to the audit. An entry and the chain's new head are one transaction, and whoever appends
/// has locked the head: processes that share a database share one chain. May be shared by threads.
///
/// What only reads is recorded when its answer is known and before it is given ([#append]). What
/// changes something is kept as begun before it happens, and recorded with what became of it
/// afterwards ([#begin], [#end]): of an act whose process died in between, an entry says an hour
/// later that nobody knows. Both fail where the audit cannot be written, so that nothing is shown
/// or done. A commit whose answer is lost is tried again, and may leave an entry twice.
public final class AuditLog implements AutoCloseable {

  private static final System.Logger log = System.getLogger(AuditLog.class.getName());

  /// After this long an act that has begun is taken for one whose process died.
  static final Duration GIVEN_UP = Duration.ofHours(1);

  private static final TransactionConfig BRIEF =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(10)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Driver driver;
  private final Clock clock;
  private final AuditKey key;
  private final AuditAnchors anchors;
  // Who waits here holds no connection.
  private final ReentrantLock appending = new ReentrantLock();
  private final Queue<Ended> unwritten = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean otherKey = new AtomicBoolean();

  /// An act that has begun.
  ///
  /// @param note its outcome means nothing
  public record Begun(String id, AuditNote note) {}

  private record Ended(AuditNote note, String begun) {}

  /// @param driver stays the caller's
  /// @param home keeps the key and the anchors
  public AuditLog(Driver driver, Home home, Clock clock) {
    this(driver, home, clock, anchor -> {});
  }

  /// @param anchored told of each head that was anchored, to take it further away
  public AuditLog(Driver driver, Home home, Clock clock, Consumer<AuditAnchor> anchored) {
    this.driver = driver;
    this.clock = clock;
    this.key = AuditKey.of(home.auditKey());
    this.anchors = new AuditAnchors(home.auditAnchors(), key, clock, anchored);
  }

  /// Records something; when this returns, it is in the database.
  ///
  /// @return the entry's number
  /// @throws AuditUnavailableException if it cannot be recorded
  public long append(AuditNote note) {
    return write(note, null, false);
  }

  /// Keeps an act as begun; when this returns, it is in the database.
  ///
  /// @throws AuditUnavailableException if it cannot be kept, and the act must not happen
  public Begun begin(AuditNote note) {
    writeUnwritten();
    Begun begun = new Begun(UUID.randomUUID().toString(), note);
    Map<String, Object> parameters =
        Map.of("id", begun.id(), "at", now(), "row", AuditRows.of(note));
    transaction(tx -> {
      // Also writes to the head: that this works says that the end can be recorded.
      run(tx, "writes/audit/lock", Map.of());
      run(tx, "writes/audit/begin", parameters);
      return 0L;
    });
    return begun;
  }

  /// Records what became of an act. Where that cannot be written now, it is when the audit is
  /// written next, or nobody knows of it an hour later.
  public void end(Begun begun, AuditNote note) {
    try {
      write(note, begun.id(), false);
    } catch (AuditUnavailableException e) {
      log.log(
          WARNING,
          "cannot record now what became of {0} by {1}: {2}",
          note.act().text(),
          note.actor().name(),
          e.getMessage());
      unwritten.add(new Ended(note, begun.id()));
    }
  }

  /// Records of acts that began long ago and have not ended that nobody knows what became of them.
  ///
  /// @return how many
  public int giveUp() {
    writeUnwritten();
    int given = 0;
    for (Begun begun : new AuditReader(driver).begun(clock.instant().minus(GIVEN_UP))) {
      AuditNote unknown = begun.note().with(AuditOutcome.UNKNOWN);
      given += write(unknown, begun.id(), true) > 0 ? 1 : 0;
    }
    return given;
  }

  private void writeUnwritten() {
    for (Ended ended = unwritten.peek(); ended != null; ended = unwritten.peek()) {
      write(ended.note(), ended.begun(), false);
      unwritten.remove(ended);
    }
  }

  /// @param whileBegun only if the act is still kept as begun
  /// @return the entry's number, 0 where none was written
  private long write(AuditNote note, @Nullable String begun, boolean whileBegun) {
    return transaction(tx -> {
      Record end = run(tx, "writes/audit/lock", Map.of()).getFirst();
      if (begun != null
          && run(tx, "writes/audit/end", Map.of("id", begun)).isEmpty()
          && whileBegun) {
        return 0L;
      }
      SealedEntry sealed = sealed(end, note);
      run(tx, "writes/audit/append", Map.of("row", AuditRows.of(sealed)));
      tx.commit();
      anchors.reached(sealed.head());
      return sealed.entry().seq();
    });
  }

  private SealedEntry sealed(Record end, AuditNote note) {
    AuditHead head = head(end);
    String lastKey = Fields.text(end.get("key"));
    if (lastKey != null && !lastKey.equals(key.id()) && otherKey.compareAndSet(false, true)) {
      log.log(
          WARNING,
          "the audit was written with key {0}, this home has {1}: all homes of a database need the"
              + " same secrets/audit.key",
          lastKey,
          key.id());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant last = Fields.instant(end.get("at"));
    if (last == null || !last.isAfter(now)) {
      return SealedEntry.after(head, new AuditEntry(head.seq() + 1, now, note, key.id()), key);
    }
    // Times never go back along the chain, so that they can be searched by; a clock that is far
    // off is told.
    AuditNote told =
        last.isAfter(now.plus(CLOCKS_DIFFER)) && note.detail().size() < AuditNote.MAX_DETAILS
            ? note.with("clock", now.toString())
            : note;
    return SealedEntry.after(head, new AuditEntry(head.seq() + 1, last, told, key.id()), key);
  }

  private static AuditHead head(Record end) {
    try {
      return end.get("seq").isNull()
          ? AuditHead.NONE
          : new AuditHead(end.get("seq").asLong(), end.get("hash").asString());
    } catch (IllegalArgumentException | ValueException e) {
      throw new AuditUnavailableException(
          "the head of the audit was changed (`iolaus audit verify` tells more): " + e.getMessage(),
          e);
    }
  }

  private interface Work {
    long in(Transaction tx);
  }

  private long transaction(Work work) {
    anchors.require();
    lock();
    try {
      for (int attempt = 1; ; attempt++) {
        try (var session = driver.session();
            Transaction tx = session.beginTransaction(BRIEF)) {
          long result = work.in(tx);
          if (tx.isOpen()) {
            tx.commit();
          }
          return result;
        } catch (Neo4jException e) {
          if (!(e instanceof RetryableException) || attempt == ATTEMPTS) {
            throw new AuditUnavailableException(
                "the audit cannot be written: " + e.getMessage(), e);
          }
        } catch (IllegalStateException e) { // the driver was closed
          throw new AuditUnavailableException("the audit cannot be written: " + e.getMessage(), e);
        }
      }
    } finally {
      appending.unlock();
    }
  }

  private void lock() {
    try {
      if (appending.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      throw new AuditUnavailableException(
          "the audit cannot be written: others have been writing it for " + PATIENCE,
          new TimeoutException());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuditUnavailableException("interrupted while writing the audit", e);
    }
  }

  private static List<Record> run(
      Transaction tx, String statement, Map<String, Object> parameters) {
    return tx.run(Statements.load(statement), parameters).list();
  }

  private Object now() {
    return clock.instant().atZone(ZoneOffset.UTC);
  }

  /// Anchors the head. Entries can still be appended afterwards.
  @Override
  public void close() {
    anchors.close();
  }
}
