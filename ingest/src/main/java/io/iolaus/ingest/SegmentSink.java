package io.iolaus.ingest;

import io.iolaus.ingest.journal.BatchState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Takes the sealed segments of a source, in order.
interface SegmentSink {

  /// Hands a segment over.
  void submit(Path segment) throws IOException;

  /// Waits until all is done that was handed over; where the batch in the graph stands then, if it
  /// moved.
  Optional<BatchState> await() throws IOException;
}
