package io.iolaus.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Remembers what was read from a stream until it is known whether it will be needed again.
final class RecordingInputStream extends FilterInputStream {

  private @Nullable ByteArrayOutputStream recorded = new ByteArrayOutputStream();

  RecordingInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0 && recorded != null) {
      recorded.write(value);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    if (read > 0 && recorded != null) {
      recorded.write(buffer, from, read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Forgets what was read.
  void stop() {
    recorded = null;
  }

  /// Writes what was read and all the rest to a file.
  void spoolTo(Path file) throws IOException {
    ByteArrayOutputStream beginning = recorded;
    if (beginning == null) {
      throw new IllegalStateException("what was read is forgotten");
    }
    recorded = null;
    try (OutputStream out = Files.newOutputStream(file)) {
      beginning.writeTo(out);
      in.transferTo(out);
    }
  }
}
