package io.iolaus.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PartSessionsTest {

  @Test
  void neverRunsMoreThanItsSessionsAndTellsTheCallersThreadOfEachPart() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<String> told = new ArrayList<>();
    Thread caller = Thread.currentThread();
    try (PartSessions sessions =
        new PartSessions(
            2,
            id -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              told.add(id);
            })) {
      for (int i = 0; i < 20; i++) {
        sessions.write(
            "part-" + i,
            () -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.yield();
              running.decrementAndGet();
            });
      }
      sessions.await();
    }
    assertThat(told).hasSize(20).doesNotHaveDuplicates();
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void aPartThatFailsStopsTheSegmentAfterThePartsUnderWay() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    List<String> told = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (PartSessions sessions = new PartSessions(2, told::add)) {
                sessions.write(
                    "fails",
                    () -> {
                      failed.countDown();
                      throw new IllegalArgumentException("broken");
                    });
                sessions.write(
                    "slow",
                    () -> {
                      awaitQuietly(failed);
                      ended.set(true);
                    });
                sessions.await();
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("broken");
    assertThat(ended).isTrue();
    assertThat(told).doesNotContain("fails");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
