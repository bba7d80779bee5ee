package io.iolaus.cypher.lease;

import static java.lang.System.Logger.Level.WARNING;

import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/// Leases in the database: whoever holds one renews it while it works; of a holder that died it
/// runs out. Each time a lease is taken under a new name, so that a holder which slept through the
/// end of its lease is told from the next one, see {@link HeldLease}. May be shared by threads,
/// which exclude each other as processes do.
public final class Leases {

  private static final System.Logger log = System.getLogger(Leases.class.getName());

  /// A detection run: two at once would end each other's memberships.
  public static final String DETECTION = "detection";

  /// After a crash others wait no longer than that. A holder may stand still for about as long; if
  /// it does for longer its work is lost, and done by another.
  public static final Duration DEFAULT_LASTING = Duration.ofSeconds(12);

  private static final int RENEWALS = 4;

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Driver driver;
  private final Duration lasting;

  /// @param lasting how long after a crash nobody else can go on
  public Leases(Driver driver, Duration lasting) {
    if (lasting.toSeconds() < 1) {
      throw new IllegalArgumentException("a lease must last a second or more, was " + lasting);
    }
    this.driver = driver;
    this.lasting = lasting;
  }

  /// Does the work if nobody else is at it; false, and at once, where somebody is.
  public boolean whileHeld(String name, Consumer<HeldLease> work) {
    // With the process in front, for people who look who it is.
    String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    HeldLease held = new HeldLease(name, holder);
    if (!asked("writes/lease-take", held)) {
      return false;
    }
    CountDownLatch done = new CountDownLatch(1);
    // Not a virtual thread: a run keeps every processor busy, and may keep those threads waiting.
    Thread renewal =
        Thread.ofPlatform().daemon().name("lease-" + name).start(() -> renew(held, done));
    try {
      work.accept(held);
      return true;
    } finally {
      done.countDown();
      join(renewal);
      release(held);
    }
  }

  /// Does the work as soon as nobody else is at it.
  ///
  /// @param busy told once, where somebody is
  public void onceHeld(String name, Runnable busy, Consumer<HeldLease> work) {
    boolean told = false;
    while (!whileHeld(name, work)) {
      if (!told) {
        busy.run();
        told = true;
      }
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for the lease on " + name, e);
      }
    }
  }

  private void renew(HeldLease held, CountDownLatch done) {
    try {
      while (!done.await(lasting.toMillis() / RENEWALS, TimeUnit.MILLISECONDS)) {
        try {
          if (!asked("writes/lease-renew", held)) {
            log.log(WARNING, "lost the lease on {0}: another process does the work", held.lease());
            return;
          }
        } catch (Neo4jException e) {
          // The next try may still be in time.
          log.log(WARNING, "cannot renew the lease on {0}: {1}", held.lease(), e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean asked(String statement, HeldLease held) {
    Map<String, Object> parameters = parameters(held);
    parameters.put("millis", lasting.toMillis());
    try (var session = driver.session()) {
      return session.executeWrite(tx -> tx.run(Statements.load(statement), parameters).hasNext());
    }
  }

  private void release(HeldLease held) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(
          tx -> tx.run(Statements.load("writes/lease-release"), parameters(held)).consume());
    } catch (Neo4jException e) {
      log.log(
          WARNING,
          "cannot give back the lease on {0}, it runs out: {1}",
          held.lease(),
          e.getMessage());
    }
  }

  private static Map<String, Object> parameters(HeldLease held) {
    return new HashMap<>(Map.of("name", held.lease(), "holder", held.holder()));
  }
}
