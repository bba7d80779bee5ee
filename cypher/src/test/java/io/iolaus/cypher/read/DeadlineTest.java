package io.iolaus.cypher.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void leavesABudgetAloneWhereThereIsNoDeadline() {
    assertThat(Deadline.left(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void givesTheLesserOfBudgetAndWhatIsLeft() throws Exception {
    Duration left = Deadline.within(Duration.ofSeconds(5), () -> Deadline.left(MINUTE));

    assertThat(left).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    assertThat(Deadline.<Duration>within(MINUTE, () -> Deadline.left(Duration.ofSeconds(1))))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void innerDeadlineDoesNotOutlastTheOuter() throws Exception {
    Duration left =
        Deadline.within(
            Duration.ofSeconds(5), () -> Deadline.within(MINUTE, () -> Deadline.left(MINUTE)));

    assertThat(left).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void asksNothingOfTheDatabaseWhenTheTimeIsUp() {
    assertThatThrownBy(() -> Deadline.within(Duration.ofNanos(1), () -> Deadline.left(MINUTE)))
        .isInstanceOf(DeadlineException.class);
  }
}
