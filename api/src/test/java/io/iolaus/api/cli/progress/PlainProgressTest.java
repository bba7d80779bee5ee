package io.iolaus.api.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.cli.progress.Progress.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainProgressTest {

  @Test
  void saysShareRateAndTimeLeft() {
    assertThat(
            PlainProgress.line(
                new State(
                    "loading a.ndjson",
                    25_000,
                    100_000,
                    "lines",
                    "1.2 MB/s, 3 rejected",
                    Duration.ofSeconds(5))))
        .isEqualTo(
            "loading a.ndjson: 25 %, 25,000 lines (5,000/s), 15 s left, 1.2 MB/s, 3 rejected");
  }

  @Test
  void saysTheTimeTakenWhileTooLittleIsDone() {
    assertThat(PlainProgress.line(new State("loading", 4, 100, "lines", "", Duration.ofSeconds(5))))
        .isEqualTo("loading: 4 %, 4 lines (1/s), 5 s");
  }

  @Test
  void saysTheTimeTakenWhereTheEndIsUnknown() {
    assertThat(PlainProgress.line(new State("resolving", 0, 0, "", "", Duration.ofSeconds(7))))
        .isEqualTo("resolving: 7 s");
  }

  @Test
  void quickWorkShowsNothing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Progress progress = Progress.to(new PrintStream(out), false)) {
      progress.update("quick", 1, 2, "things");
      progress.update("quick", 2, 2, "things");
    }
    assertThat(out.size()).isZero();
  }
}
