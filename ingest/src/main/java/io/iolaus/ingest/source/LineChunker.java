package io.iolaus.ingest.source;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk.Kind;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a source into chunks of whole lines, and knows the digest of everything before each chunk's
/// end. Memory is bounded by the longest line that is accepted; a longer one is skipped as it
/// streams by.
public final class LineChunker {

  private static final int EXCERPT = 4096;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Content content;
  private final MessageDigest digest;
  private final int chunkBytes;
  private long offset;
  private long newlines;
  private byte[] carried = new byte[0];
  private boolean ended;
  private boolean broken;
  private long stop = Long.MAX_VALUE;

  /// Starts at a position of a source.
  ///
  /// @param content what follows the position
  /// @param digest over all bytes before it
  /// @param chunkBytes about how large chunks are
  public LineChunker(Content content, SourcePosition start, MessageDigest digest, int chunkBytes) {
    this.content = content;
    this.digest = digest;
    this.chunkBytes = chunkBytes;
    offset = start.prefix().bytes();
    newlines = start.newlines();
  }

  /// Lets a chunk end at this offset, where a line must end.
  public void stopAt(long end) {
    stop = end;
  }

  /// The next chunk; null at the end of the source.
  public @Nullable LineChunk next() throws IOException {
    byte[] data = Arrays.copyOf(carried, Math.max(chunkBytes, carried.length * 2));
    int size = carried.length;
    int lookFrom = 0;
    while (true) {
      size = fill(data, size);
      int end = lastLineFeed(data, lookFrom, size) + 1;
      if (end > 0) {
        if (offset < stop && stop < offset + end) {
          end = (int) (stop - offset);
        }
        carried = Arrays.copyOfRange(data, end, size);
        return lines(data, end);
      }
      if (ended) {
        carried = new byte[0];
        return rest(data, size);
      }
      if (size > EventDecoder.MAX_LINE_BYTES) {
        return tooLong(data, size);
      }
      lookFrom = size;
      data = Arrays.copyOf(data, data.length * 2);
    }
  }

  private int fill(byte[] data, int size) throws IOException {
    if (ended) {
      return size;
    }
    try {
      int filled = size + content.read(data, size, data.length - size);
      ended = filled < data.length;
      return filled;
    } catch (BrokenContentException e) {
      ended = true;
      broken = true;
      return size + e.read();
    }
  }

  private static int lastLineFeed(byte[] data, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (data[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private LineChunk lines(byte[] data, int end) {
    int count = LineFeeds.count(data, end);
    int[] starts = new int[count];
    int[] ends = new int[count];
    int start = skipByteOrderMark(data, end);
    for (int line = 0; line < count; line++) {
      int feed = LineFeeds.next(data, start, end);
      starts[line] = start;
      ends[line] = feed;
      start = feed + 1;
    }
    return advance(Kind.LINES, data, starts, ends, end, count);
  }

  private @Nullable LineChunk rest(byte[] data, int size) {
    if (broken) {
      broken = false; // Reported once.
      return new LineChunk(
          Kind.BROKEN,
          data,
          new int[] {0},
          new int[] {size},
          newlines + 1,
          offset,
          new SourcePosition(new Prefix(offset, Digests.peek(digest)), newlines));
    }
    int start = skipByteOrderMark(data, size);
    if (start == size) {
      return null;
    }
    return advance(Kind.UNTERMINATED, data, new int[] {start}, new int[] {size}, size, 0);
  }

  /// Skips to the end of a line that is longer than any that is accepted.
  private LineChunk tooLong(byte[] data, int size) throws IOException {
    byte[] beginning = Arrays.copyOf(data, EXCERPT);
    long lineOffset = offset;
    digest.update(data, 0, size);
    long length = size;
    byte[] buffer = new byte[chunkBytes];
    int end = -1;
    while (end < 0 && !ended) {
      int read = fill(buffer, 0);
      end = LineFeeds.next(buffer, 0, read);
      int taken = end < 0 ? read : end + 1;
      digest.update(buffer, 0, taken);
      length += taken;
      carried = Arrays.copyOfRange(buffer, taken, read);
    }
    offset += length;
    long line = newlines + 1;
    newlines += end < 0 ? 0 : 1;
    boolean cut = end < 0;
    broken &= !cut; // A line that is cut stands for the break, too.
    return new LineChunk(
        cut ? Kind.TOO_LONG_AND_CUT : Kind.TOO_LONG,
        beginning,
        new int[] {0},
        new int[] {beginning.length},
        line,
        lineOffset,
        position());
  }

  private LineChunk advance(
      Kind kind, byte[] data, int[] starts, int[] ends, int size, int lineFeeds) {
    long before = offset;
    long line = newlines + 1;
    digest.update(data, 0, size);
    offset += size;
    newlines += lineFeeds;
    return new LineChunk(kind, data, starts, ends, line, before, position());
  }

  private SourcePosition position() {
    return new SourcePosition(new Prefix(offset, Digests.peek(digest)), newlines);
  }

  private int skipByteOrderMark(byte[] data, int size) {
    boolean marked =
        offset == 0
            && size >= BYTE_ORDER_MARK.length
            && Arrays.equals(
                data, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    return marked ? BYTE_ORDER_MARK.length : 0;
  }
}
