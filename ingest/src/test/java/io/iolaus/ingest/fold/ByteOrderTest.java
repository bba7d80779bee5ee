package io.iolaus.ingest.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteOrderTest {

  @Test
  void comparesLikeTheBytesDo() {
    List<String> texts = List.of("", "a", "ab", "b", "é", "\ud7ff", "\ue000", "\uffff", "😀", "😁");
    for (String a : texts) {
      for (String b : texts) {
        int expected =
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(ByteOrder.compare(a, b)))
            .as(a + " and " + b)
            .isEqualTo(Integer.signum(expected));
      }
    }
  }
}
