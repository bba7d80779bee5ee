package io.iolaus.ingest.source;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk.Kind;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Cuts a source into chunks of whole lines, and knows the digest of everything before each chunk's
/// end. Memory is bounded by the longest line that is accepted; a longer one is skipped as it
/// streams by. What a whole line is, a subclass says.
public abstract class ChunkReader implements LineChunks {

  private static final int EXCERPT = 4096;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Content content;
  private final MessageDigest digest;
  private final int chunkBytes;
  private long offset;
  private long newlines;
  // Of chunks that were given back, the last one first: it is the most likely in the processor's
  // caches.
  private final Deque<byte[]> spare = new ArrayDeque<>();
  private byte[] carried = new byte[0];
  private boolean ended;
  private boolean broken;
  private long stop = Long.MAX_VALUE;

  /// Starts at a position of a source.
  ///
  /// @param content what follows the position
  /// @param digest over all bytes before it
  /// @param chunkBytes about how large chunks are
  protected ChunkReader(
      Content content, SourcePosition start, MessageDigest digest, int chunkBytes) {
    this.content = content;
    this.digest = digest;
    this.chunkBytes = chunkBytes;
    offset = start.prefix().bytes();
    newlines = start.newlines();
  }

  /// Where the last whole line in `data[0, size)` ends, 0 if there is none.
  ///
  /// @param from no line ends before: so much was looked at by the call before
  protected abstract int wholeLines(byte[] data, int from, int size);

  /// The chunk of the whole lines that {@link #wholeLines} has just found.
  protected abstract LineChunk lines(byte[] data, int end);

  /// What is left at the end of the source and holds no whole line; null for nothing.
  protected abstract @Nullable LineChunk last(byte[] data, int size);

  @Override
  public final void stopAt(long end) {
    stop = end;
  }

  @Override
  public final @Nullable LineChunk next() throws IOException {
    byte[] data = buffer(Math.max(chunkBytes, carried.length * 2));
    int size = carried.length;
    System.arraycopy(carried, 0, data, 0, size);
    int lookFrom = 0;
    while (true) {
      size = fill(data, size);
      int end = wholeLinesToStop(data, lookFrom, size);
      if (end > 0) {
        carry(data, end, size);
        return lines(data, end);
      }
      if (ended) {
        carried = new byte[0];
        return broken ? broken(data, size) : last(data, size);
      }
      if (size > EventDecoder.MAX_LINE_BYTES) {
        return tooLong(data, size);
      }
      lookFrom = size;
      data = Arrays.copyOf(data, data.length * 2);
    }
  }

  @Override
  public final void recycle(LineChunk chunk) {
    if (chunk.data().length == chunkBytes) {
      spare.push(chunk.data());
    }
  }

  private byte[] buffer(int length) {
    byte[] used = length == chunkBytes ? spare.poll() : null;
    return used == null ? new byte[length] : used;
  }

  private int wholeLinesToStop(byte[] data, int from, int size) {
    if (offset < stop && stop < offset + size) {
      int end = wholeLines(data, 0, (int) (stop - offset));
      if (end > 0) {
        return end;
      }
    }
    return wholeLines(data, from, size);
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

  /// Keeps `data[from, to)` for the next chunk.
  protected final void carry(byte[] data, int from, int to) {
    carried = Arrays.copyOfRange(data, from, to);
  }

  private LineChunk broken(byte[] data, int size) {
    broken = false; // Reported once.
    return new LineChunk(
        Kind.BROKEN, data, new int[] {0}, new int[] {size}, newlines + 1, offset, position());
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
      end = firstLineFeed(buffer, 0, read);
      int taken = end < 0 ? read : end + 1;
      digest.update(buffer, 0, taken);
      length += taken;
      carry(buffer, taken, read);
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

  /// Where the first line feed of `data[from, to)` is, -1 if there is none.
  protected static int firstLineFeed(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /// Moves on behind `data[0, size)`; returns where that is.
  ///
  /// @param lineFeeds how many are among these bytes
  protected final SourcePosition advance(byte[] data, int size, int lineFeeds) {
    digest.update(data, 0, size);
    offset += size;
    newlines += lineFeeds;
    return position();
  }

  private SourcePosition position() {
    return new SourcePosition(new Prefix(offset, Digests.peek(digest)), newlines);
  }

  /// Where the next chunk begins.
  protected final long offset() {
    return offset;
  }

  /// The number of the line that the next chunk begins with, from 1.
  protected final long line() {
    return newlines + 1;
  }

  /// How many bytes of a byte order mark `data` begins with at the very start of the source.
  protected final int byteOrderMark(byte[] data, int size) {
    boolean marked =
        offset == 0
            && size >= BYTE_ORDER_MARK.length
            && Arrays.equals(
                data, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    return marked ? BYTE_ORDER_MARK.length : 0;
  }
}
