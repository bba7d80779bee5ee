package io.iolaus.cypher.lease;

import static java.lang.System.Logger.Level.WARNING;

import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/// Leases in the database: whoever holds one renews it while it works; of a holder that died it
/// runs out. Every instance is a holder of its own. May be shared by threads.
public final class Leases {

  private static final System.Logger log = System.getLogger(Leases.class.getName());

  /// A detection run: two at once would end each other's memberships.
  public static final String DETECTION = "detection";

  /// Long enough to bridge a pause of the database; after a crash others wait no longer than that.
  public static final Duration DEFAULT_LASTING = Duration.ofMinutes(2);

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Driver driver;
  private final Duration lasting;
  private final String holder = UUID.randomUUID().toString();

  /// @param lasting how long after a crash nobody else can go on
  public Leases(Driver driver, Duration lasting) {
    if (lasting.toSeconds() < 1) {
      throw new IllegalArgumentException("a lease must last a second or more, was " + lasting);
    }
    this.driver = driver;
    this.lasting = lasting;
  }

  /// Does the work if nobody else is at it; false, and at once, where somebody is. One holder must
  /// not call this for one name from two threads: a lease is its holder's, whichever thread asks.
  public boolean whileHeld(String name, Runnable work) {
    if (!take(name)) {
      return false;
    }
    CountDownLatch done = new CountDownLatch(1);
    Thread renewal = Thread.ofVirtual().name("lease-" + name).start(() -> renew(name, done));
    try {
      work.run();
      return true;
    } finally {
      done.countDown();
      join(renewal);
      release(name);
    }
  }

  /// Does the work as soon as nobody else is at it.
  ///
  /// @param busy told once, where somebody is
  public void onceHeld(String name, Runnable busy, Runnable work) {
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

  private void renew(String name, CountDownLatch done) {
    try {
      while (!done.await(lasting.toMillis() / 3, TimeUnit.MILLISECONDS)) {
        try {
          if (!take(name)) {
            log.log(
                WARNING, "lost the lease on {0}: another process may be at the same work", name);
          }
        } catch (Neo4jException e) {
          // The next try may still be in time.
          log.log(WARNING, "cannot renew the lease on {0}: {1}", name, e.getMessage());
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

  private boolean take(String name) {
    try (var session = driver.session()) {
      Map<String, Object> parameters =
          Map.of("name", name, "holder", holder, "seconds", lasting.toSeconds());
      return session.executeWrite(
          tx -> tx.run(Statements.load("writes/lease-take"), parameters).hasNext());
    }
  }

  private void release(String name) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx ->
          tx.run(Statements.load("writes/lease-release"), Map.of("name", name, "holder", holder))
              .consume());
    } catch (Neo4jException e) {
      log.log(WARNING, "cannot give back the lease on {0}, it runs out: {1}", name, e.getMessage());
    }
  }
}
