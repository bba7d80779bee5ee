package io.iolaus.simulate.baseline;

import static io.iolaus.simulate.baseline.SmallWorld.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// B5.
class CoTimedActionsTest {

  private static final Instant START = Instant.parse("2026-05-02T10:00:00Z");
  private static final Parameters MINUTE =
      all().with("object", "model").with("window", 60).with("similarity", 0.2).with("days", 3);

  /// `account` works once a day for five days, `lag` seconds after ten o'clock.
  private static void daily(SmallWorld world, String account, String model, int lag) {
    for (int day = 0; day < 5; day++) {
      world.exchange(
          account,
          START.plusSeconds(day * 86_400L + lag).toString(),
          "'model':'%s'".formatted(model));
    }
  }

  private static SmallWorld inStep() {
    SmallWorld world = new SmallWorld();
    daily(world, "a", "m", 0);
    daily(world, "b", "m", 20);
    daily(world, "c", "m", 40);
    return world;
  }

  @Test
  void accountsInStepAreFound() {
    assertThat(inStep().found(new CoTimedActions(), MINUTE)).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void othersOfTheSameHourAreNot() {
    SmallWorld world = inStep();
    daily(world, "x", "m", 1_800);
    daily(world, "y", "other", 20);

    assertThat(world.found(new CoTimedActions(), MINUTE)).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void bordersOfWindowsPartNobody() {
    for (int shift = 0; shift < 60; shift += 7) {
      SmallWorld world = new SmallWorld();
      daily(world, "start", "none", 0); // Windows begin at the first exchange.
      daily(world, "a", "m", 3_600 + shift);
      daily(world, "b", "m", 3_610 + shift);
      daily(world, "c", "m", 3_605 + shift);

      assertThat(world.found(new CoTimedActions(), MINUTE))
          .as("shift %d", shift)
          .containsExactly(Set.of("a", "b", "c"));
    }
  }

  @Test
  void oneCommonDayIsNotEnough() {
    SmallWorld world = new SmallWorld();
    for (String account : new String[] {"a", "b", "c"}) {
      world.exchange(account, START.toString(), "'model':'m'");
    }

    assertThat(world.found(new CoTimedActions(), MINUTE)).isEmpty();
    assertThat(world.found(new CoTimedActions(), MINUTE.with("days", 1))).hasSize(1);
  }

  @Test
  void busyAccountsAreAlikeOnlyIfMostOfWhatTheyDoMatches() {
    SmallWorld world = inStep();
    for (int i = 0; i < 40; i++) {
      world.exchange("c", START.plusSeconds(i * 7_200L + 900).toString(), "'model':'m'");
    }

    assertThat(world.found(new CoTimedActions(), MINUTE)).isEmpty();
    assertThat(world.found(new CoTimedActions(), MINUTE.with("similarity", 0.05))).hasSize(1);
  }
}
