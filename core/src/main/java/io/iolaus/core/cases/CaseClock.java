package io.iolaus.core.cases;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a case has taken: the time since it was opened in which somebody could work on it.
///
/// @param openedAt when it began
/// @param stood how long it stood in all the times that ended
/// @param standsSince since when it stands, null while it goes
public record CaseClock(Instant openedAt, Duration stood, @Nullable Instant standsSince) {
  public CaseClock {
    if (stood.isNegative()) {
      throw new IllegalArgumentException("stood must not be negative, was " + stood);
    }
  }

  /// The clock of a case that is opened now.
  public static CaseClock started(Instant at) {
    return new CaseClock(at, Duration.ZERO, null);
  }

  /// The same clock, standing or going from a moment on. A machine whose clock was put back makes
  /// no time of standing.
  public CaseClock set(boolean stands, Instant at) {
    Instant since = standsSince;
    if (stands == (since != null)) {
      return this;
    }
    return since == null
        ? new CaseClock(openedAt, stood, at)
        : new CaseClock(openedAt, stood.plus(positive(Duration.between(since, at))), null);
  }

  /// How long the case has taken at a moment.
  public Duration elapsed(Instant at) {
    Instant until = standsSince == null ? at : standsSince;
    return positive(Duration.between(openedAt, until).minus(stood));
  }

  /// Whether it has taken longer than it may.
  public boolean exceeds(Duration allowed, Instant at) {
    return elapsed(at).compareTo(allowed) > 0;
  }

  /// When its time is over if the clock goes on; null while it stands.
  public @Nullable Instant dueAt(Duration allowed) {
    return standsSince == null ? openedAt.plus(stood).plus(allowed) : null;
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
