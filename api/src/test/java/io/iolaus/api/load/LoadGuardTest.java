package io.iolaus.api.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.load.LoadGuard.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LoadGuardTest {

  private static final Duration SOON = Duration.ofMillis(100);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private LoadGuard guard(int all, int perUser, Duration patience, int perMinute) {
    return new LoadGuard(
        new LoadProperties(
            all,
            perUser,
            all,
            perUser,
            1,
            1,
            patience,
            perMinute,
            Duration.ofSeconds(30),
            Duration.ofMinutes(15)),
        registry);
  }

  private static Outcome.Admitted admitted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Admitted.class);
    return (Outcome.Admitted) outcome;
  }

  private static Outcome.Refused refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return (Outcome.Refused) outcome;
  }

  @Test
  void oneUserLeavesRoomForOthers() throws Exception {
    LoadGuard guard = guard(4, 2, SOON, 1_000);
    admitted(guard.admit(RequestKind.ORDINARY, "ann"));
    admitted(guard.admit(RequestKind.ORDINARY, "ann"));

    Outcome.Refused third = refused(guard.admit(RequestKind.ORDINARY, "ann"));

    assertThat(third.problem().code()).isEqualTo("too-many-at-once");
    assertThat(third.problem().status().value()).isEqualTo(429);
    admitted(guard.admit(RequestKind.ORDINARY, "ben"));
  }

  @Test
  void isBusyWhenAllPlacesAreTaken() throws Exception {
    LoadGuard guard = guard(2, 1, SOON, 1_000);
    Outcome.Admitted first = admitted(guard.admit(RequestKind.HEAVY, "ann"));
    admitted(guard.admit(RequestKind.HEAVY, "ben"));

    Outcome.Refused third = refused(guard.admit(RequestKind.HEAVY, "cy"));

    assertThat(third.problem().code()).isEqualTo("busy");
    assertThat(third.problem().status().value()).isEqualTo(503);
    assertThat(third.retryAfterSeconds()).isPositive();
    first.place().close();
    admitted(guard.admit(RequestKind.HEAVY, "cy")); // whoever was refused holds nothing
  }

  @Test
  void kindsHavePlacesOfTheirOwn() throws Exception {
    LoadGuard guard = guard(1, 1, SOON, 1_000);
    admitted(guard.admit(RequestKind.HEAVY, "ann"));

    admitted(guard.admit(RequestKind.ORDINARY, "ann"));
    assertThat(admitted(guard.admit(RequestKind.EXPORT, "ann")).longest())
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void waitsForAPlaceThatComesFree() throws Exception {
    LoadGuard guard = guard(1, 1, Duration.ofSeconds(30), 1_000);
    Outcome.Admitted first = admitted(guard.admit(RequestKind.ORDINARY, "ann"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome> second = threads.submit(() -> guard.admit(RequestKind.ORDINARY, "ben"));
      first.place().close();

      admitted(second.get());
    }
  }

  @Test
  void doesNotLetManyWait() throws Exception {
    LoadGuard guard = guard(1, 1, Duration.ofSeconds(1), 1_000);
    admitted(guard.admit(RequestKind.ORDINARY, "ann"));
    List<Future<Long>> waits = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        waits.add(
            threads.submit(() -> {
              long start = System.nanoTime();
              refused(guard.admit(RequestKind.ORDINARY, "ann"));
              return Duration.ofNanos(System.nanoTime() - start).toMillis();
            }));
      }
    }
    long atOnce = 0;
    for (Future<Long> wait : waits) {
      atOnce += wait.get() < 500 ? 1 : 0;
    }
    assertThat(atOnce).isGreaterThanOrEqualTo(40);
  }

  @Test
  void aUserHasABudgetForAMinute() throws Exception {
    LoadGuard guard = guard(4, 2, SOON, 3);
    for (int i = 0; i < 3; i++) {
      admitted(guard.admit(RequestKind.ORDINARY, "ann")).place().close();
    }

    Outcome.Refused fourth = refused(guard.admit(RequestKind.ORDINARY, "ann"));

    assertThat(fourth.problem().code()).isEqualTo("too-many-requests");
    assertThat(fourth.retryAfterSeconds()).isBetween(1L, 21L);
    admitted(guard.admit(RequestKind.ORDINARY, "ben"));
    assertThat(registry.get("iolaus.requests.refused").counter().count()).isEqualTo(1);
  }
}
