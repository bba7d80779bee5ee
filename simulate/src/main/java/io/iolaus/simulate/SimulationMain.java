package io.iolaus.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `SimulationMain SCENARIO SEED SCALE FOLDER`: writes a population without the rest of the
/// program.
final class SimulationMain {

  private SimulationMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      System.err.println("usage: SimulationMain SCENARIO SEED S|M|L FOLDER");
      System.exit(2);
    }
    long start = System.nanoTime();
    SimulationSummary summary =
        new Simulation(
                Scenario.of(args[0]),
                Scale.valueOf(args[2].toUpperCase(Locale.ROOT)),
                Long.parseLong(args[1]))
            .write(Path.of(args[3]));
    System.err.printf(Locale.ROOT, "%s in %.1f s%n", summary, (System.nanoTime() - start) / 1e9);
  }
}
