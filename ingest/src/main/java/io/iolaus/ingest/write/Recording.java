package io.iolaus.ingest.write;

/// What brought something to the graph, and when.
///
/// @param batch sequence number of the batch
/// @param segment number of the segment, or of a stream's window, within the batch
/// @param at when its segment was sealed, in milliseconds since 1970-01-01; 0 where that is not
///   known: what earlier versions loaded counts as known from the beginning
public record Recording(long batch, long segment, long at) {

  private static final int SEGMENT_BITS = 32;

  /// Of what states nothing by itself.
  public static final Recording NONE = new Recording(0, 0, 0);

  /// Batch and segment in one number, as a node keeps it in `changed`: what changed last what a
  /// detection run reads of it. `queries/detect/touched` takes it apart again.
  public long stamp() {
    return (batch << SEGMENT_BITS) | segment;
  }
}
