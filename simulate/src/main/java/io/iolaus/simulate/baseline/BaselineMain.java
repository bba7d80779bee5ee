package io.iolaus.simulate.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `BaselineMain [--tune DIR]… [--innocents RATE] [--facets] DIR…`: prints what all baselines find
/// in folders with event files and truth.
///
/// Settings are chosen in the folders named with `--tune`; without any they are chosen where they
/// are measured, which flatters. `--innocents` bounds the rate of innocent accounts they may label
/// there. `--facets` runs rules that look at one facet alone instead: where one labels no decoy at
/// its best settings, the population is too easy.
public final class BaselineMain {

  private static final String USAGE =
      "usage: BaselineMain [--tune DIR]... [--innocents RATE] [--facets] DIR...";

  private BaselineMain() {}

  public static void main(String[] args) throws IOException {
    List<Path> tune = new ArrayList<>();
    List<Path> measured = new ArrayList<>();
    List<Baseline> baselines = Baselines.all();
    double innocents = 1;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--tune" -> tune.add(Path.of(value(args, ++i)));
        case "--innocents" -> innocents = Double.parseDouble(value(args, ++i));
        case "--facets" -> baselines = Baselines.singleFacets();
        default -> measured.add(Path.of(args[i]));
      }
    }
    if (measured.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    System.out.println(
        tune.isEmpty()
            ? "Settings are chosen on the measured populations: upper bounds."
            : "Settings are chosen on " + tune.size() + " other populations.");
    System.out.printf(
        Locale.ROOT,
        "At most %.2f%% of innocent accounts where settings are chosen.%n",
        100 * innocents);
    Tuning tuning = new Tuning(baselines);
    for (Path folder : tune.isEmpty() ? measured : tune) {
      tuning.add(KnownPopulation.read(folder));
    }
    BaselineTable table = new BaselineTable(tuning.best(innocents));
    for (Path folder : measured) {
      table.add(KnownPopulation.read(folder));
    }
    System.out.print(table.print(innocents));
  }

  private static String value(String[] args, int at) {
    if (at >= args.length) {
      throw new IllegalArgumentException(USAGE);
    }
    return args[at];
  }
}
