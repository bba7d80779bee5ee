package io.iolaus.simulate.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `BaselineMain [--tune DIR]… [--innocents RATE] [--facets] DIR…`: prints what all baselines find in folders
/// with event files and truth.
///
/// Settings are chosen in the folders named with `--tune`; without any they are chosen where they
/// are measured, which flatters. `--innocents` bounds the rate of innocent accounts they may label
/// there. `--facets` runs rules that look at one facet alone instead: where one labels no decoy at
/// its best settings, the population is too easy.
public final class BaselineMain {

  private BaselineMain() {}

  public static void main(String[] args) throws IOException {
    List<KnownPopulation> tuning = new ArrayList<>();
    List<KnownPopulation> measured = new ArrayList<>();
    Supplier<List<Baseline>> baselines = Baselines::all;
    double innocents = 1;
    for (int i = 0; i < args.length; i++) {
      boolean option = args[i].equals("--tune") || args[i].equals("--innocents");
      if (option && i + 1 == args.length) {
        measured.clear();
        break;
      }
      switch (args[i]) {
        case "--tune" -> tuning.add(KnownPopulation.read(Path.of(args[++i])));
        case "--facets" -> baselines = Baselines::singleFacets;
        case "--innocents" -> innocents = Double.parseDouble(args[++i]);
        default -> measured.add(KnownPopulation.read(Path.of(args[i])));
      }
    }
    if (measured.isEmpty()) {
      System.err.println("usage: BaselineMain [--tune DIR]... [--innocents RATE] [--facets] DIR...");
      System.exit(2);
    }
    if (tuning.isEmpty()) {
      System.out.println("Settings are chosen on the measured populations: upper bounds.");
      tuning = measured;
    }
    System.out.printf(
        Locale.ROOT,
        "At most %.2f%% of innocent accounts where settings are chosen.%n",
        100 * innocents);
    System.out.print(
        BaselineTable.print(BaselineTable.measure(baselines, tuning, measured, innocents), innocents));
  }
}
