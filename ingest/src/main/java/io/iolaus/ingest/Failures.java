package io.iolaus.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Brings what failed on another thread back as it was.
public final class Failures {

  private Failures() {}

  /// Waits for what another thread does.
  ///
  /// @param what it does, for the error of a thread that is interrupted meanwhile
  public static <T> T await(Future<T> future, String what) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + what);
    } catch (ExecutionException e) {
      throw unwrap(e);
    }
  }

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
