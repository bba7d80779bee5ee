package io.iolaus.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.evidence.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BacktestFiguresTest {

  private static final ClusterChanges NONE = ClusterChanges.of(List.of(), List.of());

  private static BacktestFigures figures(Decided before, Decided after, long millis) {
    return new BacktestFigures(
        new BacktestFigures.Side(List.of(), 1, 1, before, 10),
        new BacktestFigures.Side(List.of(), 1, 1, after, 10),
        NONE,
        List.of(),
        null,
        new DetectorCost(2, "complete", null, 1, 2, millis),
        1_000);
  }

  @Test
  void saysWhatIsCountedAgainstWhat() {
    Decided decided =
        Decided.of(
            Set.of("a", "b", "c", "d"),
            Set.of("a", "b", "c", "d", "e", "f"),
            Map.of(
                "a", Verdict.FRAUDULENT,
                "b", Verdict.LEGITIMATE,
                "c", Verdict.OPEN,
                "e", Verdict.FRAUDULENT,
                "gone", Verdict.FRAUDULENT));
    assertThat(decided).isEqualTo(new Decided(4, 1, 1, 2, 1));
    assertThat(decided.precision()).isEqualTo("1 of 2 decided");
    assertThat(decided.recall()).isEqualTo("1 of 2 fraudulent");
  }

  @Test
  void theSameIsNotWorse() {
    Decided same = new Decided(10, 4, 1, 5, 9);
    assertThat(figures(same, same, 1_000).objections()).isEmpty();
    assertThat(figures(same, new Decided(12, 5, 1, 5, 9), 1_000).objections()).isEmpty();
  }

  @Test
  void lessFoundIsWorse() {
    assertThat(figures(new Decided(10, 4, 0, 5, 9), new Decided(9, 3, 0, 5, 9), 1).objections())
        .containsExactly("recall falls from 4 of 5 fraudulent to 3 of 5 fraudulent");
  }

  @Test
  void moreInnocentsAreWorseThoughMoreIsFound() {
    assertThat(figures(new Decided(10, 4, 0, 9, 9), new Decided(19, 8, 1, 9, 9), 1).objections())
        .containsExactly("precision falls from 4 of 4 decided to 8 of 9 decided");
  }

  @Test
  void whereNobodyDecidedNothingIsCompared() {
    assertThat(figures(new Decided(4, 0, 0, 0, 0), new Decided(9, 0, 0, 0, 0), 1).objections())
        .isEmpty();
  }

  @Test
  void whoTakesLongerThanItMayIsRefused() {
    Decided same = new Decided(10, 4, 1, 5, 9);
    assertThat(figures(same, same, 1_001).objections()).containsExactly("it takes 1001 ms of 1000");
  }
}
