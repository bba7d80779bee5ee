package io.iolaus.api.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.run.DueMarks;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectionScheduleTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @SuppressWarnings("NullAway")
  private final DetectionSchedule schedule =
      new DetectionSchedule(
          null,
          null,
          new DetectionProperties(
              Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO));

  /// With the newest run at noon.
  private boolean due(Duration afterNoon, long open, boolean news, long cutOff) {
    return schedule.due(new DueMarks(NOON.plus(afterNoon), 2, open, news, NOON, cutOff, false));
  }

  private boolean dueBeforeTheFirst(long batches) {
    @Nullable Instant never = null;
    return schedule.due(new DueMarks(NOON, batches, 0, batches > 0, never, 0, false));
  }

  @Test
  void anEmptyGraphIsLeftAlone() {
    assertThat(dueBeforeTheFirst(0)).isFalse();
  }

  @Test
  void whatNoRunEverSawIsDueAtOnce() {
    assertThat(dueBeforeTheFirst(1)).isTrue();
  }

  @Test
  void aQuarterOfAnHourWithoutNewsIsLongEnough() {
    assertThat(due(Duration.ofMinutes(14), 0, false, 0)).isFalse();
    assertThat(due(Duration.ofMinutes(15), 0, false, 0)).isTrue();
  }

  @Test
  void newsAreSeenSoonerOnceTheyAreWholeAndSettled() {
    assertThat(due(Duration.ofSeconds(30), 0, true, 0)).isFalse();
    assertThat(due(Duration.ofSeconds(60), 0, true, 0)).isTrue();
    assertThat(due(Duration.ofSeconds(60), 1, true, 0)).isFalse();
  }

  @Test
  void whatWasCutOffIsDoneAnewAtOnceButNotForEver() {
    assertThat(due(Duration.ofSeconds(1), 0, false, 1)).isTrue();
    assertThat(due(Duration.ofSeconds(1), 1, true, 3)).isTrue();
    assertThat(due(Duration.ofSeconds(1), 0, true, 4)).isFalse();
    assertThat(due(Duration.ofMinutes(15), 0, true, 4)).isTrue();
  }
}
