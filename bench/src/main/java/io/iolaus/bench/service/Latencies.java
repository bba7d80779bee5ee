package io.iolaus.bench.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long answers took. May be shared by threads.
final class Latencies {

  private final List<Double> millis = new ArrayList<>();
  private long failures;

  synchronized void took(double one) {
    millis.add(one);
  }

  synchronized void failed() {
    failures++;
  }

  synchronized long failures() {
    return failures;
  }

  /// By nearest rank, in milliseconds.
  synchronized double percentile(int percent) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }

  @Override
  public synchronized String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f, p95 %.1f, p99 %.1f, most %.1f ms of %,d%s",
        percentile(50),
        percentile(95),
        percentile(99),
        percentile(100),
        millis.size(),
        failures == 0 ? "" : ", and %,d failed".formatted(failures));
  }
}
