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

/// Writes a segment so that it is there whole or not at all: beside its place, flushed to disk, then
/// renamed.
///
/// A segment is a Zstandard stream of CBOR arrays (header, each part as a byte string, rejected
/// lines) and behind it the
/// SHA-256 of that stream.
final class SegmentWriter {

  private static final int COMPRESSION_LEVEL = 1;
  private static final int BUFFER = 1 << 16;

  private SegmentWriter() {}

  static void write(Path file, SegmentHeader header, List<Part> parts, List<String> deadLetters)
      throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      MessageDigest sha256 = Digests.sha256();
      ZstdOutputStream zstd =
          new ZstdOutputStream(
              new DigestOutputStream(new KeepOpen(out), sha256), COMPRESSION_LEVEL);
      try (CborOut cbor = new CborOut(zstd)) {
        header.write(cbor);
        parts.forEach(part -> cbor.bytes(PartCodec.encode(part)));
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
