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
  private static final List<byte[]> SNIPPETS =
      Stream.of(
              "\"",
              "\\",
              "{",
              "}",
              "[",
              "]",
              ":",
              ",",
              "null",
              "true",
              "-",
              "1e999",
              "0.5",
              "\\u0000",
              "\\ud83d",
              "\ufeff",
              "4111111111111111",
              "/24",
              "::",
              "Z",
              "+23:59",
              "\"type\":",
              "\"id\":\"x\",",
              "\n",
              "\r",
              " ")
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

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
      byte[] line = mutated(lines.get(random.nextInt(lines.size())), lines, random);
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

  private static byte[] mutated(byte[] line, List<byte[]> lines, Random random) {
    byte[] bytes = line.clone();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> spliced(bytes, at, at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            case 2 ->
                spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), new byte[0]);
            case 3 ->
                spliced(
                    bytes, at, bytes.length, tail(lines.get(random.nextInt(lines.size())), random));
            case 4 ->
                spliced(
                    bytes,
                    at,
                    Math.min(bytes.length, at + 1),
                    new byte[] {(byte) random.nextInt(256)});
            default ->
                spliced(
                    bytes,
                    at,
                    at,
                    java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 30)));
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    if (bytes.length > 0) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] tail(byte[] line, Random random) {
    return java.util.Arrays.copyOfRange(line, random.nextInt(line.length), line.length);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
