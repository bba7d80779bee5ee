package io.iolaus.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where lines come from. What it is called does not matter for recognising it again: its bytes do.
public sealed interface Source {

  /// What people know it by.
  String name();

  /// A file: plain, gzip or Zstandard, told by its first bytes.
  static Source file(Path path) {
    return new FileSource(path);
  }

  /// Standard input, or any stream that can be read once; the caller closes it.
  static Source standardInput(InputStream in) {
    return new StreamSource("standard input", in);
  }

  /// A file that was handed over once, as it is, under an id: what of it is new becomes a batch of
  /// that id, which never grows. Where all of it is known the batch says so and holds no line.
  static Source delivery(String id, Path path) {
    return new DeliverySource(id, path);
  }

  /// A file on disk; it may be read more than once.
  record FileSource(Path path) implements Source {
    @Override
    public String name() {
      return path.toString();
    }

    InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /// A file that was handed over under an id.
  record DeliverySource(String id, Path path) implements Source {
    @Override
    public String name() {
      return "http:" + id;
    }
  }

  /// A stream that can be read once.
  record StreamSource(String name, InputStream in) implements Source {}
}
