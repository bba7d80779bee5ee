package io.iolaus.cypher.detect;

import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Population;
import io.iolaus.core.prompt.PromptFamily;
import io.iolaus.core.prompt.SampledPrompts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is written of prompt families: each with its accounts, and their exchanges by day.
final class FamilyRows {

  private final Population population;
  private final Derivation derivation;

  /// For each account the families of its prompts, by their numbers; and of its system prompts.
  private final int[][] prompts;

  private final int[][] systems;

  FamilyRows(Population population, Derivation derivation) {
    this.population = population;
    this.derivation = derivation;
    this.prompts = families(false);
    this.systems = families(true);
  }

  private int[][] families(boolean system) {
    return IntStream.range(0, population.size())
        .parallel()
        .mapToObj(a -> derivation.familiesOf(population.sampled(a, system), system))
        .toArray(int[][]::new);
  }

  /// The row of one family.
  Map<String, Object> row(Derivation.Family family) {
    PromptFamily f = family.family();
    List<Map<String, Object>> edges = new ArrayList<>();
    for (int i = 0; i < f.accounts().length; i++) {
      int account = f.accounts()[i];
      long all = Math.max(1, derivation.sampledTotal(account, family.system()));
      SortedMap<LocalDate, Long> days = days(account, family);
      edges.add(
          Map.of(
              "account", population.get(account).id(),
              "days", List.copyOf(days.keySet()),
              "counts", List.copyOf(days.values()),
              "total", f.weights()[i],
              "share", f.weights()[i] / (double) all));
    }
    return Map.of(
        "id", f.id(),
        "kind", family.kind(),
        "prompts", f.prompts(),
        "accounts", f.accounts().length,
        "shingles", Arrays.stream(f.skeleton()).boxed().toList(),
        "edges", edges);
  }

  /// The row of one account: all the families that it prompted.
  static Map<String, Object> ofAccount(int account, Population population, Derivation derivation) {
    List<String> families = new ArrayList<>();
    List<Map<String, Object>> edges = new ArrayList<>();
    for (boolean system : new boolean[] {false, true}) {
      SampledPrompts sampled = population.sampled(account, system);
      int[] familyOf = derivation.familiesOf(sampled, system);
      long all = Math.max(1, derivation.sampledTotal(account, system));
      for (int family : Arrays.stream(familyOf).filter(f -> f >= 0).distinct().sorted().toArray()) {
        SortedMap<LocalDate, Long> days = days(sampled, familyOf, family);
        long total = days.values().stream().mapToLong(n -> n).sum();
        families.add(derivation.id(family, system));
        edges.add(
            Map.of(
                "family", derivation.id(family, system),
                "days", List.copyOf(days.keySet()),
                "counts", List.copyOf(days.values()),
                "total", total,
                "share", total / (double) all));
      }
    }
    return Map.of("account", population.get(account).id(), "families", families, "edges", edges);
  }

  private SortedMap<LocalDate, Long> days(int account, Derivation.Family family) {
    return days(
        population.sampled(account, family.system()),
        (family.system() ? systems : prompts)[account],
        family.number());
  }

  private static SortedMap<LocalDate, Long> days(
      SampledPrompts sampled, int[] familyOf, int family) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    for (int i = 0; i < familyOf.length; i++) {
      if (familyOf[i] == family) {
        sampled.eachDay(i, (day, count) -> days.merge(day, count, Long::sum));
      }
    }
    return days;
  }
}
