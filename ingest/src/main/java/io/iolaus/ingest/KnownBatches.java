package io.iolaus.ingest;

import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.BatchWriter.BatchMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The batches in the graph, asked for again only where another process may have changed them: of
/// ten thousand small files in one call each would read all batches of those before it.
final class KnownBatches {

  private final BatchWriter writer;
  private final Map<String, BatchState> batches = new LinkedHashMap<>();
  private long replaced;

  KnownBatches(BatchWriter writer) {
    this.writer = writer;
  }

  /// Every batch of which something is in the graph.
  List<BatchState> list() {
    BatchMark mark = writer.mark();
    if (!mark.equals(expected())) {
      batches.clear();
      replaced = mark.replaced();
      writer.batches().forEach(this::put);
    }
    return List.copyOf(batches.values());
  }

  /// A batch as this process left it.
  void put(BatchState batch) {
    batches.put(batch.id(), batch);
  }

  /// Says that this process has changed more than one batch.
  void forget() {
    batches.clear();
  }

  private BatchMark expected() {
    return new BatchMark(
        batches.size(), batches.values().stream().mapToLong(BatchState::segments).sum(), replaced);
  }
}
