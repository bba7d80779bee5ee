package io.iolaus.simulate.baseline;

import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.events.EventFolder;
import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.scoring.Agreement;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A population with its truth.
public final class KnownPopulation {

  private static final int INNOCENT = -1;

  private final String name;
  private final Observations observations;
  private final Truth truth;
  private final int[] operators;
  private final int[] sizes;
  private final int attackers;
  private final int innocents;

  /// Joins what events show with the truth about it.
  public KnownPopulation(String name, Observations observations, Truth truth) {
    this.name = name;
    this.observations = observations;
    this.truth = truth;
    Map<String, Integer> numbers = new HashMap<>();
    this.operators = new int[observations.accounts()];
    Arrays.setAll(
        operators,
        account -> {
          Truth.Member member = truth.accounts().get(observations.id(account));
          return member == null || !member.attack()
              ? INNOCENT
              : numbers.computeIfAbsent(member.operator(), _ -> numbers.size());
        });
    int attack = 0;
    this.sizes = new int[observations.accounts()];
    for (Truth.Member member : truth.accounts().values()) {
      if (member.attack()) {
        attack++;
        Integer number = numbers.get(member.operator());
        if (number != null) {
          sizes[number]++;
        }
      }
    }
    this.innocents = truth.accounts().size() - attack;
    this.attackers = attack;
  }

  /// Reads a folder with event files, `truth.csv` and `truth_clusters.csv`.
  public static KnownPopulation read(Path folder) throws IOException {
    Truth truth = Truth.read(folder);
    ObservationBuilder builder = new ObservationBuilder();
    EventFolder.readAll(folder, builder::line);
    return new KnownPopulation(folder.getFileName().toString(), builder.build(), truth);
  }

  /// Makes a population without files.
  public static KnownPopulation of(String name, Simulation simulation) {
    ObservationBuilder builder = new ObservationBuilder();
    PopulationTruth truth = simulation.lines(builder::line);
    return new KnownPopulation(name, builder.build(), Truth.of(truth));
  }

  public String name() {
    return name;
  }

  public Observations observations() {
    return observations;
  }

  public Truth truth() {
    return truth;
  }

  /// What tuning looks at.
  ///
  /// @param f1 strict B-cubed
  /// @param innocents innocent accounts in groups
  record Fit(double f1, int innocents) {}

  /// How well groups fit the truth: the same as scoring says, on arrays.
  Fit fit(Grouping grouping) {
    int[] inGroup = new int[operators.length];
    Map<Long, Integer> cells = new HashMap<>();
    int grouped = 0;
    int wrong = 0;
    for (int account = 0; account < operators.length; account++) {
      int group = grouping.group(account);
      if (group == Grouping.NONE) {
        continue;
      }
      grouped++;
      inGroup[group]++;
      if (operators[account] == INNOCENT) {
        wrong++;
      } else {
        cells.merge((long) group << 32 | operators[account], 1, Integer::sum);
      }
    }
    double precise = 0;
    double recalled = 0;
    for (Map.Entry<Long, Integer> cell : cells.entrySet()) {
      double shared = cell.getValue();
      precise += shared * shared / inGroup[(int) (cell.getKey() >>> 32)];
      recalled += shared * shared / sizes[cell.getKey().intValue()];
    }
    return new Fit(new Agreement(precise, grouped, recalled, attackers).f1(), wrong);
  }

  /// How many accounts are innocent.
  int innocents() {
    return innocents;
  }
}
