package io.iolaus.core.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What became of an act.
public enum AuditOutcome {
  /// It was let through, and done.
  ALLOWED,
  /// It was turned down: nothing was done or shown.
  REFUSED,
  /// It broke off by a fault; whether something was done is not certain.
  FAILED,
  /// The process that did it ended before it could say.
  UNKNOWN;

  /// As it is stored and shown: `allowed`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The outcome that goes by this text.
  public static Optional<AuditOutcome> of(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.text().equals(text)).findFirst();
  }
}
