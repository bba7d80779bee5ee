package io.iolaus.simulate.events;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Reads the event files of a folder: `*.ndjson`, `*.ndjson.gz`, `*.ndjson.zst`, in the order of
/// their names.
public final class EventFolder {

  private static final int BUFFER = 1 << 16;

  private EventFolder() {}

  /// Takes one line, in `buffer[from, to)`, without its line feed.
  @FunctionalInterface
  public interface LineSink {
    void line(byte[] buffer, int from, int to);
  }

  /// Hands every line of every event file in a folder to `sink`.
  ///
  /// @throws IllegalArgumentException if there are none
  public static void readAll(Path folder, LineSink sink) throws IOException {
    for (Path file : in(folder)) {
      read(file, sink);
    }
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> events = files.filter(EventFolder::isEvents).sorted().toList();
      if (events.isEmpty()) {
        throw new IllegalArgumentException(
            folder + " holds no event files: *.ndjson, plain or with .gz or .zst");
      }
      return events;
    }
  }

  private static boolean isEvents(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".ndjson") || name.endsWith(".ndjson.gz") || name.endsWith(".ndjson.zst");
  }

  /// Hands every line of a file to `sink`.
  static void read(Path file, LineSink sink) throws IOException {
    try (InputStream in = open(file)) {
      byte[] buffer = new byte[BUFFER];
      int filled = 0;
      for (int read = in.read(buffer); read >= 0; ) {
        filled += read;
        int done = lines(buffer, filled, sink);
        System.arraycopy(buffer, done, buffer, 0, filled - done);
        filled -= done;
        if (filled == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        read = in.read(buffer, filled, buffer.length - filled);
      }
      if (filled > 0) {
        sink.line(buffer, 0, filled);
      }
    }
  }

  private static int lines(byte[] buffer, int filled, LineSink sink) {
    int start = 0;
    for (int i = 0; i < filled; i++) {
      if (buffer[i] == '\n') {
        sink.line(buffer, start, i);
        start = i + 1;
      }
    }
    return start;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    String name = file.getFileName().toString();
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(in, BUFFER);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(in) : in;
  }
}
