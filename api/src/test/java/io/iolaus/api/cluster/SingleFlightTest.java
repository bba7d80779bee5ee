package io.iolaus.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

  private final SingleFlight<String, Integer> flight =
      new SingleFlight<>(100, Duration.ofMinutes(1), _ -> 1);

  @Test
  void whatManyAskForAtOnceIsMadeOnce() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(1);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(
            readers.submit(() ->
                flight.get(
                    "one",
                    () -> {
                      await(asked);
                      return made.incrementAndGet();
                    })));
      }
      asked.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    }
    assertThat(made).hasValue(1);
    assertThat(flight.get("other", made::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(() ->
            flight.get(
                "one",
                () -> {
                  throw new IllegalStateException("no database");
                }))
        .hasMessage("no database");
    assertThat(flight.get("one", () -> 7)).isEqualTo(7);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
