package io.iolaus.ingest.inbox;

import io.iolaus.cypher.home.PrivateFiles;
import io.iolaus.ingest.source.ContentDigest;
import io.iolaus.ingest.source.WideText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A body on its way to disk. For one thread.
final class ArrivingBody {

  private static final int BUFFER = 1 << 16;
  private static final long LOOK_AT_DISK_EVERY = 16 << 20;

  private final InboxFolder folder;
  private final String id;
  private final long reserve;
  private final LongConsumer grown;
  private final Path part;
  private long bytes;

  /// @param reserve how many bytes of the disk must stay free
  /// @param grown hears of each bit that came
  ArrivingBody(InboxFolder folder, String id, long reserve, LongConsumer grown) {
    this.folder = folder;
    this.id = id;
    this.reserve = reserve;
    this.grown = grown;
    part = folder.part(id);
  }

  /// Reads the body to its end and flushes it to disk; false when the disk has no room.
  boolean read(InputStream body) throws IOException {
    PrivateFiles.create(part);
    byte[] buffer = new byte[BUFFER];
    long looked = 0;
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        if (!write(out, buffer, read)) {
          return false;
        }
        bytes += read;
        grown.accept(read);
        if (bytes - looked >= LOOK_AT_DISK_EVERY) {
          looked = bytes;
          if (folder.usableBytes() < reserve) {
            return false;
          }
        }
      }
      out.force(true);
      return true;
    }
  }

  private static int read(InputStream body, byte[] buffer) throws BrokenBodyException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new BrokenBodyException(e);
    }
  }

  private boolean write(FileChannel out, byte[] buffer, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(buffer, 0, length);
    try {
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      return true;
    } catch (IOException e) {
      if (folder.usableBytes() < BUFFER) {
        return false;
      }
      throw e;
    }
  }

  /// What the body holds, however it was compressed.
  String contentDigest() throws IOException {
    return ContentDigest.of(part);
  }

  /// What it is and what to do where it is no UTF-8 from the first line to the last.
  Optional<String> otherText() throws IOException {
    return WideText.remedy(part);
  }

  void keep(Delivery delivery) throws IOException {
    folder.keep(delivery);
  }

  /// Removes what was not kept.
  void discard() throws IOException {
    Files.deleteIfExists(part);
  }

  String id() {
    return id;
  }

  long bytes() {
    return bytes;
  }
}
