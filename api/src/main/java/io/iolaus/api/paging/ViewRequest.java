package io.iolaus.api.paging;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.read.View;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The moments that a request asks for.
public record ViewRequest(
    @Parameter(
            description =
                "The moment in the world that the answer is for, as 2026-06-01T00:00:00Z; now by"
                    + " default. Activity counts by whole days (UTC).",
            schema = @Schema(type = "string", format = "date-time"))
        @Nullable String asOf,
    @Parameter(
            description =
                "What was known at this moment, as 2026-06-01T00:00:00Z: what was recorded later is"
                    + " left out, what was withdrawn later is there; now by default.",
            schema = @Schema(type = "string", format = "date-time"))
        @Nullable String knownAt) {

  /// What to look at.
  ///
  /// @throws ProblemException 400 for what is no time with an offset
  public View view() {
    return new View(Moment.read("asOf", asOf), Moment.read("knownAt", knownAt));
  }
}
