package io.iolaus.cypher.detector;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The time a run looks at: activity on the days from `from` to `asOf`, both included.
///
/// Activity is kept by UTC day, so a window means whole days; detectors get them as `$from` and
/// `$asOf`.
public record DetectorWindow(Instant from, Instant asOf) {
  public DetectorWindow {
    if (from.isAfter(asOf)) {
      throw new IllegalArgumentException("from must not be after asOf, was " + from + " > " + asOf);
    }
  }

  /// The window of this length that ends at `asOf`.
  public static DetectorWindow endingAt(Instant asOf, Duration length) {
    return new DetectorWindow(asOf.minus(length), asOf);
  }

  /// The window of the whole days from `from` to `asOf`.
  public static DetectorWindow ofDays(LocalDate from, LocalDate asOf) {
    return new DetectorWindow(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(),
        asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
  }

  /// First day looked at.
  public LocalDate fromDay() {
    return LocalDate.ofInstant(from, ZoneOffset.UTC);
  }

  /// Last day looked at.
  public LocalDate asOfDay() {
    return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  /// This window, cut to at most `length` before its end.
  DetectorWindow atMost(Duration length) {
    Instant start = asOf.minus(length);
    return start.isAfter(from) ? new DetectorWindow(start, asOf) : this;
  }
}
