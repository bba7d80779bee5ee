package io.iolaus.cypher.audit;

import static java.lang.System.Logger.Level.WARNING;

import io.iolaus.core.audit.AuditEntry;
import io.iolaus.core.audit.AuditHead;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.SealedEntry;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.value.ValueException;

/// The chain in the graph, as one process writes it. For one thread at a time.
///
/// Where it ends is kept from one writing to the next: as long as nobody else has written, a single
/// statement appends, and only if the chain still ends there. Otherwise the head is locked and
/// read.
final class AuditChain {

  private static final System.Logger log = System.getLogger(AuditChain.class.getName());

  private static final TransactionConfig BRIEF =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(10)).build();
  private static final int ATTEMPTS = 3;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Driver driver;
  private final AuditKey key;
  private final Clock clock;
  private @Nullable End end; // null where nobody knows
  private boolean otherKey;

  /// Where the chain ends.
  ///
  /// @param at, key of the last entry, null where there is none
  private record End(AuditHead head, @Nullable Instant at, @Nullable String key) {}

  AuditChain(Driver driver, AuditKey key, Clock clock) {
    this.driver = driver;
    this.key = key;
    this.clock = clock;
  }

  /// Appends entries, at least one.
  ///
  /// @param begun ids of the acts that have ended with them
  /// @return where the chain ends now
  AuditHead append(List<AuditNote> notes, List<String> begun) {
    return session(session -> {
      End known = end;
      if (known != null) {
        List<SealedEntry> sealed = sealed(known, notes);
        if (!session.run(append(known, sealed, begun), BRIEF).list().isEmpty()) {
          return ended(sealed);
        }
      }
      try (Transaction tx = session.beginTransaction(BRIEF)) {
        End found = lock(tx);
        List<SealedEntry> sealed = sealed(found, notes);
        tx.run(append(found, sealed, begun)).consume();
        tx.commit();
        return ended(sealed);
      }
    });
  }

  /// Keeps an act as begun. This writes to the head too: that it works says that the end can be
  /// recorded.
  void begin(String id, Object at, AuditNote note) {
    session(session ->
        session
            .run(
                Statements.load("writes/audit/begin"),
                Map.of("id", id, "at", at, "row", AuditRows.of(note)),
                BRIEF)
            .consume());
  }

  /// Appends what became of an act, if it is still kept as begun.
  ///
  /// @return where the chain ends now, empty where nothing was written
  Optional<AuditHead> giveUp(AuditNote note, String begun) {
    return session(session -> {
      try (Transaction tx = session.beginTransaction(BRIEF)) {
        End found = lock(tx);
        List<SealedEntry> sealed = sealed(found, List.of(note));
        Record appended = tx.run(append(found, sealed, List.of(begun))).single();
        if (appended.get("ended").asLong() == 0) {
          return Optional.empty(); // and nothing of it is committed
        }
        tx.commit();
        return Optional.of(ended(sealed));
      }
    });
  }

  private static Query append(End before, List<SealedEntry> sealed, List<String> begun) {
    return new Query(
        Statements.load("writes/audit/append"),
        Map.of(
            "after", before.head().seq(),
            "hash", before.head().hash(),
            "rows", sealed.stream().map(AuditRows::of).toList(),
            "begun", begun));
  }

  private AuditHead ended(List<SealedEntry> sealed) {
    SealedEntry last = sealed.getLast();
    end = new End(last.head(), last.entry().at(), last.entry().key());
    return last.head();
  }

  private static End lock(Transaction tx) {
    Record row = tx.run(Statements.load("writes/audit/lock")).single();
    try {
      AuditHead head =
          row.get("seq").isNull()
              ? AuditHead.NONE
              : new AuditHead(row.get("seq").asLong(), row.get("hash").asString());
      return new End(head, Fields.instant(row.get("at")), Fields.text(row.get("key")));
    } catch (IllegalArgumentException | ValueException e) {
      throw new AuditUnavailableException(
          "the head of the audit was changed (`iolaus audit verify` tells more): " + e.getMessage(),
          e);
    }
  }

  private List<SealedEntry> sealed(End before, List<AuditNote> notes) {
    if (before.key() != null && !before.key().equals(key.id()) && !otherKey) {
      otherKey = true;
      log.log(
          WARNING,
          "the audit was written with key {0}, this home has {1}: all homes of a database need the"
              + " same secrets/audit.key",
          before.key(),
          key.id());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant last = before.at();
    AuditHead head = before.head();
    List<SealedEntry> sealed = new ArrayList<>();
    for (AuditNote note : notes) {
      AuditEntry entry =
          last == null || !last.isAfter(now)
              ? new AuditEntry(head.seq() + 1, now, note, key.id())
              : new AuditEntry(head.seq() + 1, last, told(note, now, last), key.id());
      SealedEntry one = SealedEntry.after(head, entry, key);
      sealed.add(one);
      head = one.head();
    }
    return sealed;
  }

  /// Times never go back along the chain, so that they can be searched by; a clock that is far off
  /// is told.
  private static AuditNote told(AuditNote note, Instant now, Instant last) {
    return last.isAfter(now.plus(CLOCKS_DIFFER)) && note.detail().size() < AuditNote.MAX_DETAILS
        ? note.with("clock", now.toString())
        : note;
  }

  private <T> T session(Function<Session, T> work) {
    for (int attempt = 1; ; attempt++) {
      try (Session session = driver.session()) {
        return work.apply(session);
      } catch (Neo4jException e) {
        end = null; // it may have been committed
        if (!(e instanceof RetryableException) || attempt == ATTEMPTS) {
          throw new AuditUnavailableException("the audit cannot be written: " + e.getMessage(), e);
        }
      } catch (IllegalStateException e) { // the driver was closed
        throw new AuditUnavailableException("the audit cannot be written: " + e.getMessage(), e);
      }
    }
  }
}
