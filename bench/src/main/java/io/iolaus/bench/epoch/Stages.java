package io.iolaus.bench.epoch;

import io.iolaus.core.detect.DetectionListener;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How long each stage of a run took, from where it was first told of to where another one was.
/// Stages that go on side by side count for the one that was told of last.
final class Stages implements DetectionListener {

  private final Map<String, Long> nanos = new LinkedHashMap<>();
  private String stage = "beginning";
  private long since = System.nanoTime();

  @Override
  public synchronized void progress(String next, long done, long total) {
    if (!next.equals(stage)) {
      long now = System.nanoTime();
      nanos.merge(stage, now - since, Long::sum);
      stage = next;
      since = now;
    }
  }

  /// The stages so far, in seconds.
  synchronized String text() {
    progress("end", 0, 0);
    return nanos.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue() / 1e9))
        .collect(Collectors.joining(", "));
  }
}
