package io.iolaus.ingest.source;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The decompressed bytes of a source. Gzip and Zstandard are known by their first bytes; a name
/// says nothing.
public final class Content implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_BYTES = 4;

  private final CountingInputStream stored;
  private final InputStream bytes;
  private ByteArrayInputStream putBack = new ByteArrayInputStream(new byte[0]);
  private @Nullable IOException broken;

  private Content(CountingInputStream stored, InputStream bytes) {
    this.stored = stored;
    this.bytes = bytes;
  }

  /// Opens a source from the bytes it is stored as.
  public static Content open(InputStream in) throws IOException {
    CountingInputStream stored = new CountingInputStream(in);
    BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER);
    buffered.mark(MAGIC_BYTES);
    byte[] magic = buffered.readNBytes(MAGIC_BYTES);
    buffered.reset();
    return new Content(stored, decompressed(magic, buffered));
  }

  /// A stream of the decompressed bytes alone, where nobody asks how far it got.
  public static InputStream decompressed(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(MAGIC_BYTES);
    byte[] magic = buffered.readNBytes(MAGIC_BYTES);
    buffered.reset();
    return decompressed(magic, buffered);
  }

  private static InputStream decompressed(byte[] magic, InputStream in) throws IOException {
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return new GzipMembers(in, BUFFER);
    }
    boolean zstd =
        magic.length == MAGIC_BYTES
            && magic[0] == 0x28
            && magic[1] == (byte) 0xb5
            && magic[2] == 0x2f
            && magic[3] == (byte) 0xfd;
    return zstd ? new ZstdInputStream(in) : in;
  }

  /// Reads until the buffer is full or the content ends; returns how many bytes were read.
  ///
  /// @throws BrokenContentException if compressed data breaks off or is damaged, with what could be
  ///   read; every later call throws again
  int read(byte[] buffer, int from, int length) throws IOException {
    int count = putBack.read(buffer, from, length);
    count = Math.max(count, 0);
    try {
      while (count < length) {
        if (broken != null) {
          throw new BrokenContentException(count, broken);
        }
        int read = bytes.read(buffer, from + count, length - count);
        if (read < 0) {
          break;
        }
        count += read;
      }
      return count;
    } catch (EOFException | ZipException | ZstdIOException e) {
      broken = e;
      throw new BrokenContentException(count, e);
    }
  }

  /// The next bytes, fewer where the content ends or breaks off before.
  byte[] head(int length) throws IOException {
    byte[] head = new byte[length];
    int read;
    try {
      read = read(head, 0, length);
    } catch (BrokenContentException e) {
      read = e.read();
    }
    return Arrays.copyOf(head, read);
  }

  /// Puts bytes that were read, and none after them, back in front.
  void putBack(byte[] read) {
    putBack = new ByteArrayInputStream(read);
  }

  /// How many bytes of the source were read, as it is stored.
  public long storedBytes() {
    return stored.count.get();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static final class CountingInputStream extends FilterInputStream {

    // One thread adds, others look.
    private final AtomicLong count = new AtomicLong();

    CountingInputStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      counted(value < 0 ? -1 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return counted(super.read(buffer, from, length));
    }

    private int counted(int read) {
      if (read > 0) {
        count.addAndGet(read);
      }
      return read;
    }
  }
}
