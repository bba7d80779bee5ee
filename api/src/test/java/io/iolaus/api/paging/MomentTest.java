package io.iolaus.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.api.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentTest {

  @Test
  void readsTimesWithAnOffsetThatTheGraphCanHave() {
    assertThat(Moment.read("asOf", null)).isNull();
    assertThat(Moment.read("asOf", "2026-06-01T02:00:00+02:00"))
        .isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
    for (String bad :
        List.of(
            "2026-06-01",
            "2026-02-30T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z")) {
      assertThatThrownBy(() -> Moment.read("asOf", bad))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(bad);
    }
  }
}
