package io.iolaus.ingest.replace;

import java.io.IOException;

/// A batch that cannot be replaced, or not now. Nothing was changed; the message says what to do.
public final class ReplacementRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  public ReplacementRefusedException(String message) {
    super(message);
  }
}
