package io.iolaus.api.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.run.ChangeMarks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DetectionScheduleTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @SuppressWarnings("NullAway")
  private final DetectionSchedule schedule =
      new DetectionSchedule(
          null,
          null,
          new DetectionProperties(Duration.ofMinutes(15), Duration.ofMinutes(1)),
          Clock.systemUTC());

  private boolean due(Duration afterNoon, ChangeMarks marks) {
    return schedule.due(NOON.plus(afterNoon), marks);
  }

  @Test
  void anEmptyGraphIsLeftAlone() {
    assertThat(due(Duration.ofDays(1), new ChangeMarks(0, 0, 0, null, null))).isFalse();
  }

  @Test
  void whatNoRunEverSawIsDueAtOnce() {
    assertThat(due(Duration.ZERO, new ChangeMarks(1, 0, 0, NOON, null))).isTrue();
  }

  @Test
  void aQuarterOfAnHourWithoutNewsIsLongEnough() {
    ChangeMarks quiet = new ChangeMarks(1, 0, 1, NOON.minusSeconds(60), NOON);
    assertThat(due(Duration.ofMinutes(14), quiet)).isFalse();
    assertThat(due(Duration.ofMinutes(15), quiet)).isTrue();
  }

  @Test
  void newsAreSeenSoonerOnceTheyAreWholeAndSettled() {
    ChangeMarks news = new ChangeMarks(2, 0, 1, NOON.plusSeconds(10), NOON);
    assertThat(due(Duration.ofSeconds(30), news)).isFalse();
    assertThat(due(Duration.ofSeconds(60), news)).isTrue();
    assertThat(due(Duration.ofSeconds(60), new ChangeMarks(2, 1, 1, NOON.plusSeconds(10), NOON)))
        .isFalse();
  }
}
