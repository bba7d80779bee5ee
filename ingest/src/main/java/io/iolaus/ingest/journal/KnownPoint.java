package io.iolaus.ingest.journal;

import io.iolaus.ingest.LineCounts;

/// A place in a source up to which it is in the graph.
///
/// @param end the place
/// @param read lines before it, blank ones not counted
/// @param rejected how many of them were rejected
public record KnownPoint(SourcePosition end, long read, long rejected) {

  /// What another load of these lines comes to: nothing new.
  public LineCounts repeated() {
    return LineCounts.repeated(read, rejected);
  }
}
