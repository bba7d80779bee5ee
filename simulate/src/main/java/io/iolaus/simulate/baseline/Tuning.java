package io.iolaus.simulate.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Chooses the settings of a baseline on populations that nothing is measured on afterwards.
public final class Tuning {

  /// One point of the grid.
  ///
  /// @param f1 strict B-cubed, the mean over the populations
  /// @param innocentRate labelled among the innocent accounts of all populations
  public record Trial(Parameters parameters, double f1, double innocentRate) {}

  private final List<KnownPopulation> populations;

  public Tuning(List<KnownPopulation> populations) {
    if (populations.isEmpty()) {
      throw new IllegalArgumentException("settings are chosen on at least one population");
    }
    this.populations = List.copyOf(populations);
  }

  /// Every point of a baseline's grid.
  public List<Trial> trials(Baseline baseline) {
    List<Parameters> grid = baseline.grid();
    double[] sums = new double[grid.size()];
    long[] labelled = new long[grid.size()];
    long innocents = 0;
    for (KnownPopulation population : populations) {
      innocents += population.innocents();
      // Points that differ in filters alone have their groups in common.
      Map<Parameters, Grouping> groups = new HashMap<>();
      for (int i = 0; i < sums.length; i++) {
        Parameters point = grid.get(i);
        Grouping unfiltered =
            groups.computeIfAbsent(
                point.without(baseline.filters()),
                p -> baseline.group(population.observations(), p));
        KnownPopulation.Fit fit =
            population.fit(baseline.filtered(unfiltered, population.observations(), point));
        sums[i] += fit.f1();
        labelled[i] += fit.innocents();
      }
    }
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      trials.add(
          new Trial(
              grid.get(i),
              sums[i] / populations.size(),
              innocents == 0 ? 0 : (double) labelled[i] / innocents));
    }
    return trials;
  }

  /// The trial with the greatest F1 among those that label no more innocents than that; the one
  /// that labels fewest if all do. The first of equal ones.
  ///
  /// @param mostInnocents a rate, 0..1
  public static Trial best(List<Trial> trials, double mostInnocents) {
    Trial best = trials.getFirst();
    for (Trial trial : trials) {
      if (better(trial, best, mostInnocents)) {
        best = trial;
      }
    }
    return best;
  }

  private static boolean better(Trial trial, Trial best, double mostInnocents) {
    boolean fits = trial.innocentRate() <= mostInnocents;
    boolean bestFits = best.innocentRate() <= mostInnocents;
    if (fits != bestFits) {
      return fits;
    }
    return fits ? trial.f1() > best.f1() : trial.innocentRate() < best.innocentRate();
  }
}
