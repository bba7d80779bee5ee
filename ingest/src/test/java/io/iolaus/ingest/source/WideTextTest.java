package io.iolaus.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideTextTest {

  private static final String LINE = "{\"type\":\"account\",\"id\":\"a\"}\n";

  private static byte[] head(int[] mark, byte[]... rest) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int b : mark) {
      head.write(b);
    }
    for (byte[] bytes : rest) {
      head.writeBytes(bytes);
    }
    return head.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void isToldWithAMarkAndWithout(String name) {
    Charset charset = Charset.forName(name);
    String family = name.substring(0, 6);
    assertThat(WideText.remedy(LINE.getBytes(charset)))
        .hasValue(
            family
                + " text without a byte order mark, and UTF-8 is wanted: convert it first, with"
                + " `iconv -f "
                + name
                + " -t UTF-8`");
    assertThat(WideText.remedy(("\ufeff" + LINE).getBytes(charset)))
        .hasValue(
            family
                + ", and UTF-8 is wanted: convert it first, with `iconv -f "
                + family
                + " -t UTF-8`");
    assertThat(WideText.remedy("\ufeff顧客,カード,支払日,備考,金額\n".getBytes(charset))).isPresent();
    assertThat(WideText.remedy("\ufeff{}".getBytes(charset))).isEmpty();
  }

  @Test
  void oneBadLineOfUtf8IsNone() {
    int[] none = {};
    assertThat(
            Stream.of(
                head(none),
                utf8(LINE),
                utf8("\ufeff" + LINE),
                head(new int[] {0xff}, utf8(LINE)),
                head(new int[] {0xff, 0xfe}, utf8(LINE)),
                head(new int[] {0xff, 0xfe}, utf8("{\"id\":\"a\0b\"}\n" + LINE)),
                head(new int[] {0xfe, 0xff}, utf8(LINE)),
                head(new int[] {0, 0, 0xfe, 0xff}, utf8(LINE)),
                head(new int[] {0xff, 0xfe, 0, 0}, utf8(LINE)),
                utf8("\0".repeat(200)),
                utf8("a\0b\0c\0\n\0" + LINE),
                utf8("\0{\0}\0\n" + LINE)))
        .allSatisfy(head -> assertThat(WideText.remedy(head)).isEmpty());
  }
}
