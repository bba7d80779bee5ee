package io.iolaus.api.paging;

import io.iolaus.api.problem.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Parameters that are times.
public final class Moment {
  private Moment() {}

  /// What a parameter says, null where it says nothing.
  ///
  /// @throws ProblemException 400 for what is no time with an offset
  public static @Nullable Instant read(String parameter, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw ProblemException.badParameter(
          parameter + " must be a time with an offset, as 2026-06-01T00:00:00Z, was " + text);
    }
  }
}
