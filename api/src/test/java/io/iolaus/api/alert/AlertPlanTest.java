package io.iolaus.api.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertPlanTest {

  private static final Instant EVENING = Instant.parse("2026-06-01T20:30:00Z"); // 22:30 in Berlin

  private static List<List<Long>> plan(AlertTimes times, List<Alert> pending, Instant now) {
    return AlertPlan.of(times, pending, now).stream()
        .map(message -> message.stream().map(Alert::place).toList())
        .toList();
  }

  private static Alert alert(long place, Instant raisedAt) {
    return Alerts.of("c-" + place, place, raisedAt);
  }

  @Test
  void eachGoesByItselfAtOnce() {
    AlertTimes times = AlertTimes.of("immediate", "", "UTC");
    assertThat(plan(times, List.of(alert(1, EVENING), alert(2, EVENING)), EVENING))
        .containsExactly(List.of(1L), List.of(2L));
    assertThat(plan(times, List.of(), EVENING)).isEmpty();
  }

  @Test
  void soManyAtOnceGoTogether() {
    AlertTimes times = AlertTimes.of("immediate", "", "UTC");
    List<Alert> flood =
        IntStream.rangeClosed(1, AlertPlan.MOST + 1).mapToObj(i -> alert(i, EVENING)).toList();
    assertThat(plan(times, flood, EVENING)).hasSize(1);
    assertThat(plan(times, flood.subList(1, flood.size()), EVENING)).hasSize(AlertPlan.MOST);
  }

  @Test
  void whatPilesUpInQuietHoursGoesAsOneAfterwards() {
    AlertTimes times = AlertTimes.of("immediate", "22:00-07:00", "Europe/Berlin");
    List<Alert> night = List.of(alert(1, EVENING), alert(2, EVENING.plusSeconds(9_000)));
    assertThat(plan(times, night, EVENING)).isEmpty();
    Instant justBefore = Instant.parse("2026-06-02T04:59:59Z");
    assertThat(plan(times, night, justBefore)).isEmpty();
    assertThat(plan(times, night, justBefore.plusSeconds(1))).containsExactly(List.of(1L, 2L));
    // in winter the same hour is another one
    assertThat(times.quiet(Instant.parse("2026-12-02T05:30:00Z"))).isTrue();
    assertThat(times.quiet(Instant.parse("2026-12-02T06:00:00Z"))).isFalse();
  }

  @Test
  void quietHoursMayLieWithinADay() {
    AlertTimes times = AlertTimes.of("immediate", "12:00-13:00", "UTC");
    assertThat(times.quiet(Instant.parse("2026-06-01T12:00:00Z"))).isTrue();
    assertThat(times.quiet(Instant.parse("2026-06-01T13:00:00Z"))).isFalse();
    assertThat(times.quiet(Instant.parse("2026-06-01T00:00:00Z"))).isFalse();
  }

  @Test
  void aDigestTakesWhatWasRaisedBeforeItsSlot() {
    AlertTimes hourly = AlertTimes.of("PT1H", "", "UTC");
    Instant nine = Instant.parse("2026-06-01T09:00:00Z");
    List<Alert> pending =
        List.of(
            alert(1, nine.minusSeconds(3_000)),
            alert(2, nine.minusSeconds(1)),
            alert(3, nine.plusSeconds(5)));
    assertThat(plan(hourly, pending, nine.minusSeconds(1))).isEmpty();
    assertThat(plan(hourly, pending, nine.plusSeconds(60))).containsExactly(List.of(1L, 2L));
    AlertTimes daily = AlertTimes.of("P1D", "", "Europe/Berlin");
    assertThat(daily.slot(nine)).isEqualTo(Instant.parse("2026-05-31T22:00:00Z"));
    Instant lateOnALongDay = Instant.parse("2026-10-25T22:30:00Z");
    assertThat(daily.slot(lateOnALongDay)).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
  }

  @Test
  void saysWhatIsWrongWithATime() {
    assertThatThrownBy(() -> AlertTimes.of("soon", "", "UTC"))
        .hasMessage("iolaus.alerts.digest must be immediate, or from PT1M to P1D, was soon");
    assertThatThrownBy(() -> AlertTimes.of("P2D", "", "UTC")).hasMessageContaining("was P2D");
    assertThatThrownBy(() -> AlertTimes.of("immediate", "22-7", "UTC"))
        .hasMessageContaining("iolaus.alerts.quiet must be two different times of day");
    assertThatThrownBy(() -> AlertTimes.of("immediate", "22:00-22:00", "UTC"))
        .hasMessageContaining("was 22:00-22:00");
    assertThatThrownBy(() -> AlertTimes.of("immediate", "", "Berlin"))
        .hasMessageContaining("iolaus.alerts.zone");
  }

  @Test
  void pausesGrowUpToAnHour() {
    Duration first = Duration.ofSeconds(5);
    assertThat(AlertSender.pause(first, 0)).isBetween(first.dividedBy(2), first.multipliedBy(2));
    assertThat(AlertSender.pause(first, 2))
        .isBetween(Duration.ofSeconds(36), Duration.ofSeconds(54));
    assertThat(AlertSender.pause(first, 50))
        .isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
  }
}
