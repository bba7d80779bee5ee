package io.iolaus.ingest;

import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.write.WriteHook;

/// What the sources of one call share.
record IngestRun(
    Journal journal,
    Decoders decoders,
    SegmentCommitter committer,
    IngestOptions options,
    StageTimes times,
    WriteHook hook) {}
