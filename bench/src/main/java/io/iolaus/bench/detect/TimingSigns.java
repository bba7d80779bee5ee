package io.iolaus.bench.detect;

import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.detect.Population;
import io.iolaus.core.pattern.CoTiming;
import io.iolaus.core.pattern.Lockstep;
import io.iolaus.core.pattern.ModelPivots;
import io.iolaus.core.pattern.Pattern;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.events.EventFolder;
import io.iolaus.simulate.scoring.Truth;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Prints what each sign of timing finds, and whom: for each pattern how many of its accounts are
/// of one operator, how many of one decoy, how many of neither; over all patterns of a kind the
/// same for pairs; and how even the loads of operators and decoys are.
///
/// Arguments: folders of events with their truth; or `proving SEEDS ATTACK LEVEL…`.
public final class TimingSigns {

  private static final Truth.Member NOBODY = new Truth.Member("", "", "", "");
  private static final String STRANGERS = "strangers";

  private final Population population;
  private final Truth truth;

  private TimingSigns(Population population, Truth truth) {
    this.population = population;
    this.truth = truth;
  }

  public static void main(String[] args) throws IOException {
    if (args.length < 4 || !args[0].equals("proving")) {
      for (String folder : args) {
        MemoryGraph graph = new MemoryGraph();
        EventFolder.readAll(Path.of(folder), new MemoryLines(graph::add)::add);
        System.out.println(folder);
        new TimingSigns(graph.population(), Truth.read(Path.of(folder))).print();
      }
      return;
    }
    String[] ends = args[1].split("-", -1);
    long last = Long.parseLong(ends[ends.length - 1]);
    for (String level : Arrays.asList(args).subList(3, args.length)) {
      for (long seed = Long.parseLong(ends[0]); seed <= last; seed++) {
        ProvingSpec spec = ProvingSpec.of(Scale.S, seed).attack(Attack.of(args[2]));
        MemoryGraph graph = new MemoryGraph();
        Truth truth =
            Truth.of(
                new Simulation(spec.level(Integer.parseInt(level)))
                    .lines(new MemoryLines(graph::add)::add));
        System.out.println("seed " + seed + " level " + level);
        new TimingSigns(graph.population(), truth).print();
      }
    }
  }

  private void print() {
    int accounts = population.size();
    ActivityWindow[] activity = new ActivityWindow[accounts];
    Arrays.setAll(activity, a -> population.get(a).activity().read());
    print(
        "co-timing",
        () -> {
          int[][] slots = new int[accounts][];
          Arrays.setAll(slots, a -> activity[a].slots());
          return CoTiming.find(slots);
        });
    print("lockstep", () -> Lockstep.find(accounts, a -> activity[a].activeHours()));
    print("model-pivot", () -> ModelPivots.find(accounts, a -> activity[a]));
    long start = System.nanoTime();
    print(EvenLoad.of(activity), start);
  }

  private void print(String kind, Supplier<List<Pattern>> find) {
    long start = System.nanoTime();
    List<Pattern> patterns = find.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Long> pairs = new TreeMap<>();
    StringBuilder lines = new StringBuilder();
    for (Pattern pattern : patterns) {
      Map<String, Integer> groups = new HashMap<>();
      for (int account : pattern.members()) {
        groups.merge(group(account), 1, Integer::sum);
      }
      long all = pairs(pattern.members().length);
      StringBuilder largest = new StringBuilder();
      for (Map.Entry<String, Integer> group :
          groups.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .toList()) {
        String name = group.getKey();
        if (!name.equals(STRANGERS)) {
          long same = pairs(group.getValue());
          pairs.merge(
              name.startsWith("operator") ? "of one operator" : "of one decoy", same, Long::sum);
          all -= same;
        }
        if (largest.length() < 60) {
          largest.append(' ').append(name).append('=').append(group.getValue());
        }
      }
      pairs.merge("of neither", all, Long::sum);
      lines.append(
          String.format(
              Locale.ROOT,
              "  %s (ln chance %.1f):%s%n",
              pattern.label(),
              pattern.chance(),
              largest));
    }
    System.out.printf(
        Locale.ROOT, "%s: %d patterns, %.1f s, pairs %s%n", kind, patterns.size(), seconds, pairs);
    System.out.print(lines);
  }

  private void print(EvenLoad load, long start) {
    Map<String, IntArrayList> groups = new TreeMap<>();
    for (int a = 0; a < population.size(); a++) {
      String group = group(a);
      groups
          .computeIfAbsent(
              group.startsWith("operator") ? group : group.replaceAll("-.*", ""),
              g -> new IntArrayList())
          .add(a);
    }
    System.out.printf(
        Locale.ROOT,
        "even loads: %.3f of everybody, %.1f s%n",
        load.usual(),
        (System.nanoTime() - start) / 1e9);
    groups.forEach((group, accounts) ->
        System.out.printf(
            Locale.ROOT,
            "  %s: %.3f (ln chance %.1f)%n",
            group,
            load.share(accounts.toIntArray()),
            load.chance(accounts.toIntArray())));
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }

  /// The operator with its attack, the instance of a decoy, or nobody's.
  private String group(int account) {
    Truth.Member member = truth.accounts().getOrDefault(population.get(account).id(), NOBODY);
    if (!member.attack()) {
      return member.decoy().isEmpty() ? STRANGERS : member.instance();
    }
    String attack =
        truth.campaigns().stream()
            .filter(c -> c.operator().equals(member.operator()))
            .map(Truth.Campaign::attack)
            .findFirst()
            .orElse("");
    return member.operator() + " " + attack;
  }
}
