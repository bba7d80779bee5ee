package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.prompt.PromptSketch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownValuesTest {

  private static final int FROM = 3;

  private static final PromptSketch SKETCH = new PromptSketch(1, new long[] {2});

  private final Random random = new Random(11);
  private final KnownValues.Texts known = new KnownValues.Texts(1 << 10, 1 << 20, 60);
  private final KnownValues.Sketches sketches = new KnownValues.Sketches(1 << 10, 1 << 20, 240);

  /// Bytes from 3 on, with room behind them as readers have it.
  private byte[] bytes(int length) {
    byte[] bytes = new byte[FROM + length + Words.PADDING];
    for (int i = FROM; i < FROM + length; i++) {
      bytes[i] = (byte) ('a' + random.nextInt(26));
    }
    bytes[FROM + length] = '"';
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 200, KnownValues.LONGEST})
  void findsExactlyTheBytesThatWereKept(int length) {
    byte[] kept = bytes(length);
    known.put(kept, FROM, FROM + length, 5L << 32, "kept");
    assertThat(known.find(kept, FROM, FROM + length, 5L << 32)).isEqualTo("kept");
    sketches.put(kept, FROM, FROM + length, 5L << 32, SKETCH);
    int place = sketches.at(kept, FROM, kept.length, 5L << 32);
    assertThat(sketches.value(place)).isSameAs(SKETCH);
    assertThat(sketches.length(place)).isEqualTo(length);
    // All under one hash: nothing but the bytes tells them apart.
    for (int i = FROM; i < FROM + length; i++) {
      byte[] other = kept.clone();
      other[i] ^= 1;
      assertThat(known.find(other, FROM, FROM + length, 5L << 32)).as("byte %d", i).isNull();
      assertThat(sketches.at(other, FROM, other.length, 5L << 32)).as("byte %d", i).isNegative();
    }
    if (length > 0) {
      assertThat(known.find(kept, FROM, FROM + length - 1, 5L << 32)).isNull();
    }
  }

  @Test
  void swappedWordsAreAnotherValue() {
    byte[] kept = bytes(32);
    known.put(kept, FROM, FROM + 32, 5L << 32, "kept");
    for (int a = 0; a < 4; a++) {
      for (int b = a + 1; b < 4; b++) {
        byte[] other = kept.clone();
        System.arraycopy(kept, FROM + 8 * a, other, FROM + 8 * b, 8);
        System.arraycopy(kept, FROM + 8 * b, other, FROM + 8 * a, 8);
        assertThat(known.find(other, FROM, FROM + 32, 5L << 32)).isNull();
      }
    }
  }

  @Test
  void ofThreeThatCollideTheFirstAndTheNewestStay() {
    byte[] all = "...onetwosix".getBytes(StandardCharsets.ISO_8859_1);
    byte[] padded = Arrays.copyOf(all, all.length + Words.PADDING);
    for (int i = 0; i < 3; i++) {
      known.put(padded, 3 + 3 * i, 6 + 3 * i, 7L << 32 | i, "value " + i);
    }
    assertThat(known.find(padded, 3, 6, 7L << 32)).isEqualTo("value 0");
    assertThat(known.find(padded, 6, 9, 7L << 32 | 1)).isNull();
    assertThat(known.find(padded, 9, 12, 7L << 32 | 2)).isEqualTo("value 2");
  }

  @Test
  void growsAndForgetsEverythingWhenItsBytesAreSpent() {
    KnownValues.Texts small = new KnownValues.Texts(1 << 12, 200_000, 60);
    byte[] padded = new byte[8 + Words.PADDING];
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] digits = "%08d".formatted(i).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(digits, 0, padded, 0, 8);
      long hash = i * 0x9E3779B97F4A7C15L;
      small.put(padded, 0, 8, hash, "value " + i);
      assertThat(small.find(padded, 0, 8, hash)).isEqualTo("value " + i);
      System.arraycopy(
          "%08d".formatted(i / 2).getBytes(StandardCharsets.ISO_8859_1), 0, padded, 0, 8);
      String earlier = small.find(padded, 0, 8, i / 2 * 0x9E3779B97F4A7C15L);
      assertThat(earlier).isIn(null, "value " + i / 2);
      found += earlier == null ? 0 : 1;
    }
    assertThat(found).isPositive().isLessThan(20_000);
  }

  @Test
  void longerValuesAreNotKept() {
    byte[] bytes = bytes(KnownValues.LONGEST + 1);
    known.put(bytes, FROM, FROM + KnownValues.LONGEST + 1, 5L << 32, "kept");
    assertThat(known.find(bytes, FROM, FROM + KnownValues.LONGEST + 1, 5L << 32)).isNull();
  }
}
