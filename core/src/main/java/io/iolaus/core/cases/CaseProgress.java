package io.iolaus.core.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far a case is, what came of it, and how long it has taken.
///
/// @param outcome of a closed case, else null
public record CaseProgress(CaseStatus status, @Nullable CaseOutcome outcome, CaseClock clock) {
  public CaseProgress {
    if ((status == CaseStatus.CLOSED) != (outcome != null)) {
      throw new IllegalArgumentException(
          status == CaseStatus.CLOSED
              ? "outcome must be given to close a case: one of " + outcomes()
              : "outcome is for cases that are closed: the case is " + status.text());
    }
    if (status.clockStands() != (clock.standsSince() != null)) {
      throw new IllegalArgumentException("the clock does not fit the status " + status.text());
    }
  }

  /// A case that is opened now.
  public static CaseProgress opened(Instant at) {
    return new CaseProgress(CaseStatus.OPEN, null, CaseClock.started(at));
  }

  /// The case from a moment on; in the same status with another outcome, if it is closed.
  ///
  /// @throws IllegalArgumentException if it cannot become that, or not with that outcome
  public CaseProgress moved(CaseStatus to, @Nullable CaseOutcome with, Instant at) {
    if (to != status && !status.next().contains(to)) {
      throw new IllegalArgumentException(
          "a case that is %s cannot become %s; it can become %s"
              .formatted(status.text(), to.text(), status.nextNames()));
    }
    return new CaseProgress(to, with, clock.set(to.clockStands(), at));
  }

  private static String outcomes() {
    return Arrays.stream(CaseOutcome.values())
        .map(CaseOutcome::text)
        .collect(Collectors.joining(", "));
  }
}
