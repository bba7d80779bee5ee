package io.iolaus.cypher.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.time.Duration;
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
            "work", () -> assertThat(other.whileHeld("work", LeasesIT::unreachable)).isFalse());

    assertThat(done).isTrue();
    assertThat(other.whileHeld("work", () -> {})).isTrue();
  }

  @Test
  void ofAHolderThatDiedItRunsOut(Driver driver) {
    try (var session = driver.session()) {
      session
          .run(
              "CREATE (:Lease {name: 'left', holder: 'gone', expiresAt: datetime() - duration('PT1S')})")
          .consume();
    }
    assertThat(new Leases(driver, Duration.ofMinutes(1)).whileHeld("left", () -> {})).isTrue();
  }

  @Test
  void itIsRenewedWhileTheWorkGoesOn(Driver driver) {
    Leases one = new Leases(driver, Duration.ofSeconds(2));
    Leases other = new Leases(driver, Duration.ofSeconds(2));
    one.whileHeld(
        "long",
        () -> {
          try {
            Thread.sleep(3_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          assertThat(other.whileHeld("long", LeasesIT::unreachable)).isFalse();
        });
  }

  private static void unreachable() {
    throw new AssertionError("two holders at once");
  }
}
