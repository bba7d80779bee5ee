package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import java.time.Clock;
import java.util.Locale;

/// Runs detection, shows how far it is and says what came out.
final class Detecting {

  private Detecting() {}

  static DetectionSummary run(Workspace workspace, DetectionOptions options) {
    DetectionSummary summary;
    try (Progress progress = Console.progress()) {
      summary =
          new DetectionService(workspace.driver(), DetectorCatalog.load(), Clock.systemUTC())
              .run(options, (stage, done, total) -> progress.update(stage, done, total, ""));
    }
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
}
