package io.iolaus.ingest.source;

import io.iolaus.ingest.source.LineChunk.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Picks single lines out of a source of event lines.
public final class SourceLines {

  private static final int CHUNK_BYTES = 1 << 18;

  private SourceLines() {}

  /// Gives lines with these numbers, in their order: the number, and the bytes without the line
  /// feed. A line that is too long to be read, or not there, is left out.
  public static void read(Path file, Set<Long> numbers, BiConsumer<Long, byte[]> consumer)
      throws IOException {
    SourceOpener opener = new SourceOpener(List.of(), _ -> false, LineFormat.NDJSON, _ -> {});
    try (OpenSource source = opener.open(file)) {
      LineChunks chunks = LineFormat.NDJSON.chunks(file.toString(), source, CHUNK_BYTES);
      for (LineChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        if (chunk.kind() == Kind.TOO_LONG
            || chunk.kind() == Kind.TOO_LONG_AND_CUT
            || chunk.kind() == Kind.BROKEN) {
          continue;
        }
        for (int i = 0; i < chunk.lines(); i++) {
          if (numbers.contains(chunk.line(i))) {
            consumer.accept(
                chunk.line(i),
                Arrays.copyOfRange(chunk.data(), chunk.starts()[i], chunk.ends()[i]));
          }
        }
      }
    }
  }
}
