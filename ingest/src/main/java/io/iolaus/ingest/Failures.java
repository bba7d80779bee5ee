package io.iolaus.ingest;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/// Brings what failed on another thread back as it was.
public final class Failures {

  private Failures() {}

  /// Throws the cause where it is unchecked, else gives it back to be thrown.
  public static IOException unwrap(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException cause -> cause;
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      case null, default -> throw new IllegalStateException(e);
    };
  }
}
