package io.iolaus.bench.table;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Calibration;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Mixed attacks on every level of evasion: the populations most rows are about. Only scores are
/// kept of them.
final class Levels {

  /// The highest level at which something is asked for.
  static final int ASKED = 3;

  private final Map<Integer, Evaluation> evaluations = new TreeMap<>();
  private final DecoyTally decoys = new DecoyTally();
  private final Tenants tenants = new Tenants();
  private Calibration labelled = Calibration.none();

  /// @param highest level of evasion, 0..4
  static Levels of(List<Long> seeds, int highest) {
    Levels levels = new Levels();
    for (int level = 0; level <= highest; level++) {
      List<ProvingSpec> specs = new ArrayList<>();
      for (long seed : seeds) {
        specs.add(ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).level(level));
      }
      List<Evaluation.World> worlds = new ArrayList<>();
      boolean asked = level <= ASKED;
      Judged.each(
          specs,
          judged -> {
            worlds.add(judged.world());
            if (asked) {
              levels.add(judged);
            }
          });
      levels.evaluations.put(level, new Evaluation(worlds));
    }
    return levels;
  }

  private void add(Judged judged) {
    decoys.add(judged);
    tenants.add(judged);
    Result all = judged.result();
    Result apart = new Result(all.labelled(), Map.of(), all.clusters(), all.memberships());
    labelled = labelled.plus(Scoring.score(judged.truth(), apart).calibration());
  }

  /// By level.
  Map<Integer, Evaluation> evaluations() {
    return evaluations;
  }

  Evaluation at(int level) {
    return Objects.requireNonNull(evaluations.get(level));
  }

  /// All populations up to this level together.
  Score pooled(int highest) {
    return Score.pool(
        evaluations.entrySet().stream()
            .filter(e -> e.getKey() <= highest)
            .map(e -> e.getValue().pooled())
            .toList());
  }

  /// Over the levels at which something is asked for.
  DecoyTally decoys() {
    return decoys;
  }

  /// Over the same levels.
  Tenants tenants() {
    return tenants;
  }

  /// Over the same levels, of labelled accounts alone.
  Calibration labelled() {
    return labelled;
  }

  /// Labelled among the innocent accounts at one level, 0..1.
  double innocentRate(int level) {
    return Rivals.innocentRate(at(level).pooled());
  }
}
