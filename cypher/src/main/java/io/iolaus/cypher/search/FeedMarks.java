package io.iolaus.cypher.search;

/// What becomes another whenever something may be in the graph that was not before.
///
/// @param parts of segments that are being written
/// @param derived another one with what runs write
public record FeedMarks(
    long batches,
    long segments,
    long parts,
    long replaced,
    boolean replacing,
    long renewed,
    String store,
    String derived) {}
