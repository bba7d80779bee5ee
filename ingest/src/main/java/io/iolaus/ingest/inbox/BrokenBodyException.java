package io.iolaus.ingest.inbox;

import java.io.IOException;

/// A body broke off before its end; nothing of it is kept.
public final class BrokenBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenBodyException(IOException cause) {
    super("the body broke off: " + cause.getMessage(), cause);
  }
}
