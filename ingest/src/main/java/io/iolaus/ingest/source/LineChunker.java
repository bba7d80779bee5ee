package io.iolaus.ingest.source;

import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk.Kind;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// Cuts a source where lines end.
public final class LineChunker extends ChunkReader {

  /// Starts at a position of a source.
  ///
  /// @param content what follows the position
  /// @param digest over all bytes before it
  /// @param chunkBytes about how large chunks are
  public LineChunker(Content content, SourcePosition start, MessageDigest digest, int chunkBytes) {
    super(content, start, digest, chunkBytes);
  }

  @Override
  protected int wholeLines(byte[] data, int from, int size) {
    for (int i = size - 1; i >= from; i--) {
      if (data[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  protected LineChunk lines(byte[] data, int end) {
    int[] ends = LineFeeds.all(data, end);
    int count = ends.length;
    int[] starts = new int[count];
    starts[0] = byteOrderMark(data, end);
    for (int line = 1; line < count; line++) {
      starts[line] = ends[line - 1] + 1;
    }
    long line = line();
    long offset = offset();
    return new LineChunk(Kind.LINES, data, starts, ends, line, offset, advance(data, end, count));
  }

  @Override
  protected @Nullable LineChunk last(byte[] data, int size) {
    int start = byteOrderMark(data, size);
    if (start == size) {
      return null;
    }
    long line = line();
    long offset = offset();
    return new LineChunk(
        Kind.UNTERMINATED,
        data,
        new int[] {start},
        new int[] {size},
        line,
        offset,
        advance(data, size, 0));
  }
}
