package io.iolaus.cypher.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.once.OnceOutcome.Claimed;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.SuppressionWriter;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// What holds of an act and its answer when the process dies in between.
@Neo4jTest
class OnceKeysIT {

  private final Driver driver;
  private final OnceKeys keys;
  private final SuppressionWriter acts;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T10:00:00Z"));

  OnceKeysIT(Driver driver, Home home) {
    InstantSource time = now::get;
    Clock clock = time.withZone(ZoneOffset.UTC);
    this.driver = driver;
    this.keys = new OnceKeys(driver, home.accessKey(), clock);
    this.acts = new SuppressionWriter(driver, clock);
  }

  @BeforeEach
  void empty() {
    driver
        .executableQuery("MATCH (n) WHERE n:IdempotencyKey OR n:Suppression DETACH DELETE n")
        .execute();
    driver.executableQuery("MERGE (:Account {id: 'acc-1'})").execute();
  }

  private void act() {
    acts.suppress(
        new Scope.Account("acc-1"), "r", "ann", now.get().plus(Duration.ofDays(1)), List.of());
  }

  private long acted() {
    return driver
        .executableQuery("MATCH (s:Suppression) RETURN count(s) AS n")
        .execute()
        .records()
        .getFirst()
        .get("n")
        .asLong();
  }

  private OnceClaim claimed(OnceOutcome outcome) {
    assertThat(outcome).isInstanceOf(Claimed.class);
    return ((Claimed) outcome).claim();
  }

  private void during(OnceClaim claim) throws Exception {
    claim.during(() -> {
      act();
      return true;
    });
  }

  @Test
  void answersAgainWhatWasAnswered() throws Exception {
    OnceClaim claim = claimed(keys.claim("ann", "k", "d1"));
    assertThat(keys.claim("ann", "k", "d1")).isInstanceOf(OnceOutcome.Busy.class);
    during(claim);
    keys.answered(claim, "{\"secret\":\"iol_x\"}");

    assertThat(keys.claim("ann", "k", "d1"))
        .isEqualTo(new OnceOutcome.Answered("{\"secret\":\"iol_x\"}"));
    assertThat(keys.claim("ann", "k", "d2")).isInstanceOf(OnceOutcome.Different.class);
    claimed(keys.claim("ben", "k", "d2"));
    assertThat(
            driver
                .executableQuery("MATCH (k:IdempotencyKey) RETURN k")
                .execute()
                .records()
                .toString())
        .doesNotContain("iol_x");
  }

  @Test
  void whatWasDoneBeforeAKillIsNotDoneAgain() throws Exception {
    during(claimed(keys.claim("ann", "k", "d1")));

    now.set(now.get().plus(OnceKeys.HELD).plusSeconds(1));

    assertThat(keys.claim("ann", "k", "d1"))
        .isInstanceOfSatisfying(
            OnceOutcome.Acted.class, done -> assertThat(done.what()).startsWith("suppression "));
    assertThat(acted()).isEqualTo(1);
  }

  @Test
  void whatWasNotDoneBeforeAKillMayBeDone() throws Exception {
    OnceClaim late = claimed(keys.claim("ann", "k", "d1"));
    now.set(now.get().plus(OnceKeys.HELD).plusSeconds(1));

    during(claimed(keys.claim("ann", "k", "d1")));

    // Whoever was not dead, only slow, does nothing any more.
    assertThatThrownBy(() -> during(late)).isInstanceOf(OnceLostException.class);
    assertThat(acted()).isEqualTo(1);
  }

  @Test
  void aRequestThatWasRefusedLeavesTheKeyFree() {
    keys.released(claimed(keys.claim("ann", "k", "d1")));

    claimed(keys.claim("ann", "k", "d2"));
  }

  @Test
  void aKeyIsForgottenAfterADay() throws Exception {
    during(claimed(keys.claim("ann", "k", "d1")));
    now.set(now.get().plus(OnceKeys.KEPT).plusSeconds(1));

    claimed(keys.claim("ann", "k", "d2"));
    claimed(keys.claim("ann", "other", "d2"));
    assertThat(acted()).isEqualTo(1);
  }

  @Test
  void aUserHasSoManyKeysAndNoMore() {
    driver
        .executableQuery(
            "UNWIND range(1, $most) AS i CREATE (:IdempotencyKey {id: 'x' + i, user: 'ann',"
                + " expiresAt: datetime('2027-01-01T00:00:00Z')})")
        .withParameters(java.util.Map.of("most", OnceKeys.MOST))
        .execute();

    assertThat(keys.claim("ann", "k", "d1")).isEqualTo(new OnceOutcome.Full(OnceKeys.MOST));
    claimed(keys.claim("ben", "k", "d1"));
  }
}
