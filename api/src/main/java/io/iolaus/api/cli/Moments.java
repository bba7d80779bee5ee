package io.iolaus.api.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// Moments as people write them.
final class Moments {

  private Moments() {}

  static Instant of(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new CommandException(
          option + " must be a time with an offset, as 2026-06-01T00:00:00Z, was " + text, e);
    }
  }
}
