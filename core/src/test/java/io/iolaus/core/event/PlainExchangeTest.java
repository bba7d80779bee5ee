package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick way for plain exchange lines must never show: not in what is accepted, not in why a
/// line is refused.
class PlainExchangeTest {

  private static final int LINES = 350_000;
  private static final String FINGERPRINT =
      new Fingerprints(EventLines.SECRET)
          .encode(
              new PromptSketcher(EventLines.SECRET)
                  .sketch("Take the role of an expert and explain the matter at hand in detail"));

  private final PlainExchangeReader plain =
      new PlainExchangeReader(EventLines.SECRET, SharedValues.none());

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void saysOfEveryLineWhatTheGeneralWaySays(long seed) {
    Random random = new Random(seed);
    EventDecoder quick = EventLines.decoder();
    EventDecoder general =
        EventDecoder.general(EventLines.SECRET, new PromptSketcher(EventLines.SECRET));
    List<byte[]> lines =
        Stream.generate(() -> ExchangeLines.of(random, FINGERPRINT)).limit(5_000).toList();
    int taken = 0;
    for (int i = 0; i < LINES; i++) {
      byte[] line = Mutations.of(random, lines.get(random.nextInt(lines.size())));
      int from = random.nextInt(3);
      byte[] buffer = new byte[from + line.length + random.nextInt(2) * 100];
      Arrays.fill(buffer, (byte) "{\"x, ".charAt(random.nextInt(5)));
      System.arraycopy(line, 0, buffer, from, line.length);
      Decoded expected = general.decode(buffer, from, from + line.length);
      Decoded actual = quick.decode(buffer, from, from + line.length);
      if (!Objects.equals(actual, expected)) {
        assertThat(actual)
            .as("seed %d, line %d: %s", seed, i, new String(line, StandardCharsets.ISO_8859_1))
            .isEqualTo(expected);
      }
      if (i % 10 == 0) {
        taken += plain.read(buffer, from, from + line.length) != null ? 1 : 0;
      }
    }
    // Both ways are taken often, or the mutations are too mild or too wild.
    assertThat(taken).isBetween(LINES / 40, LINES * 3 / 40);
  }

  @Test
  void takesLinesAsProducersWriteThem() {
    List<String> lines = new ArrayList<>();
    lines.add("{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\"}");
    lines.add("{\"type\": \"exchange\", \"account\": \"a\", \"at\": \"2026-04-22T10:00:00.5Z\"}");
    lines.add(
        "{\"at\":\"2026-04-22T10:00:00.123456789Z\",\"account\":\"a\",\"type\":\"exchange\"}\r");
    lines.add(
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"ip\":\"203.0.113.7\",\"fingerprint\":\"%s\",\"inputTokens\":0,\"count\":3}"
            .formatted(FINGERPRINT));
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertThat(plain.read(bytes, 0, bytes.length)).as(line).isEqualTo(EventLines.event(line));
    }
  }

  @Test
  void leavesWhatIsNotPlainToTheGeneralWay() {
    for (String line :
        List.of(
            "{}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\"} x",
            "{\"type\":\"exchange\",\"account\":\"a\"}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\"}",
            "{\"type\":\"exchange\",\"account\":\"\\u0061\",\"at\":\"2026-04-22T10:00:00Z\"}",
            "{\"type\":\"exchange\",\"account\":\"ä\",\"at\":\"2026-04-22T10:00:00Z\"}",
            "{\"type\":\"exchange\",\"account\":\"4111111111111111\",\"at\":\"2026-04-22T10:00:00Z\"}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-31T10:00:00Z\"}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2100-01-01T00:00:01Z\"}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:60Z\"}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"count\":0}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"count\":1e3}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"count\":01}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"prompt\":\"x\"}",
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T10:00:00Z\",\"eventId\":\"x\"}")) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertThat(plain.read(bytes, 0, bytes.length)).as(line).isNull();
    }
  }

  @Test
  void sharesEqualValues() {
    String line =
        "{\"type\":\"exchange\",\"account\":\"acc-17\",\"at\":\"2026-04-22T10:00:00Z\",\"fingerprint\":\"%s\"}"
            .formatted(FINGERPRINT);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    Event.Exchange first = plain.read(bytes, 0, bytes.length);
    Event.Exchange second = plain.read(bytes.clone(), 0, bytes.length);
    assertThat(second.account()).isSameAs(first.account());
    assertThat(second.prompt()).isSameAs(first.prompt());
  }
}
