package io.iolaus.ingest;

import java.io.IOException;

/// A load was asked to stop. What it has sealed is in the graph or in the journal; the next load of
/// the same source goes on there.
public final class IngestStoppedException extends IOException {
  private static final long serialVersionUID = 1L;

  IngestStoppedException() {
    super("stopped: nothing is lost, the same command goes on from here");
  }
}
