package io.iolaus.cypher.batch;

/// How much of a batch is in the graph.
///
/// @param segments how many of its segments are
/// @param topic whether it is a partition of a topic, which keeps no journal
public record LoadedBatch(String id, String source, int segments, boolean topic) {}
