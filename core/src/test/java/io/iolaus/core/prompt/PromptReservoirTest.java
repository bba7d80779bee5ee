package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReservoirTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 22);

  private record Line(boolean system, PromptSketch sketch, LocalDate day, long count) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void hasTheSameBytesWhateverTheOrderAndTheFolds(long seed) {
    Random random = new Random(seed);
    List<Line> lines = lines(random, 600);
    byte[] whole = fold(lines).toBytes();
    for (int trial = 0; trial < 10; trial++) {
      Collections.shuffle(lines, random);
      List<PromptReservoir> parts = new ArrayList<>();
      for (int from = 0; from < lines.size(); ) {
        int to = Math.min(lines.size(), from + 1 + random.nextInt(200));
        PromptReservoir part = fold(lines.subList(from, to));
        parts.add(random.nextBoolean() ? part : PromptReservoir.fromBytes(part.toBytes()));
        from = to;
      }
      while (parts.size() > 1) {
        parts.get(random.nextInt(parts.size() - 1)).merge(parts.removeLast());
      }
      assertThat(parts.getFirst().toBytes()).isEqualTo(whole);
    }
  }

  @Test
  void comesBackFromItsBytes() {
    PromptReservoir reservoir = fold(lines(new Random(6), 500));
    PromptReservoir back = PromptReservoir.fromBytes(reservoir.toBytes());
    assertThat(back.toBytes()).isEqualTo(reservoir.toBytes());
    assertThat(back.total(false)).isEqualTo(reservoir.total(false));
    assertThat(back.sampled(true)).usingRecursiveComparison().isEqualTo(reservoir.sampled(true));
  }

  @Test
  void countsEachSampledPromptByDay() {
    PromptReservoir reservoir = new PromptReservoir();
    PromptSketch sketch = new PromptSketch(1, new long[] {2, 3});
    reservoir.add(false, sketch, DAY.plusDays(3), 2);
    reservoir.add(false, sketch, DAY, 5);
    reservoir.add(false, sketch, DAY.plusDays(3), 1);
    reservoir.add(true, sketch, DAY, 9);
    SampledPrompts sampled = reservoir.sampled(false);
    assertThat(sampled.size()).isEqualTo(1);
    assertThat(byDay(sampled, 0)).containsExactly(entry(DAY, 5L), entry(DAY.plusDays(3), 3L));
    assertThat(sampled.total(0)).isEqualTo(8);
    assertThat(sampled.firstDay(0)).isEqualTo((int) DAY.toEpochDay());
    assertThat(sampled.lastDay(0)).isEqualTo((int) DAY.plusDays(3).toEpochDay());
    assertThat(reservoir.total(false)).isEqualTo(8);
    assertThat(reservoir.total(true)).isEqualTo(9);
  }

  @Test
  void leavesOutWhatWasPromptedOutsideAWindow() {
    PromptReservoir reservoir = new PromptReservoir();
    PromptSketch often = new PromptSketch(1, new long[] {2, 3});
    for (int day = 0; day < 5; day++) {
      reservoir.add(false, often, DAY.plusDays(day), day + 1);
    }
    reservoir.add(false, new PromptSketch(2, new long[] {4}), DAY, 1);
    reservoir.add(false, new PromptSketch(3, new long[] {5, 6, 7}), DAY.plusDays(4), 1);
    SampledPrompts sampled = reservoir.sampled(false, DAY.plusDays(1), DAY.plusDays(3));
    assertThat(sampled.size()).isEqualTo(1);
    assertThat(sampled.identity(0)).isEqualTo(often.identity());
    assertThat(byDay(sampled, 0))
        .containsExactly(
            entry(DAY.plusDays(1), 2L), entry(DAY.plusDays(2), 3L), entry(DAY.plusDays(3), 4L));
    assertThat(sampled.total(0)).isEqualTo(9);
    assertThat(sampled.shingles()).isEqualTo(2);
    assertThat(reservoir.sampled(false, DAY.minusDays(9), DAY.minusDays(1)).isEmpty()).isTrue();
  }

  private static Map<LocalDate, Long> byDay(SampledPrompts sampled, int prompt) {
    Map<LocalDate, Long> days = new TreeMap<>();
    sampled.eachDay(prompt, days::put);
    return days;
  }

  @Test
  void keepsNoMoreThanItsCapacityAndStillTellsHowManyThereWere() {
    Random random = new Random(7);
    PromptReservoir reservoir = new PromptReservoir();
    for (int i = 0; i < 20_000; i++) {
      PromptSketch sketch = new PromptSketch(random.nextLong(), new long[] {1, 2, 3});
      reservoir.add(false, sketch, DAY, 1);
      reservoir.add(false, sketch, DAY, 1);
    }
    SampledPrompts sampled = reservoir.sampled(false);
    assertThat(sampled.size()).isEqualTo(PromptReservoir.CAPACITY);
    assertThat(IntStream.range(0, sampled.size())).allMatch(i -> sampled.total(i) == 2);
    assertThat(reservoir.distinct(false)).isCloseTo(20_000, Percentage.withPercentage(40));
    assertThat(reservoir.distinct(true)).isZero();
    assertThat(reservoir.toBytes().length).isLessThan(3000);
  }

  @Test
  void keepsTheSameOneOfTwoSketchesWithOneKey() {
    PromptSketch a = new PromptSketch(1, new long[] {5, 6});
    PromptSketch b = new PromptSketch(1, new long[] {4, 7});
    PromptReservoir ab = fold(List.of(new Line(false, a, DAY, 1), new Line(false, b, DAY, 1)));
    PromptReservoir ba = fold(List.of(new Line(false, b, DAY, 1), new Line(false, a, DAY, 1)));
    assertThat(ab.toBytes()).isEqualTo(ba.toBytes());
  }

  @Test
  void refusesACountBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PromptReservoir().add(false, new PromptSketch(1, new long[0]), DAY, 0))
        .withMessageContaining("was 0");
  }

  @Test
  void refusesAnUnknownVersion() {
    byte[] bytes = new PromptReservoir().toBytes();
    bytes[0] = 2;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptReservoir.fromBytes(bytes))
        .withMessageContaining("version");
  }

  @Test
  void refusesBytesThatAreCutOrTooMany() {
    byte[] bytes = fold(lines(new Random(8), 30)).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException().isThrownBy(() -> PromptReservoir.fromBytes(cut));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptReservoir.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @Test
  void neverFailsButByRefusingDamagedBytes() {
    Random random = new Random(9);
    byte[] bytes = fold(lines(random, 100)).toBytes();
    for (int trial = 0; trial < 20_000; trial++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        PromptReservoir.fromBytes(damaged);
      } catch (IllegalArgumentException expected) {
        // The one way to refuse.
      }
    }
  }

  private static PromptReservoir fold(List<Line> lines) {
    PromptReservoir reservoir = new PromptReservoir();
    lines.forEach(line -> reservoir.add(line.system(), line.sketch(), line.day(), line.count()));
    return reservoir;
  }

  private static List<Line> lines(Random random, int size) {
    List<PromptSketch> sketches = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      long[] shingles = random.longs(random.nextInt(25)).sorted().toArray();
      sketches.add(new PromptSketch(random.nextLong(), shingles));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(
          new Line(
              random.nextInt(4) == 0,
              sketches.get(random.nextInt(sketches.size())),
              DAY.plusDays(random.nextInt(44)),
              1 + random.nextInt(5)));
    }
    return lines;
  }
}
