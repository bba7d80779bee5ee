package io.iolaus.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForceLayoutTest {

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  private static double distance(ForceLayout.Positions p, int a, int b) {
    return Math.hypot(p.x()[a] - p.x()[b], p.y()[a] - p.y()[b]);
  }

  @Test
  void theSameGraphGetsTheSamePlaces() {
    int[] from = {0, 1, 2, 3};
    int[] to = {4, 4, 5, 5};
    var one = ForceLayout.place(ids(6), from, to);
    var two = ForceLayout.place(ids(6), from, to);
    assertThat(one.x()).isEqualTo(two.x());
    assertThat(one.y()).isEqualTo(two.y());
  }

  @Test
  void twoStarsLieApart() {
    int n = 42;
    int[] from = IntStream.range(2, n).toArray();
    int[] to = IntStream.range(2, n).map(i -> i % 2).toArray();

    var places = ForceLayout.place(ids(n), from, to);

    for (int i = 2; i < n; i++) {
      assertThat(distance(places, i, i % 2)).isLessThan(distance(places, i, 1 - i % 2));
    }
  }

  @Test
  void allLieWithinTheFrameAndNoTwoOnOneSpot() {
    var places = ForceLayout.place(ids(300), new int[0], new int[0]);
    assertThat(Arrays.stream(places.x()).map(Math::abs).max().orElseThrow()).isLessThan(1_000.01);
    assertThat(IntStream.range(0, 300).mapToObj(i -> places.x()[i] + "," + places.y()[i]))
        .doesNotHaveDuplicates();
  }

  @Test
  void nothingAndOneAreGraphsToo() {
    assertThat(ForceLayout.place(List.of(), new int[0], new int[0]).x()).isEmpty();
    assertThat(ForceLayout.place(List.of("a"), new int[0], new int[0]).x()).containsExactly(0);
  }

  @Test
  void refusesHalfAnEdge() {
    assertThatThrownBy(() -> ForceLayout.place(ids(2), new int[] {0}, new int[0]))
        .hasMessageContaining("1 and 0");
  }

  @Test
  void aFullMapIsAMatterOfSeconds() {
    Random random = new Random(7);
    int n = 25_000;
    int[] from = new int[60_000];
    int[] to = new int[60_000];
    Arrays.setAll(from, i -> random.nextInt(n));
    Arrays.setAll(to, i -> random.nextInt(n / 20));
    long start = System.nanoTime();
    ForceLayout.place(ids(n), from, to);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("25,000 nodes placed in " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Duration.ofSeconds(60));
  }
}
