package io.iolaus.ingest;

import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.write.WriteHook;

/// What the sources of one call share.
///
/// @param committer brings segments into the graph
/// @param sink takes the segments of a source: the committer, unless they are to wait
record IngestRun(
    Journal journal,
    Decoders decoders,
    SegmentCommitter committer,
    SegmentSink sink,
    IngestOptions options,
    StageTimes times,
    WriteHook hook) {

  /// The same, with segments that go to another journal and wait there.
  IngestRun into(Journal other, SegmentSink waiting) {
    return new IngestRun(other, decoders, committer, waiting, options, times, hook);
  }
}
