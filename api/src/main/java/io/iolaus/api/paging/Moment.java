package io.iolaus.api.paging;

import io.iolaus.api.problem.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Parameters that are times.
public final class Moment {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Moment() {}

  /// What a parameter says, null where it says nothing.
  ///
  /// @throws ProblemException 400 for what is no time with an offset, or so far away that nobody
  ///   can mean it and milliseconds may not count it: outside of the years 1 to 9999
  public static @Nullable Instant read(String parameter, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Instant moment;
    try {
      moment = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw ProblemException.badParameter(
          parameter + " must be a time with an offset, as 2026-06-01T00:00:00Z, was " + text);
    }
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw ProblemException.badParameter(
          parameter + " must lie between the years 1 and 9999, was " + text);
    }
    return moment;
  }
}
