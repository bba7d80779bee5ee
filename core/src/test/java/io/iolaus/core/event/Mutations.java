package io.iolaus.core.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Changes lines here and there, as broken producers and bad disks do.
final class Mutations {

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

  private Mutations() {}

  /// The line as it is, or with one or two changes.
  static byte[] of(Random random, byte[] line) {
    return random.nextBoolean() ? line : of(random, line, List.of(line));
  }

  /// The line with one or two changes; other lines lend it their ends.
  static byte[] of(Random random, byte[] line, List<byte[]> lines) {
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
                    bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 30)));
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
    return Arrays.copyOfRange(line, random.nextInt(line.length), line.length);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
