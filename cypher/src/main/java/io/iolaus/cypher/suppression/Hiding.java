package io.iolaus.cypher.suppression;

/// How much of what stands is not listed because people suppressed it.
///
/// @param accounts members of these clusters, and accounts that are suppressed themselves
public record Hiding(long clusters, long accounts) {}
