package io.iolaus.ingest;

import io.iolaus.core.event.Mutations;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sources of lines most of which were changed, and where each line stands.
final class MutatedLines {

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
      out.writeBytes(random.nextInt(5) == 0 ? line : Mutations.of(random, line, lines));
      if (i + 1 < count || random.nextBoolean()) {
        out.write('\n');
      }
    }
    return out.toByteArray();
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
