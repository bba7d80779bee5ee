package io.iolaus.core.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What came of a case that is closed.
public enum CaseOutcome {
  /// It is what it looked like.
  CONFIRMED,
  /// It is not, but what was found out is worth knowing.
  VALUABLE,
  /// It is nothing.
  FALSE_POSITIVE;

  /// As it stands in the graph and in answers: `false-positive`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The outcome of that name, empty where there is none.
  public static Optional<CaseOutcome> of(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.text().equals(text)).findFirst();
  }
}
