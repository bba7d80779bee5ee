package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void agreesWithTheJavaDecoderOnEverySequenceOfTwoBytes() {
    byte[] bytes = new byte[2];
    for (int i = 0; i < 1 << 16; i++) {
      bytes[0] = (byte) (i >> 8);
      bytes[1] = (byte) i;
      assertAgrees(bytes);
    }
  }

  @Test
  void agreesWithTheJavaDecoderOnRandomBytes() {
    Random random = new Random(20261121);
    int[] leads = {0x41, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0x7f};
    int[] tails = {0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0x41};
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(30)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] =
            (byte)
                (random.nextInt(4) == 0
                    ? leads[random.nextInt(leads.length)]
                    : tails[random.nextInt(tails.length)]);
      }
      assertAgrees(bytes);
    }
  }

  @Test
  void seesANulWhereverItStands() {
    for (int i = 0; i < 20; i++) {
      byte[] bytes = "abcdefghijklmnopqrst".getBytes(StandardCharsets.UTF_8);
      bytes[i] = 0;
      assertThat(Utf8.check(bytes, 0, bytes.length)).isEqualTo(Utf8.Check.NUL);
    }
  }

  @Test
  void looksAtItsRangeOnly() {
    byte[] bytes = {(byte) 0xff, 'a', (byte) 0xff};
    assertThat(Utf8.check(bytes, 1, 2)).isEqualTo(Utf8.Check.CLEAN);
  }

  private static void assertAgrees(byte[] bytes) {
    boolean clean = Utf8.check(bytes, 0, bytes.length) != Utf8.Check.INVALID;
    boolean hasNul = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
    if (clean != decodes(bytes) && !hasNul) {
      assertThat(bytes).as("UTF-8: " + !clean).isNull();
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
