package io.iolaus.ingest.fold;

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
