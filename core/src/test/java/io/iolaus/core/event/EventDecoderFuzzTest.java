package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes, a line is accepted, rejected or blank, and its shape can be shown.
class EventDecoderFuzzTest {

  private static final int LINES = 60_000;

  @ParameterizedTest
  @ValueSource(longs = {20261121, 7})
  void neverThrows(long seed) {
    Random random = new Random(seed);
    List<byte[]> lines =
        Stream.concat(
                EventLines.accepted().stream(),
                EventLines.rejected().stream().map(EventLines.Bad::line))
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList();
    EventDecoder decoder = EventLines.decoder();
    int accepted = 0;
    int rejected = 0;
    for (int i = 0; i < LINES; i++) {
      byte[] line = Mutations.of(random, lines.get(random.nextInt(lines.size())), lines);
      try {
        switch (decoder.decode(line, 0, line.length)) {
          case Decoded.Accepted _ -> accepted++;
          case Decoded.Rejected _ -> rejected++;
          case Decoded.Blank _ -> {}
        }
        if (i % 10 == 0) {
          Redaction.excerpt(line, 0, line.length);
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(
            "seed " + seed + ", line " + i + ": " + new String(line, StandardCharsets.ISO_8859_1),
            e);
      }
    }
    // Both ways are taken often, or the mutations are too mild or too wild.
    assertThat(accepted).isGreaterThan(LINES / 50);
    assertThat(rejected).isGreaterThan(LINES / 2);
  }
}
