package io.iolaus.core.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.layout.ForceLayout.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyLayoutTest {

  /// Two stars of ten around the nodes 0 and 1.
  private static final int[] FROM = IntStream.range(2, 22).toArray();

  private static final int[] TO = IntStream.range(2, 22).map(i -> i % 2).toArray();

  private static List<List<String>> names(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> List.of("n" + i)).toList());
  }

  private static Positions first() {
    return SteadyLayout.place(names(22), FROM, TO, KnownPlaces.NONE);
  }

  @Test
  void whatStaysStaysWhereItWasToTheTenth() {
    Positions before = first();
    KnownPlaces known = KnownPlaces.of(names(22), before);
    int[] from = Arrays.copyOf(FROM, 21);
    int[] to = Arrays.copyOf(TO, 21);
    from[20] = 22;
    to[20] = 1;

    Positions after = SteadyLayout.place(names(23), from, to, known);

    assertThat(Arrays.copyOf(after.x(), 22)).isEqualTo(before.x());
    assertThat(Arrays.copyOf(after.y(), 22)).isEqualTo(before.y());
    // what came lies with the star that it belongs to
    assertThat(Math.hypot(after.x()[22] - after.x()[1], after.y()[22] - after.y()[1]))
        .isLessThan(Math.hypot(after.x()[22] - after.x()[0], after.y()[22] - after.y()[0]));
  }

  @Test
  void thePictureOfTheSameGraphIsTheSameAgainFromItsOwnPlaces() {
    Positions before = first();

    Positions again = SteadyLayout.place(names(22), FROM, TO, KnownPlaces.of(names(22), before));

    assertThat(again.x()).isEqualTo(before.x());
    assertThat(again.y()).isEqualTo(before.y());
  }

  @Test
  void isPlacedAnewWhereMostOfItIsOther() {
    KnownPlaces known = KnownPlaces.of(names(14), first());

    assertThat(SteadyLayout.place(names(22), FROM, TO, known).x()).isEqualTo(first().x());
  }

  @Test
  void onePlaceGoesToOneNodeAlone() {
    KnownPlaces known =
        KnownPlaces.of(
            List.of(List.of("bundle", "a"), List.of("c"), List.of("d")),
            new Positions(new double[] {10, 20, 30}, new double[] {1, 2, 3}));

    Positions at =
        SteadyLayout.place(
            List.of(List.of("a"), List.of("bundle", "b"), List.of("c"), List.of("d")),
            new int[] {0, 1},
            new int[] {2, 2},
            known);

    assertThat(at.x()[0]).isEqualTo(10);
    assertThat(at.x()[1] == 10 && at.y()[1] == 1).isFalse();
  }

  @Test
  void placesSurviveAFileAndBrokenFilesAreNone() {
    KnownPlaces known = KnownPlaces.of(names(22), first());
    byte[] bytes = known.bytes();

    assertThat(KnownPlaces.read(bytes).orElseThrow().bytes()).isEqualTo(bytes);
    for (int cut = 0; cut < bytes.length; cut++) {
      assertThat(KnownPlaces.read(Arrays.copyOf(bytes, cut))).isEmpty();
    }
    for (int at = 0; at < bytes.length; at++) {
      byte[] broken = bytes.clone();
      broken[at] ^= 0x55;
      assertThat(KnownPlaces.read(broken)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void aScatteredGroupLiesAroundItsMiddleAndInTheFrame() {
    int n = 2_000;
    Scatter.Around[] around = new Scatter.Around[n];
    for (int i = 0; i < n - 1; i++) {
      around[i] = new Scatter.Around(i % 2 == 0 ? -600 : 600, 0, i / 2);
    }
    // the last is in no group, and hangs on one of the left
    Positions at = Scatter.place(around, new int[] {n - 1}, new int[] {0});

    double reach =
        IntStream.range(0, n)
            .mapToDouble(i -> Math.max(Math.abs(at.x()[i]), Math.abs(at.y()[i])))
            .max()
            .orElseThrow();
    assertThat(reach).isLessThanOrEqualTo(1_000);
    assertThat(at.x()[n - 1]).isNegative();
    assertThat(IntStream.range(0, n).mapToObj(i -> at.x()[i] + " " + at.y()[i]).distinct().count())
        .isEqualTo(n);
  }
}
