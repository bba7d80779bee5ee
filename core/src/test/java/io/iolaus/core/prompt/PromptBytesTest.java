package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What lies in graphs must stay readable and equal contents must keep equal bytes, whatever holds
/// them in memory.
class PromptBytesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 22);

  @Test
  void areThoseOfTheFirstVersion() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Random random = new Random(20261121);
    for (int i = 0; i < 300; i++) {
      PromptReservoir reservoir = new PromptReservoir();
      int lines = random.nextInt(1, 1 << random.nextInt(1, 11));
      int prompts = 1 << random.nextInt(9);
      for (int line = 0; line < lines; line++) {
        long key = random.nextInt(prompts) * 0x9E3779B97F4A7C15L;
        long shingle = random.nextInt(3);
        reservoir.add(
            random.nextInt(3) == 0,
            new PromptSketch(
                key, new long[] {shingle, 3 + shingle, 1L << (40 + random.nextInt(2) * 15)}),
            DAY.plusDays(random.nextInt(50)),
            random.nextInt(4) == 0 ? random.nextInt(1, 1_000_000_000) : 1);
      }
      sha256.update(reservoir.toBytes());
    }
    assertThat(HexFormat.of().formatHex(sha256.digest()))
        .isEqualTo("96b84562e6d1dbf379ca9be3c861e50a6c698813f2879479e5219dd3a270af29");
  }
}
