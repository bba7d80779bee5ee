package io.iolaus.ingest.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Another worker has the journal open.
public final class JournalInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalInUseException(Path folder) {
    super(
        "another ingest is running on "
            + folder
            + ": wait until it is done, or stop it; nothing was loaded");
  }
}
