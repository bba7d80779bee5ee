package io.iolaus.simulate;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `SimulationMain SCENARIO SEED SCALE FOLDER [ATTACK LEVEL [FACETS]]`: writes a population without
/// the rest of the program.
final class SimulationMain {

  private SimulationMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 4 || args.length == 5 || args.length > 7) {
      System.err.println(
          "usage: SimulationMain SCENARIO SEED S|M|L FOLDER [ATTACK LEVEL [FACET=N,…]]");
      System.exit(2);
    }
    long start = System.nanoTime();
    long seed = Long.parseLong(args[1]);
    Scale scale = Scale.valueOf(args[2].toUpperCase(Locale.ROOT));
    SimulationSummary summary =
        (args.length == 4
                ? new Simulation(Scenario.of(args[0]), scale, seed)
                : new Simulation(spec(args, scale, seed)))
            .write(Path.of(args[3]));
    System.err.printf(Locale.ROOT, "%s in %.1f s%n", summary, (System.nanoTime() - start) / 1e9);
  }

  private static ProvingSpec spec(String[] args, Scale scale, long seed) {
    Evasion evasion = Evasion.level(Integer.parseInt(args[5]));
    return ProvingSpec.of(scale, seed)
        .attack(Attack.of(args[4]))
        .evasion(args.length == 7 ? evasion.with(args[6]) : evasion);
  }
}
