package io.iolaus.ingest.reject;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Reads the dead letters of one batch as far as the graph says that they hold. For one thread.
public final class DeadLetterReader implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InputStream in;
  private final long length;
  private boolean brokenEnd;
  private long position;

  private DeadLetterReader(InputStream in, long length, boolean brokenEnd) {
    this.in = in;
    this.length = length;
    this.brokenEnd = brokenEnd;
  }

  /// Opens the dead letters of a batch; there may be none.
  ///
  /// @param length how long the file is, as the graph has it
  /// @param brokenEnd whether one letter more follows
  /// @throws NoSuchFileException if there should be some, but not in this folder
  public static DeadLetterReader open(Path folder, String batch, long length, boolean brokenEnd)
      throws IOException {
    if (length == 0 && !brokenEnd) {
      return new DeadLetterReader(new ByteArrayInputStream(new byte[0]), 0, false);
    }
    Path file = new DeadLetterFile(folder, batch).path().normalize();
    if (!folder.normalize().equals(file.getParent()) || Files.size(file) < length) {
      throw new NoSuchFileException(file.toString());
    }
    return new DeadLetterReader(
        new BufferedInputStream(Files.newInputStream(file)), length, brokenEnd);
  }

  /// Goes to where {@link #position} was.
  public void skipTo(long place) throws IOException {
    in.skipNBytes(place - position);
    position = place;
    brokenEnd &= place <= length;
  }

  /// How many bytes were read.
  public long position() {
    return position;
  }

  /// The next letter; null at the end.
  public @Nullable DeadLetter next() throws IOException {
    byte[] line = line();
    return line == null ? null : JSON.readValue(line, DeadLetter.class);
  }

  /// Writes what is left, a line a letter.
  public void copyTo(OutputStream out) throws IOException {
    for (byte[] line = line(); line != null; line = line()) {
      out.write(line);
      out.write('\n');
    }
  }

  private byte @Nullable [] line() throws IOException {
    if (position >= length) {
      if (!brokenEnd) {
        return null;
      }
      brokenEnd = false;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int value = in.read();
    for (; value >= 0 && value != '\n'; value = in.read()) {
      line.write(value);
    }
    position += line.size() + (value < 0 ? 0 : 1);
    // A letter that is being written is not there yet.
    return value < 0 ? null : line.toByteArray();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
