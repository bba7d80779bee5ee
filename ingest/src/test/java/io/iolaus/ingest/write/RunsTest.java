package io.iolaus.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.days.DayCounts;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static final long[] VALUES = {7, 7, 7, 9, 7};

  @Test
  void keepsWhatIsTheSameForNeighboursOnce() {
    assertThat(Runs.lengths(VALUES)).containsExactly(7L, 3L, 9L, 1L, 7L, 1L);
    assertThat(Runs.ofLengths(new long[] {7, 3, 9, 1, 7, 1}, 5)).isEqualTo(VALUES);
    assertThat(Runs.starts(VALUES)).containsExactly(7L, 0L, 9L, 3L, 7L, 4L);
    assertThat(Runs.ofStarts(new long[] {7, 0, 9, 3, 7, 4}, 5)).isEqualTo(VALUES);
    assertThat(Runs.starts(new long[0])).isEmpty();
  }

  @Test
  void whatWasNeverKeptIsKnownFromTheBeginning() {
    assertThat(Runs.ofStarts(new long[0], 2)).containsExactly(0, 0);
    assertThat(Runs.ofLengths(new long[0], 2)).containsExactly(0, 0);
  }

  @Test
  void refusesRunsOfAnotherList() {
    for (long[] lengths : new long[][] {{7, 3}, {7, 1}, {7, 1, 8, 4}}) {
      assertThatThrownBy(() -> Runs.ofLengths(lengths, 2))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Runs.ofStarts(new long[] {7, 0, 8, 2}, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDayThatWasKnownKeepsItsMomentWhateverComesBeforeIt() {
    DayCounts before = new DayCounts(new int[] {10, 12}, new long[] {1, 1});
    DayCounts after = new DayCounts(new int[] {9, 10, 11, 12}, new long[] {1, 5, 1, 1});
    assertThat(Runs.grown(before, after, new long[] {100, 200}, 300))
        .containsExactly(300, 100, 300, 200);
  }
}
