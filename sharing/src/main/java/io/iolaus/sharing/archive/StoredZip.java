package io.iolaus.sharing.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP that can be written in one way only: entries as they are, one after the other, without
/// times, comments or anything else that could be changed unseen.
final class StoredZip implements AutoCloseable {

  /// The first that the format can tell.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  StoredZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setMethod(ZipOutputStream.STORED);
  }

  /// What an entry is made of; read twice.
  interface Content {
    InputStream open() throws IOException;
  }

  void add(String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    measure(content, entry);
    zip.putNextEntry(entry);
    try (InputStream in = content.open()) {
      in.transferTo(zip);
    }
    zip.closeEntry();
  }

  private static void measure(Content content, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = content.open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum.update(buffer, 0, read);
        size += read;
      }
    }
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(sum.getValue());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
