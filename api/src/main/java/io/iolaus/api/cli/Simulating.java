package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.SimulationSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a simulated population and shows how far that is.
final class Simulating {

  private Simulating() {}

  static void run(Simulation simulation, Path folder) throws IOException {
    SimulationSummary summary;
    try (Progress progress = Console.progress()) {
      summary =
          simulation.write(
              folder, (done, days) -> progress.update("simulating", done, days, "days"));
    }
    Console.say(
        String.format(
            Locale.ROOT,
            "wrote %,d events of %,d accounts (%,d exchanges, %.1f MB) to %s",
            summary.lines(),
            summary.accounts(),
            summary.exchanges(),
            summary.bytes() / 1e6,
            folder));
  }
}
