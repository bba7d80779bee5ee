package io.iolaus.ingest.csv;

import java.io.IOException;

/// A mapping that cannot be used, or a file that it does not fit. The message is one line that
/// names the file, the place in it and what to do.
public final class CsvException extends IOException {
  private static final long serialVersionUID = 1L;

  CsvException(String message) {
    super(message);
  }
}
