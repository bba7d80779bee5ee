package io.iolaus.bench.detect;

import io.iolaus.ingest.fold.EdgeFold;
import java.time.LocalDate;
import java.util.Arrays;

/// The days a run looks at, both ends included.
record MemoryWindow(LocalDate from, LocalDate asOf) {

  private static final int DAYS = 120;

  static MemoryWindow endingAt(LocalDate asOf) {
    return new MemoryWindow(asOf.minusDays(DAYS), asOf);
  }

  /// Whether something was shown on one of these days.
  boolean holds(EdgeFold edge) {
    long first = from.toEpochDay();
    long last = asOf.toEpochDay();
    return Arrays.stream(edge.allDays()).anyMatch(day -> first <= day && day <= last);
  }
}
