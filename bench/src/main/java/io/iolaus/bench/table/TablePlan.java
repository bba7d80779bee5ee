package io.iolaus.bench.table;

import java.util.List;
import java.util.stream.LongStream;

/// Which populations a table is made of. All are of scale S.
///
/// @param seeds of the populations at each level of evasion
/// @param tuning seeds on which baselines get their settings; none is among the others
/// @param nulls seeds of populations without an attack
/// @param archetypes seeds of populations of one archetype (hydra, two tenants, framing)
/// @param archetypeLevels their levels of evasion
/// @param hardness seeds on which hardness is judged at levels 1 and 4
/// @param sweeps seeds of the populations in which one facet hides apart; none: no sweeps
/// @param series seeds of populations with runs at moments of the past
/// @param days between two such runs
record TablePlan(
    List<Long> seeds,
    List<Long> tuning,
    List<Long> nulls,
    List<Long> archetypes,
    List<Integer> archetypeLevels,
    List<Long> hardness,
    List<Long> sweeps,
    List<Long> series,
    int days) {

  private static final int NULLS = 20;

  TablePlan {
    seeds = List.copyOf(seeds);
    tuning = List.copyOf(tuning);
    nulls = List.copyOf(nulls);
    archetypes = List.copyOf(archetypes);
    archetypeLevels = List.copyOf(archetypeLevels);
    hardness = List.copyOf(hardness);
    sweeps = List.copyOf(sweeps);
    series = List.copyOf(series);
    if (tuning.stream().anyMatch(seeds::contains)) {
      throw new IllegalArgumentException(
          "seeds " + tuning + " are for tuning: measure on others than " + seeds);
    }
  }

  /// Minutes: enough to see where it stands.
  static TablePlan quick(long first, long last) {
    List<Long> seeds = range(first, last);
    return new TablePlan(
        seeds,
        range(1, 2),
        range(last + 1, last + 3),
        first(seeds, 1),
        List.of(1, 3),
        first(seeds, 1),
        List.of(),
        first(seeds, 1),
        8);
  }

  /// All that is asked for. From 25 seeds on there are 300 instances of each kind of decoy.
  static TablePlan full(long first, long last) {
    List<Long> seeds = range(first, last);
    return new TablePlan(
        seeds,
        range(1, 5),
        range(last + 1, last + NULLS),
        first(seeds, 4),
        List.of(0, 1, 2, 3),
        first(seeds, 5),
        first(seeds, 2),
        first(seeds, 2),
        4);
  }

  private static List<Long> range(long first, long last) {
    if (last < first) {
      throw new IllegalArgumentException("seeds are first-last, was " + first + "-" + last);
    }
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<Long> first(List<Long> seeds, int count) {
    return seeds.subList(0, Math.min(count, seeds.size()));
  }

  /// For the head of the table.
  String print() {
    return "seeds "
        + text(seeds)
        + "; baselines tuned on "
        + text(tuning)
        + "; no attack "
        + text(nulls)
        + "; archetypes "
        + text(archetypes)
        + "; runs at moments "
        + text(series)
        + (sweeps.isEmpty() ? "" : "; sweeps " + text(sweeps));
  }

  private static String text(List<Long> seeds) {
    return seeds.size() == 1
        ? seeds.getFirst().toString()
        : seeds.getFirst() + "-" + seeds.getLast();
  }
}
