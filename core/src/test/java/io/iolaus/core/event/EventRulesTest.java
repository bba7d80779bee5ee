package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which lines are taken and which are not, with field and reason code: the tables are in
/// `resources/events`.
class EventRulesTest {

  static List<String> accepted() {
    return EventLines.accepted();
  }

  static List<EventLines.Bad> rejected() {
    return EventLines.rejected();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void accepts(String line) {
    assertThat(EventLines.decode(line)).isInstanceOf(Decoded.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void rejects(EventLines.Bad bad) {
    assertThat(EventLines.decode(bad.line()))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> {
              assertThat(rejected.code().id()).isEqualTo(bad.code());
              assertThat(rejected.field()).isEqualTo(bad.field());
              assertThat(rejected.detail()).isNotBlank();
            });
  }

  @Test
  void theTableShowsEveryReasonThatALineOfTextCanHave() {
    Set<String> shown = rejected().stream().map(EventLines.Bad::code).collect(Collectors.toSet());
    Set<ReasonCode> elsewhere =
        EnumSet.of(
            ReasonCode.INVALID_UTF8,
            ReasonCode.TOO_DEEP,
            ReasonCode.LINE_TOO_LONG,
            ReasonCode.TEXT_TOO_LONG,
            ReasonCode.MALFORMED_ROW,
            ReasonCode.CONFLICT,
            ReasonCode.BROKEN_SOURCE);
    assertThat(ReasonCode.values())
        .allMatch(code -> shown.contains(code.id()) || elsewhere.contains(code));
  }

  @Test
  void blankLinesAreNoLines() {
    assertThat(Stream.of("", " ", "\t", "\r", " \r\n").map(EventLines::decode))
        .allMatch(Decoded.Blank.class::isInstance);
  }

  @Test
  void oneDecoderForgetsTheLineBefore() {
    EventDecoder decoder = EventLines.decoder();
    for (int round = 0; round < 2; round++) {
      for (String line : accepted()) {
        byte[] bytes = ("xx" + line + "yy").getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(bytes, 2, bytes.length - 2)).isEqualTo(EventLines.decode(line));
      }
    }
  }

  @Test
  void rejectsWhatIsNotUtf8() {
    for (byte[] bad :
        List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc3},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})) {
      assertThat(codeOf(bytes("{\"type\":\"", bad, "\"}"))).isEqualTo(ReasonCode.INVALID_UTF8);
    }
  }

  @Test
  void rejectsUtf16AndNuls() {
    String line = accepted().getFirst();
    assertThat(codeOf(line.getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(ReasonCode.MALFORMED_JSON);
    assertThat(codeOf(line.getBytes(StandardCharsets.UTF_16BE)))
        .isEqualTo(ReasonCode.MALFORMED_JSON);
    assertThat(codeOf(new byte[100])).isEqualTo(ReasonCode.MALFORMED_JSON);
  }

  @Test
  void aByteOrderMarkIsNoPartOfALine() {
    assertThat(codeOf(("\ufeff" + accepted().getFirst()).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(ReasonCode.MALFORMED_JSON);
  }

  @Test
  void nestsUpTo64Levels() {
    String line =
        "{\"type\":\"model\",\"id\":\"m\",\"releasedAt\":\"2026-05-01T00:00:00Z\",\"x\":%s1%s}";
    assertThat(EventLines.decode(line.formatted("[".repeat(63), "]".repeat(63))))
        .isInstanceOf(Decoded.Accepted.class);
    for (int levels : List.of(64, 200, 100_000)) {
      assertThat(
              codeOf(
                  line.formatted("[".repeat(levels), "]".repeat(levels))
                      .getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(ReasonCode.TOO_DEEP);
    }
  }

  @Test
  void takesTextsOf1MiBOfUtf8() {
    assertThat(codeOf(exchange("prompt", "a".repeat(1 << 20)))).isNull();
    assertThat(codeOf(exchange("prompt", "a".repeat((1 << 20) + 1))))
        .isEqualTo(ReasonCode.TEXT_TOO_LONG);
    assertThat(codeOf(exchange("system", "é".repeat(1 << 19)))).isNull();
    assertThat(codeOf(exchange("system", "é".repeat(1 << 19) + "a")))
        .isEqualTo(ReasonCode.TEXT_TOO_LONG);
    assertThat(codeOf(exchange("prompt", "😀".repeat(1 << 18)))).isNull();
    assertThat(codeOf(exchange("prompt", "😀".repeat(1 << 18) + "a")))
        .isEqualTo(ReasonCode.TEXT_TOO_LONG);
  }

  @Test
  void takesTwoTextsOf1MiBHoweverTheyAreEscaped() {
    String escaped = "\\u0061".repeat(1 << 20);
    String line =
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"prompt\":\"%s\",\"system\":\"%s\"}";
    assertThat(codeOf(line.formatted(escaped, escaped).getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void rejectsALineAbove16MiB() {
    byte[] bytes = new byte[EventDecoder.MAX_LINE_BYTES + 1];
    Arrays.fill(bytes, (byte) 'a');
    assertThat(codeOf(bytes)).isEqualTo(ReasonCode.LINE_TOO_LONG);
  }

  @Test
  void countsCodePointsOfIdentifiers() {
    assertThat(codeOf(exchange("client", "😀".repeat(256)))).isNull();
    assertThat(codeOf(exchange("client", "😀".repeat(257)))).isEqualTo(ReasonCode.INVALID_ID);
    assertThat(codeOf(exchange("client", "a".repeat(257)))).isEqualTo(ReasonCode.INVALID_ID);
  }

  @Test
  void namesUnknownFieldsWithoutTheirValues() {
    Decoded.Accepted accepted =
        (Decoded.Accepted)
            EventLines.decode(
                "{\"type\":\"model\",\"id\":\"m\",\"releasedAt\":\"2026-05-01T00:00:00Z\",\"ip\":\"secret\",\"colour\":[\"secret\"],\"4111111111111111\":1}");
    assertThat(accepted.unknownFields()).containsExactlyInAnyOrder("ip", "colour", "(card number)");
  }

  @Test
  void reasonCodesAreFoundByTheirIds() {
    Set<String> ids = new HashSet<>();
    for (ReasonCode code : ReasonCode.values()) {
      assertThat(ReasonCode.byId(code.id())).contains(code);
      assertThat(ids.add(code.id())).isTrue();
    }
    assertThat(ReasonCode.byId("no-such-code")).isEmpty();
  }

  private static byte[] exchange(String field, String value) {
    return "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"%s\":\"%s\"}"
        .formatted(field, value)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ReasonCode codeOf(byte[] line) {
    return EventLines.decoder().decode(line, 0, line.length) instanceof Decoded.Rejected rejected
        ? rejected.code()
        : null;
  }

  private static byte[] bytes(String head, byte[] middle, String tail) {
    byte[] bytes =
        Arrays.copyOf(
            head.getBytes(StandardCharsets.UTF_8), head.length() + middle.length + tail.length());
    System.arraycopy(middle, 0, bytes, head.length(), middle.length);
    System.arraycopy(
        tail.getBytes(StandardCharsets.UTF_8),
        0,
        bytes,
        head.length() + middle.length,
        tail.length());
    return bytes;
  }
}
