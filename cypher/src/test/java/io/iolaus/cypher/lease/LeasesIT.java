package io.iolaus.cypher.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class LeasesIT {

  @Test
  void whatOneHoldsNoOtherGets(Driver driver) {
    Leases one = new Leases(driver, Duration.ofMinutes(1));
    Leases other = new Leases(driver, Duration.ofMinutes(1));

    boolean done =
        one.whileHeld(
            "work", held -> assertThat(other.whileHeld("work", LeasesIT::unreachable)).isFalse());

    assertThat(done).isTrue();
    assertThat(other.whileHeld("work", held -> {})).isTrue();
  }

  @Test
  void ofAHolderThatDiedItRunsOut(Driver driver) {
    try (var session = driver.session()) {
      session
          .run(
              "CREATE (:Lease {name: 'left', holder: 'gone', expiresAt: datetime() - duration('PT1S')})")
          .consume();
    }
    assertThat(new Leases(driver, Duration.ofMinutes(1)).whileHeld("left", held -> {})).isTrue();
  }

  @Test
  void itIsRenewedWhileTheWorkGoesOn(Driver driver) {
    Leases one = new Leases(driver, Duration.ofSeconds(2));
    Leases other = new Leases(driver, Duration.ofSeconds(2));
    one.whileHeld(
        "long",
        held -> {
          sleep(3_000);
          assertThat(other.whileHeld("long", LeasesIT::unreachable)).isFalse();
        });
  }

  @Test
  void whoeverSleptThroughItsEndWritesNothing(Driver driver) {
    Leases one = new Leases(driver, Duration.ofMinutes(1));
    Leases other = new Leases(driver, Duration.ofMinutes(1));
    AtomicReference<HeldLease> slept = new AtomicReference<>();
    one.whileHeld(
        "sleep",
        held -> {
          slept.set(held);
          write(driver, held, "before");
          try (var session = driver.session()) {
            session
                .run(
                    "MATCH (l:Lease {name: 'sleep'}) SET l.expiresAt = datetime() - duration('PT1S')")
                .consume();
          }
          // run out and taken by nobody: still its own
          write(driver, held, "between");
          other.whileHeld("sleep", theirs -> write(driver, theirs, "theirs"));
          // free again, and yet not its own any more
          assertThatThrownBy(() -> write(driver, held, "after"))
              .isInstanceOf(LeaseLostException.class)
              .hasMessageContaining("lost the lease on sleep");
        });
    // not even when the same process has it again
    one.whileHeld(
        "sleep",
        held ->
            assertThatThrownBy(() -> write(driver, slept.get(), "again"))
                .isInstanceOf(LeaseLostException.class));
    try (var session = driver.session()) {
      assertThat(session.run("MATCH (m:Mark) RETURN m.text AS text").list(r -> r.get(0).asString()))
          .containsExactlyInAnyOrder("before", "between", "theirs");
    }
  }

  @Test
  void nobodyTakesItWhileATransactionIsAboutToCommit(Driver driver) throws Exception {
    Leases one = new Leases(driver, Duration.ofMinutes(1));
    Leases other = new Leases(driver, Duration.ofMinutes(1));
    AtomicBoolean committed = new AtomicBoolean();
    AtomicReference<Boolean> before = new AtomicReference<>();
    one.whileHeld(
        "commit",
        held -> {
          AtomicReference<Thread> taking = new AtomicReference<>();
          try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> {
              held.check(tx);
              tx.run(
                      "MATCH (l:Lease {name: 'commit'}) SET l.expiresAt = datetime() -"
                          + " duration('PT1S')")
                  .consume();
              taking.set(
                  Thread.ofVirtual()
                      .start(
                          () -> other.whileHeld("commit", theirs -> before.set(!committed.get()))));
              sleep(1_000);
              committed.set(true);
            });
          }
          join(taking.get());
        });
    assertThat(before.get()).isFalse();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Driver driver, HeldLease held, String text) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx -> {
        tx.run("CREATE (:Mark {text: $text})", Map.of("text", text)).consume();
        held.check(tx);
      });
    }
  }

  private static void unreachable(HeldLease held) {
    throw new AssertionError("two holders at once");
  }
}
