package io.iolaus.ingest.write;

/// What brought something to the graph, and when.
///
/// @param batch sequence number of the batch
/// @param at when its segment was sealed, in milliseconds since 1970-01-01; 0 where that is not
///   known: what earlier versions loaded counts as known from the beginning
public record Recording(long batch, long at) {

  /// Of what states nothing by itself.
  public static final Recording NONE = new Recording(0, 0);
}
