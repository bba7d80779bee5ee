package io.iolaus.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseProgressTest {

  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  private static Instant after(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  @Test
  void timeCountsWhileSomebodyCanWork() {
    CaseProgress moved =
        CaseProgress.opened(START)
            .moved(CaseStatus.INVESTIGATING, null, after(1))
            .moved(CaseStatus.WAITING, null, after(3))
            .moved(CaseStatus.INVESTIGATING, null, after(10));
    assertThat(moved.clock().elapsed(after(12))).isEqualTo(Duration.ofHours(5));
    assertThat(moved.clock().dueAt(Duration.ofHours(4))).isEqualTo(after(11));
    assertThat(moved.clock().exceeds(Duration.ofHours(4), after(11))).isFalse();
    assertThat(moved.clock().exceeds(Duration.ofHours(4), after(12))).isTrue();
    CaseProgress closed = moved.moved(CaseStatus.CLOSED, CaseOutcome.CONFIRMED, after(12));
    assertThat(closed.clock().elapsed(after(1000))).isEqualTo(Duration.ofHours(5));
    assertThat(closed.clock().dueAt(Duration.ofHours(4))).isNull();
    assertThat(closed.moved(CaseStatus.INVESTIGATING, null, after(1000)).outcome()).isNull();
  }

  @Test
  void closesWithAnOutcomeAndWithNothingElse() {
    CaseProgress open = CaseProgress.opened(START);
    assertThatThrownBy(() -> open.moved(CaseStatus.CLOSED, null, after(1)))
        .hasMessageContaining("confirmed, valuable, false-positive");
    assertThatThrownBy(() -> open.moved(CaseStatus.WAITING, CaseOutcome.VALUABLE, after(1)))
        .hasMessageContaining("the case is waiting");
    CaseProgress closed = open.moved(CaseStatus.CLOSED, CaseOutcome.VALUABLE, after(1));
    assertThatThrownBy(() -> closed.moved(CaseStatus.OPEN, null, after(2)))
        .hasMessage("a case that is closed cannot become open; it can become investigating");
    assertThat(closed.moved(CaseStatus.CLOSED, CaseOutcome.CONFIRMED, after(2)).clock())
        .isEqualTo(closed.clock());
  }

  /// Counted minute by minute, whatever way a case goes.
  @Test
  void elapsedIsTheNumberOfMinutesThatCount() {
    Random random = new Random(5);
    for (int n = 0; n < 200; n++) {
      CaseProgress progress = CaseProgress.opened(START);
      long counted = 0;
      for (int minute = 0; minute < 300; minute++) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        if (random.nextInt(10) == 0) {
          CaseStatus to = CaseStatus.values()[random.nextInt(4)];
          if (progress.status().next().contains(to)) {
            progress =
                progress.moved(to, to == CaseStatus.CLOSED ? CaseOutcome.CONFIRMED : null, at);
          }
        }
        assertThat(progress.clock().elapsed(at)).isEqualTo(Duration.ofMinutes(counted));
        counted += progress.status().clockStands() ? 0 : 1;
      }
    }
  }

  @Test
  void aClockThatIsPutBackMakesNoTime() {
    CaseClock clock = CaseClock.started(after(5)).set(true, after(4)).set(false, after(3));
    assertThat(clock.stood()).isZero();
    assertThat(clock.elapsed(after(4))).isZero();
  }
}
