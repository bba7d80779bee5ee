package io.iolaus.simulate.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Chooses the settings of baselines on populations that nothing is measured on afterwards. The
/// populations are looked at one after the other and not kept.
public final class Tuning {

  /// One point of a grid.
  ///
  /// @param f1 strict B-cubed, the mean over the populations
  /// @param innocentRate labelled among the innocent accounts of all populations
  public record Trial(Parameters parameters, double f1, double innocentRate) {}

  /// A baseline with the settings that did best.
  public record Choice(Baseline baseline, Trial trial) {}

  private final List<Candidate> candidates;
  private int populations;
  private long innocents;

  public Tuning(List<Baseline> baselines) {
    this.candidates = baselines.stream().map(Candidate::new).toList();
  }

  /// Tries every point of every grid on one population more.
  public void add(KnownPopulation population) {
    populations++;
    innocents += population.innocents();
    candidates.forEach(candidate -> candidate.tryOn(population));
  }

  /// Of each baseline the settings with the greatest F1 among those that label no more innocents
  /// than that; those that label fewest if all label more. The first of equal ones.
  ///
  /// @param mostInnocents a rate, 0..1
  public List<Choice> best(double mostInnocents) {
    if (populations == 0) {
      throw new IllegalStateException("settings are chosen on at least one population");
    }
    return candidates.stream()
        .map(candidate ->
            new Choice(
                candidate.baseline, best(candidate.trials(populations, innocents), mostInnocents)))
        .toList();
  }

  static Trial best(List<Trial> trials, double mostInnocents) {
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

  /// A baseline and how its points did so far.
  private static final class Candidate {

    private final Baseline baseline;
    private final List<Parameters> grid;
    private final double[] f1;
    private final long[] labelled;

    Candidate(Baseline baseline) {
      this.baseline = baseline;
      this.grid = baseline.grid();
      this.f1 = new double[grid.size()];
      this.labelled = new long[grid.size()];
    }

    void tryOn(KnownPopulation population) {
      Observations observations = population.observations();
      // Points that differ in filters alone have their groups in common.
      Map<Parameters, Grouping> groups = new HashMap<>();
      for (int i = 0; i < f1.length; i++) {
        Parameters point = grid.get(i);
        Grouping unfiltered =
            groups.computeIfAbsent(
                point.without(baseline.filters()), p -> baseline.group(observations, p));
        KnownPopulation.Fit fit =
            population.fit(baseline.filtered(unfiltered, observations, point));
        f1[i] += fit.f1();
        labelled[i] += fit.innocents();
      }
    }

    List<Trial> trials(int populations, long innocents) {
      List<Trial> trials = new ArrayList<>();
      for (int i = 0; i < f1.length; i++) {
        trials.add(
            new Trial(
                grid.get(i),
                f1[i] / populations,
                innocents == 0 ? 0 : (double) labelled[i] / innocents));
      }
      return trials;
    }
  }
}
