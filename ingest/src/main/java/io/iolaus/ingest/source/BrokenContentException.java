package io.iolaus.ingest.source;

import java.io.IOException;

/// Compressed data breaks off or is damaged.
final class BrokenContentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int read;

  /// @param read how many bytes the failed call had read before the break
  BrokenContentException(int read, IOException cause) {
    super(cause);
    this.read = read;
  }

  int read() {
    return read;
  }
}
