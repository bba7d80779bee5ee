package io.iolaus.simulate.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void childDoesNotDependOnWhatWasDrawn() {
    RandomStream drawn = RandomStream.of(1);
    drawn.nextLong();

    assertThat(drawn.child("a").nextLong()).isEqualTo(RandomStream.of(1).child("a").nextLong());
  }

  @Test
  void childrenAndSeedsDiffer() {
    assertThat(
            List.of(
                RandomStream.of(1).nextLong(),
                RandomStream.of(2).nextLong(),
                RandomStream.of(1).child("a").nextLong(),
                RandomStream.of(1).child("b").nextLong(),
                RandomStream.of(1).child(0).nextLong(),
                RandomStream.of(1).child(1).nextLong()))
        .doesNotHaveDuplicates();
  }

  /// Written down once, so that a population of today can be had again tomorrow.
  @Test
  void drawsTheSameForever() {
    assertThat(RandomStream.of(42).child("golden").nextLong()).isEqualTo(GOLDEN);
  }

  private static final long GOLDEN = -6726049554244237023L;

  @Test
  void meansAreRight() {
    RandomStream random = RandomStream.of(3);
    double poisson = 0;
    double large = 0;
    double exponential = 0;
    double normal = 0;
    int draws = 50_000;
    for (int i = 0; i < draws; i++) {
      poisson += random.poisson(2.5);
      large += random.poisson(80);
      exponential += random.exponential(4);
      normal += random.normal();
    }
    assertThat(poisson / draws).isCloseTo(2.5, within(0.05));
    assertThat(large / draws).isCloseTo(80, within(0.3));
    assertThat(exponential / draws).isCloseTo(4, within(0.1));
    assertThat(normal / draws).isCloseTo(0, within(0.03));
  }

  @Test
  void zipfPicksTheFirstMost() {
    Weighted<String> words = Weighted.zipf(List.of("a", "b", "c", "d"), 1);
    RandomStream random = RandomStream.of(4);
    int first = 0;
    for (int i = 0; i < 10_000; i++) {
      first += words.pick(random).equals("a") ? 1 : 0;
    }
    assertThat(first / 10_000.0).isCloseTo(1 / (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0), within(0.02));
  }
}
