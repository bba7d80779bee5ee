package io.iolaus.ingest.reject;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The rejected lines of one batch, as NDJSON.
///
/// The batch in the graph says how long the file is. Whatever stands behind that was written by a
/// run that did not get to say so, and is cut off by the next one: so each line is there once. Where
/// workers with homes of their own have loaded one batch, each home has the lines that its worker
/// brought in, and the length is that of all together.
public final class DeadLetterFile {

  private final Path file;

  /// @param folder is there
  public DeadLetterFile(Path folder, String batch) {
    file = folder.resolve(batch + ".ndjson");
  }

  /// Cuts the file to the length that holds, appends lines, and flushes them to disk.
  ///
  /// @return the length after that
  public long append(long length, List<String> lines) throws IOException {
    if (length == 0 && lines.isEmpty()) {
      Files.deleteIfExists(file);
      return 0;
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    long end = length + bytes.remaining();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Shorter where another home has some of the lines: no hole must be left for them.
      channel.truncate(length).position(Math.min(length, channel.size()));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return end;
  }

  /// Appends lines of a source whose lines come in ascending order, whoever wrote before: where the
  /// file has not the length that holds (the last writer worked in another home, or died before the
  /// graph heard of it), letters from line `from` on are cut off instead.
  ///
  /// @return the length after that; `length` where there is nothing to append
  public long append(long length, long from, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return length;
    }
    long size = Files.exists(file) ? Files.size(file) : 0;
    return append(size == length ? length : lengthBefore(from), lines);
  }

  private long lengthBefore(long from) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long length = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (DeadLetter.lineOf(line) >= from) {
          break;
        }
        length += line.getBytes(StandardCharsets.UTF_8).length + 1;
      }
    }
    return length;
  }

  /// Where it is.
  public Path path() {
    return file;
  }
}
