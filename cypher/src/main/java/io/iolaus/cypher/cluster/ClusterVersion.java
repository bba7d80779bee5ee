package io.iolaus.cypher.cluster;

/// What a cluster's pages are cached under.
///
/// @param settled false while a run is still writing: then nothing may be kept
public record ClusterVersion(String text, boolean settled) {}
