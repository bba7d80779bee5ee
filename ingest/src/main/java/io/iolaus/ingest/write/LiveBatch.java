package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.LineCounts;

/// What the graph knows of a stream that has no end, as a partition of a topic.
///
/// @param id of the batch
/// @param seq its place in the order in which batches were begun
/// @param offset the next record that is not in the graph
/// @param window the window that was written last, empty before the first
/// @param segments how many windows are in the graph
/// @param counts what became of the lines
/// @param deadLetterBytes length of its dead letters in the home of whoever wrote to them last
public record LiveBatch(
    String id,
    long seq,
    long offset,
    String window,
    long segments,
    LineCounts counts,
    long deadLetterBytes) {

  static LiveBatch of(GraphRow row) {
    return new LiveBatch(
        row.text("id"),
        row.number("seq"),
        row.number("offset"),
        row.text("window"),
        row.number("segments"),
        new LineCounts(
            row.number("read"),
            row.number("created"),
            row.number("updated"),
            row.number("unchanged"),
            row.number("rejected"),
            row.number("exchanges")),
        row.number("deadLetterBytes"));
  }
}
