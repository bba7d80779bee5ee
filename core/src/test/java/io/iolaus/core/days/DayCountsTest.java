package io.iolaus.core.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayCountsTest {

  @Test
  void countsLikeASortedMapWhateverTheOrder() {
    Random random = new Random(1);
    TreeMap<Integer, Long> expected = new TreeMap<>();
    DayCounts counts = new DayCounts();
    for (int i = 0; i < 1000; i++) {
      int day = random.nextInt(60);
      boolean isNew = counts.add(day, 1 + i % 3);
      assertThat(isNew).isEqualTo(!expected.containsKey(day));
      expected.merge(day, 1L + i % 3, Long::sum);
    }
    assertThat(counts.size()).isEqualTo(expected.size());
    int i = 0;
    for (var entry : expected.entrySet()) {
      assertThat(counts.day(i)).isEqualTo(entry.getKey());
      assertThat(counts.count(i++)).isEqualTo(entry.getValue());
    }
    assertThat(counts.total()).isEqualTo(expected.values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void countsThatAreTooLargeToBePackedAreKeptLikeOthers() {
    int[] days = {-400, 3, 65_535, 65_536};
    DayCounts counts = new DayCounts();
    TreeMap<Integer, Long> expected = new TreeMap<>();
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      // Small and late first, so that packed days are there when the first does not fit.
      int day = i < 10 ? 100 + i : days[random.nextInt(days.length)];
      long count = i < 20 ? 65_530 : 1_000_000_000L;
      counts.add(day, count);
      expected.merge(day, count, Long::sum);
    }
    assertThat(counts.allDays()).containsExactly(toInts(expected));
    assertThat(counts.allCounts())
        .containsExactly(expected.values().stream().mapToLong(n -> n).toArray());
    DayCounts again = new DayCounts(counts.allDays(), counts.allCounts());
    assertThat(again.allDays()).containsExactly(counts.allDays());
    assertThat(again.allCounts()).containsExactly(counts.allCounts());
  }

  @Test
  void aSumThatOutgrowsItsPlaceIsKept() {
    DayCounts counts = new DayCounts();
    counts.add(1, 65_535);
    counts.add(2, 7);
    counts.add(3, 8);
    counts.add(1, 1);
    assertThat(counts.allDays()).containsExactly(1, 2, 3);
    assertThat(counts.allCounts()).containsExactly(65_536, 7, 8);
  }

  private static int[] toInts(TreeMap<Integer, Long> byDay) {
    return byDay.keySet().stream().mapToInt(day -> day).toArray();
  }

  @Test
  void sumsStopAtTheLargestNumber() {
    DayCounts counts = new DayCounts();
    counts.add(1, Long.MAX_VALUE);
    counts.add(1, 5);
    counts.add(2, 5);
    assertThat(counts.total()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesDaysOutOfOrder() {
    assertThatThrownBy(() -> new DayCounts(new int[] {2, 2}, new long[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
