package io.iolaus.cypher.audit;

import static java.lang.System.Logger.Level.WARNING;

import io.iolaus.core.audit.AuditAnchor;
import io.iolaus.core.audit.AuditHead;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// Appends to the audit. An entry and the chain's new head are one transaction, and whoever appends
/// has locked the head: processes that share a database share one chain. What several threads
/// record at a time goes together. May be shared by threads.
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

  /// At most so many entries are one transaction.
  private static final int TOGETHER = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Driver driver;
  private final Clock clock;
  private final AuditChain chain;
  private final AuditAnchors anchors;
  // Who waits here holds no connection.
  private final ReentrantLock appending = new ReentrantLock();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<Ended> unwritten = new ConcurrentLinkedQueue<>();

  /// An act that has begun.
  ///
  /// @param note its outcome means nothing
  public record Begun(String id, AuditNote note) {}

  private record Ended(AuditNote note, String begun) {}

  /// A note that is to be written, and who waits for it.
  private record Waiting(AuditNote note, @Nullable String begun, CompletableFuture<Long> done) {
    Waiting(AuditNote note, @Nullable String begun) {
      this(note, begun, new CompletableFuture<>());
    }

    boolean isDone() {
      return done.isDone();
    }

    long seq() {
      try {
        return done.join();
      } catch (CompletionException e) {
        // One reason for all that were written together; each says where it came from.
        if (e.getCause() instanceof AuditUnavailableException cause) {
          throw new AuditUnavailableException(String.valueOf(cause.getMessage()), cause);
        }
        throw e;
      }
    }
  }

  /// @param driver stays the caller's
  /// @param home keeps the key and the anchors
  public AuditLog(Driver driver, Home home, Clock clock) {
    this(driver, home, clock, anchor -> {});
  }

  /// @param anchored told of each head that was anchored, to take it further away
  public AuditLog(Driver driver, Home home, Clock clock, Consumer<AuditAnchor> anchored) {
    this.driver = driver;
    this.clock = clock;
    AuditKey key = AuditKey.of(home.auditKey());
    this.chain = new AuditChain(driver, key, clock);
    this.anchors = new AuditAnchors(home.auditAnchors(), key, clock, anchored);
  }

  /// Records something; when this returns, it is in the database.
  ///
  /// @return the entry's number
  /// @throws AuditUnavailableException if it cannot be recorded
  public long append(AuditNote note) {
    return write(note, null);
  }

  /// Keeps an act as begun; when this returns, it is in the database.
  ///
  /// @throws AuditUnavailableException if it cannot be kept, and the act must not happen
  public Begun begin(AuditNote note) {
    writeUnwritten();
    Begun begun = new Begun(UUID.randomUUID().toString(), note);
    alone(() -> {
      chain.begin(begun.id(), now(), note);
      return begun;
    });
    return begun;
  }

  /// Records what became of an act. Where that cannot be written now, it is when the audit is
  /// written next, or nobody knows of it an hour later.
  public void end(Begun begun, AuditNote note) {
    try {
      write(note, begun.id());
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
      boolean written =
          alone(() -> {
            Optional<AuditHead> head = chain.giveUp(unknown, begun.id());
            head.ifPresent(anchors::reached);
            return head.isPresent();
          });
      given += written ? 1 : 0;
    }
    return given;
  }

  private void writeUnwritten() {
    for (Ended ended = unwritten.peek(); ended != null; ended = unwritten.peek()) {
      write(ended.note(), ended.begun());
      unwritten.remove(ended);
    }
  }

  /// @return the entry's number
  private long write(AuditNote note, @Nullable String begun) {
    anchors.require();
    Waiting mine = new Waiting(note, begun);
    waiting.add(mine);
    if (!locked()) {
      // Whoever writes now may have taken it along already.
      if (waiting.remove(mine)) {
        throw busy();
      }
      return mine.seq();
    }
    try {
      while (!mine.isDone()) {
        writeWaiting();
      }
    } finally {
      appending.unlock();
    }
    return mine.seq();
  }

  /// Writes what waits, a bounded number in one transaction: who comes while others write waits for
  /// one commit, however many there are.
  private void writeWaiting() {
    List<Waiting> together = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      together.add(next);
      if (together.size() == TOGETHER) {
        break;
      }
    }
    try {
      AuditHead head =
          chain.append(
              together.stream().map(Waiting::note).toList(),
              together.stream().map(Waiting::begun).filter(Objects::nonNull).toList());
      anchors.reached(head);
      long first = head.seq() - together.size() + 1;
      for (int i = 0; i < together.size(); i++) {
        together.get(i).done.complete(first + i);
      }
    } catch (RuntimeException e) {
      together.forEach(one -> one.done.completeExceptionally(e));
    }
  }

  private <T> T alone(Supplier<T> work) {
    anchors.require();
    if (!locked()) {
      throw busy();
    }
    try {
      return work.get();
    } finally {
      appending.unlock();
    }
  }

  private boolean locked() {
    try {
      return appending.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static AuditUnavailableException busy() {
    return new AuditUnavailableException(
        "the audit cannot be written: others have been writing it for " + PATIENCE,
        new TimeoutException());
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
