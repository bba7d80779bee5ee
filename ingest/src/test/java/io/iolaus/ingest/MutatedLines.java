package io.iolaus.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Sources of lines that were valid before bits were flipped, pieces cut, doubled, swapped between
/// lines, and things put in that parsers stumble over.
final class MutatedLines {

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
              "-0",
              "1e400",
              "0.5",
              "1.0",
              "\\u0000",
              "\\ud83d",
              "\ufeff",
              "\u2028",
              "4111 1111 1111 1111",
              "/24",
              "::",
              "%eth0",
              "Z",
              "+23:59",
              "9999-12-31T00:00:00Z",
              "0001-01-01T00:00:00Z",
              "\"type\":",
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

  /// Where a line stands in its source.
  record Place(long line, long offset) {}

  private MutatedLines() {}

  /// About so many lines.
  static byte[] of(long seed, int count) {
    Random random = new Random(seed);
    List<byte[]> lines =
        NastyLines.of(seed, 2000).stream()
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .filter(line -> line.length > 1)
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream(count * 250);
    for (int i = 0; i < count; i++) {
      byte[] line = lines.get(random.nextInt(lines.size()));
      out.writeBytes(random.nextInt(5) == 0 ? line : mutated(line, lines, random));
      if (i + 1 < count || random.nextBoolean()) {
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  private static byte[] mutated(byte[] line, List<byte[]> lines, Random random) {
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

  /// Every line but blank ones, found by looking at one byte after the other.
  static List<Place> places(byte[] bytes) {
    List<Place> places = new ArrayList<>();
    int marked = startsWithByteOrderMark(bytes) ? 3 : 0;
    int start = marked;
    boolean blank = true;
    long line = 1;
    for (int i = marked; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        if (!blank) {
          places.add(new Place(line, start));
        }
        line++;
        start = i + 1;
        blank = true;
      } else {
        blank &= bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r';
      }
    }
    return places;
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }
}
