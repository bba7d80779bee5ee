package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Held;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.suppression.Suppressed;
import java.time.Instant;

/// What a run is given before it reads accounts.
///
/// @param past what the runs before left
/// @param held what people decided
/// @param ignored what is no evidence, because the options or a suppression say so
record RunInput(
    DetectorWindow window,
    DetectorCatalog detectors,
    DetectionOptions options,
    Past past,
    Held held,
    Suppressed suppressed,
    Ignored ignored) {

  /// @param asOf the end of the window
  static RunInput of(
      Instant asOf,
      DetectorCatalog detectors,
      DetectionOptions options,
      Past past,
      Held held,
      Suppressed suppressed) {
    return new RunInput(
        DetectorWindow.endingAt(asOf, options.window()),
        detectors,
        options,
        past,
        held,
        suppressed,
        Ignored.of(options.ignoring()).with(suppressed));
  }

  Instant asOf() {
    return window.asOf();
  }

  /// What must be the same for another run to go on from this one.
  ///
  /// @param replaced how often batches had been replaced
  OpenEpoch.Terms terms(long replaced) {
    return new OpenEpoch.Terms(
        window.asOfDay(),
        options,
        replaced,
        detectors.fingerprint(),
        RunBook.longs(held),
        suppressed.texts());
  }
}
