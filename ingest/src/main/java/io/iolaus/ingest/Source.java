package io.iolaus.ingest;

import io.iolaus.ingest.source.LineFormat;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.SourceOpener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Where lines come from. What it is called does not matter for recognising it again: its bytes do.
public sealed interface Source {

  /// What people know it by.
  String name();

  /// How it is cut into lines.
  LineFormat format();

  /// Finds out whether it can be read and is of its format. A stream is not looked into.
  ///
  /// @throws IOException if not
  default void check() throws IOException {}

  /// A file of event lines: plain, gzip or Zstandard, told by its first bytes.
  static Source file(Path path) {
    return file(path, LineFormat.NDJSON);
  }

  /// A file of another format, compressed or not.
  static Source file(Path path, LineFormat format) {
    return new FileSource(path, format);
  }

  /// Standard input, or any stream that can be read once; the caller closes it.
  static Source standardInput(InputStream in) {
    return standardInput(in, LineFormat.NDJSON);
  }

  /// Standard input in another format.
  static Source standardInput(InputStream in, LineFormat format) {
    return new StreamSource("standard input", in, format);
  }

  /// A file that was handed over once, as it is, under an id: what of it is new becomes a batch of
  /// that id, which never grows. Where all of it is known the batch says so and holds no line.
  static Source delivery(String id, Path path) {
    return new DeliverySource(id, path);
  }

  /// A file on disk; it may be read more than once.
  record FileSource(Path path, LineFormat format) implements Source {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public void check() throws IOException {
      SourceOpener opener = new SourceOpener(List.of(), _ -> false, format, _ -> {});
      try (OpenSource opened = opener.open(path)) {
        format.chunks(name(), opened, OpenSource.HEAD_BYTES);
      }
    }
  }

  /// A file that was handed over under an id.
  record DeliverySource(String id, Path path) implements Source {
    @Override
    public String name() {
      return "http:" + id;
    }

    @Override
    public LineFormat format() {
      return LineFormat.NDJSON;
    }
  }

  /// A stream that can be read once.
  record StreamSource(String name, InputStream in, LineFormat format) implements Source {

    /// A stream of event lines.
    public StreamSource(String name, InputStream in) {
      this(name, in, LineFormat.NDJSON);
    }
  }
}
