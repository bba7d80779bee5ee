package io.iolaus.ingest;

import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.JournalInUseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// Opens a journal as soon as no other load works on it. How long that takes is up to the other
/// load, so the wait ends only with it, or when the listener wants to stop.
final class JournalWait {

  private static final Duration POLL = Duration.ofMillis(200);

  private JournalWait() {}

  static Journal open(Path folder, Clock clock, IngestListener listener) throws IOException {
    boolean told = false;
    while (true) {
      try {
        return Journal.open(folder, clock);
      } catch (JournalInUseException e) {
        if (!told) {
          listener.notice("another load is working on this home, waiting until it is done");
          told = true;
        }
        pause(listener);
      }
    }
  }

  private static void pause(IngestListener listener) throws IOException {
    if (listener.stopped()) {
      throw new IngestStoppedException();
    }
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another load was working");
    }
  }
}
