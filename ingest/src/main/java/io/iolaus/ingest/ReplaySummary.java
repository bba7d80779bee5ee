package io.iolaus.ingest;

import java.util.List;

/// What a replay came to.
///
/// @param read lines of the replay file, blank ones not counted
/// @param counts what became of the mended lines that were taken; rejected among them are those in
///   conflict with an earlier event
/// @param repeated lines that were replayed before: nothing changed
/// @param problems lines that were not taken
/// @param first the first of these
public record ReplaySummary(
    long read, LineCounts counts, long repeated, long problems, List<Problem> first) {

  /// How many problems are kept.
  static final int MOST = 20;

  public ReplaySummary {
    first = List.copyOf(first);
  }

  /// Lines that are still rejected.
  public long left() {
    return problems + counts.rejected();
  }

  /// A line that was not taken.
  ///
  /// @param number in the replay file
  /// @param reason one sentence without data of the line
  public record Problem(long number, String reason) {}
}
