package io.iolaus.cypher.suppression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A suppression with what it hides.
///
/// @param standing `holds`, `ends-soon` (within a week), `expired`, `ended`
/// @param links shared things that it left out of the latest run it held in
/// @param accounts of a thing or a detector: who share these; else members that are not listed now
/// @param clusters clusters that are not listed now
/// @param labelled of those members the labelled ones, and those who would be
/// @param run the run that `links` are of; null for accounts and clusters, and before the first
public record SuppressionRow(
    String id,
    long seq,
    String scope,
    String reason,
    String owner,
    Instant recordedAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    String standing,
    long links,
    long accounts,
    long clusters,
    long labelled,
    @Nullable String run) {

  /// Whether it holds now.
  public boolean holding() {
    return standing.equals("holds") || standing.equals("ends-soon");
  }
}
