package io.iolaus.ingest;

import java.io.IOException;
import java.util.List;

/// Loads event lines into the graph, exactly once in effect whatever crashes and whenever.
public final class IngestService {

  /// Loads these sources one after the other. A call that dies is taken up where it was by the next
  /// one with the same sources.
  ///
  /// @throws IOException if a source cannot be read at all, or the home not written
  public IngestSummary ingest(List<Source> sources, IngestListener listener) throws IOException {
    throw new UnsupportedOperationException("ingest " + sources.size() + listener);
  }
}
