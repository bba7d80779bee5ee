package io.iolaus.core.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Changes lines here and there, as broken producers and bad disks do: bits flipped, pieces cut,
/// doubled, swapped between lines, and things put in that parsers stumble over.
public final class Mutations {

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
              "-",
              "true",
              "-0",
              "1e400",
              "1e999",
              "0.5",
              "1.0",
              "\\u0000",
              "\\ud83d",
              "\ufeff",
              "\u2028",
              "4111111111111111",
              "4111 1111 1111 1111",
              "/24",
              "::",
              "%eth0",
              "Z",
              "+23:59",
              "9999-12-31T00:00:00Z",
              "0001-01-01T00:00:00Z",
              "\"type\":",
              "\"id\":\"x\",",
              "\"\\u0069d\":\"x\",",
              "\"eventId\":\"e-1\",",
              "\"count\":1000000000,",
              "\n",
              "\r",
              "\r\n",
              " ",
              "\t\n",
              "\u0000",
              "[[[[[[[[",
              "{\"a\":{\"a\":")
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  private Mutations() {}

  /// The line as it is, or with one or two changes.
  static byte[] of(Random random, byte[] line) {
    return random.nextBoolean() ? line : of(random, line, List.of(line));
  }

  /// The line with one or two changes; other lines, none of them empty, lend it their ends.
  public static byte[] of(Random random, byte[] line, List<byte[]> lines) {
    byte[] bytes = line.clone();
    for (int n = 1 + random.nextInt(2); n > 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
      byte[] other = lines.get(random.nextInt(lines.size()));
      int from = random.nextInt(other.length);
      bytes =
          switch (random.nextInt(8)) {
            case 0 -> {
              bytes[at] ^= (byte) (1 << random.nextInt(8));
              yield bytes;
            }
            case 1, 2 -> spliced(bytes, at, at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            case 3 -> spliced(bytes, at, end, new byte[0]);
            case 4 -> spliced(bytes, at, end, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            case 5 ->
                spliced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
            case 6 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            default -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
          };
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
