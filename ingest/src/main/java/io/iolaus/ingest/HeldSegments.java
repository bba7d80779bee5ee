package io.iolaus.ingest;

import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SourcePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Passes sealed segments on to the committer, or keeps them back as long as nothing is in the
/// graph: all that a call loads can then go through the importer together.
///
/// What is kept back is sealed: a call that dies leaves it to the next one. Meanwhile this says
/// where batches will stand, as far as segments tell: not how many lines made something or were in
/// conflict.
final class HeldSegments implements SegmentSink {

  private final SegmentCommitter committer;
  private final Journal journal;
  private final List<Path> segments = new ArrayList<>();
  private final Map<String, BatchState> batches = new LinkedHashMap<>();
  private Optional<BatchState> last = Optional.empty();
  private boolean holding;

  HeldSegments(SegmentCommitter committer, Journal journal) {
    this.committer = committer;
    this.journal = journal;
  }

  /// Keeps segments back from now on.
  void hold() {
    holding = true;
  }

  /// Whether segments are kept back.
  boolean isHolding() {
    return holding;
  }

  /// The batches that are kept back, as they will be.
  List<BatchState> batches() {
    return List.copyOf(batches.values());
  }

  @Override
  public void submit(Path segment) throws IOException {
    if (!holding) {
      committer.submit(segment);
      return;
    }
    SegmentHeader header = journal.header(segment);
    BatchState before = batches.getOrDefault(header.batch(), none(header.batch()));
    LineCounts counts = LineCounts.repeated(header.read(), header.rejected());
    BatchState after = before.advanced(header, counts, 0);
    batches.put(header.batch(), after);
    segments.add(segment);
    last = Optional.of(after);
  }

  @Override
  public Optional<BatchState> await() throws IOException {
    if (!holding) {
      return committer.await();
    }
    Optional<BatchState> moved = last;
    last = Optional.empty();
    return moved;
  }

  /// Brings into the graph what was kept back, and keeps nothing back from now on.
  ///
  /// @return where their batches stand in the graph, by id
  Map<String, BatchState> release() throws IOException {
    holding = false;
    Map<String, BatchState> written = new HashMap<>();
    for (BatchState state : committer.commitAll(segments)) {
      written.put(state.id(), state);
    }
    segments.clear();
    batches.clear();
    return written;
  }

  private static BatchState none(String id) {
    Prefix nothing = new Prefix(0, Digests.sha256().digest());
    return new BatchState(
        id,
        0,
        nothing,
        new SourcePosition(nothing, 0),
        List.of(),
        0,
        LineCounts.NONE,
        LineCounts.NONE,
        0,
        0,
        false);
  }
}
