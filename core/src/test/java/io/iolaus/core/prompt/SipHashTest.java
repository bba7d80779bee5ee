package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The authors' published vectors: key 00 01 … 0f, input 00 01 … of each length.
class SipHashTest {

  @ParameterizedTest
  @CsvSource({
    "0, 726fdb47dd0e0e31",
    "1, 74f839c593dc67fd",
    "8, 93f5f5799a932462",
    "15, a129ca6149be45e5"
  })
  void givesThePublishedResult(int length, String expected) {
    SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
    ByteBuffer input = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      input.put(i, (byte) i);
    }
    int whole = length / Long.BYTES;
    long[] words = new long[whole + 1];
    for (int i = 0; i < whole; i++) {
      words[i + 1] = input.getLong(i * Long.BYTES);
    }
    long last = length % Long.BYTES == 0 ? 0 : input.getLong(whole * Long.BYTES);
    assertThat(Long.toHexString(hash.of(words, 1, whole, last | (long) length << 56)))
        .isEqualTo(expected);
  }
}
