package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.lease.Leases;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// Runs detection, shows how far it is and says what came out.
final class Detecting {

  private Detecting() {}

  static DetectionSummary run(Workspace workspace, DetectionOptions options) {
    DetectionService detection =
        new DetectionService(workspace.driver(), DetectorCatalog.load(), Clock.systemUTC());
    AtomicReference<DetectionSummary> done = new AtomicReference<>();
    // A server on this home may be at it just now.
    new Leases(workspace.driver(), Leases.DEFAULT_LASTING)
        .onceHeld(
            Leases.DETECTION,
            () -> Console.say("detection is under way in another process, waiting for it"),
            () -> done.set(run(detection, options)));
    DetectionSummary summary = Objects.requireNonNull(done.get());
    Console.say(
        String.format(
            Locale.ROOT,
            "run %s (%s) as of %s: %,d accounts, %d clusters labelled, %d for review; %.1f s",
            summary.run(),
            summary.status(),
            summary.asOf(),
            summary.accounts(),
            summary.labelled(),
            summary.clusters().size() - summary.labelled(),
            summary.millis() / 1e3));
    return summary;
  }

  private static DetectionSummary run(DetectionService detection, DetectionOptions options) {
    try (Progress progress = Console.progress()) {
      return detection.run(
          options, (stage, done, total) -> progress.update(stage, done, total, ""));
    }
  }
}
