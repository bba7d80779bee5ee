package io.iolaus.ingest.journal;

import com.github.luben.zstd.ZstdOutputStream;
import io.iolaus.ingest.fold.Digests;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Writes a segment so that it is there whole or not at all: beside its place, flushed to disk,
/// then renamed.
///
/// A segment is Zstandard of CBOR values (an array for the header, each part as a byte string, an
/// array of rejected lines) and behind it the SHA-256 of all that. Parts are written first, to a
/// file of their own, and joined as they are: how many there are, which the header says, is known
/// only then, and memory need not hold them.
final class SegmentWriter {

  private static final int COMPRESSION_LEVEL = 1;
  private static final int BUFFER = 1 << 16;

  private SegmentWriter() {}

  /// Gives parts to write, one after the other.
  @FunctionalInterface
  interface PartSource {
    void forEach(Consumer<Part> action);
  }

  static void write(
      Path file, IntFunction<SegmentHeader> header, PartSource parts, List<String> deadLetters)
      throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Path body = file.resolveSibling(file.getFileName() + ".parts.tmp");
    int count = writeParts(body, parts);
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      MessageDigest sha256 = Digests.sha256();
      OutputStream digested = new DigestOutputStream(new KeepOpen(out), sha256);
      try (CborOut cbor = cbor(digested)) {
        header.apply(count).write(cbor);
      }
      Files.copy(body, digested);
      try (CborOut cbor = cbor(digested)) {
        cbor.begin().number(deadLetters.size());
        deadLetters.forEach(cbor::text);
        cbor.end();
      }
      out.write(sha256.digest());
      out.flush();
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    Folders.force(file.resolveSibling("."));
    Files.delete(body);
  }

  private static int writeParts(Path body, PartSource parts) throws IOException {
    int[] count = {0};
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(body), BUFFER);
        CborOut cbor = cbor(out)) {
      parts.forEach(part -> {
        cbor.bytes(PartCodec.encode(part));
        count[0]++;
      });
    }
    return count[0];
  }

  private static CborOut cbor(OutputStream out) throws IOException {
    return new CborOut(new ZstdOutputStream(out, COMPRESSION_LEVEL));
  }

  /// The digest follows the stream, so closing the stream must not close the file.
  private static final class KeepOpen extends FilterOutputStream {
    KeepOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
