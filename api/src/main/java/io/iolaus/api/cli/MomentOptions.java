package io.iolaus.api.cli;

import io.iolaus.cypher.read.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The moments that a command looks at the graph from.
final class MomentOptions {

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = {
        "The moment in the world that is told of, as 2026-06-01T00:00:00Z; now by default.",
        "Activity counts by whole days (UTC)."
      })
  private @Nullable String asOf;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description = {
        "What was known at this moment, as 2026-06-01T00:00:00Z; now by default: what was recorded",
        "later is left out, what was withdrawn later is there."
      })
  private @Nullable String knownAt;

  /// What to look at.
  ///
  /// @throws CommandException for what is no time with an offset
  View view() {
    return new View(
        asOf == null ? null : Moments.of("--as-of", asOf),
        knownAt == null ? null : Moments.of("--known-at", knownAt));
  }
}
