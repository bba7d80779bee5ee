package io.iolaus.ingest.journal;

import io.iolaus.ingest.LineCounts;

/// What the graph knows of a batch.
///
/// @param seq its place in the order in which batches were begun
/// @param head where its source can be recognised by its beginning
/// @param end how much of the source is in the graph
/// @param segments how many segments are in the graph
/// @param counts what became of the lines, a broken end included
/// @param tailBytes length of a broken end after `end` that was rejected, 0 if there is none
/// @param deadLetterBytes length of its dead letters without the broken end
/// @param complete whether the source was read to its end
public record BatchState(
    String id,
    long seq,
    Prefix head,
    SourcePosition end,
    int segments,
    LineCounts counts,
    long tailBytes,
    long deadLetterBytes,
    boolean complete) {

  /// The counts without a broken end, which is read again whenever its source is.
  public LineCounts countsBeforeTail() {
    return tailBytes == 0
        ? counts
        : new LineCounts(
            counts.read() - 1,
            counts.created(),
            counts.updated(),
            counts.unchanged(),
            counts.rejected() - 1,
            counts.exchanges());
  }
}
