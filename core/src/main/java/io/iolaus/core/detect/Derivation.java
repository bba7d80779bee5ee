package io.iolaus.core.detect;

import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.pattern.CoTiming;
import io.iolaus.core.pattern.CreationCohorts;
import io.iolaus.core.pattern.Lockstep;
import io.iolaus.core.pattern.ModelPivots;
import io.iolaus.core.pattern.Pattern;
import io.iolaus.core.prompt.PromptFamilies;
import io.iolaus.core.prompt.PromptFamily;
import io.iolaus.core.prompt.SampledPrompts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What accounts share without a node of its own, derived from what is kept of each: prompt
/// families, moments and pauses of activity, moves between models, bursts of creation.
public final class Derivation {

  /// A family and what kind of texts it is made of.
  ///
  /// @param number of the family among those of its kind, from 0 up
  public record Family(PromptFamily family, boolean system, int number) {
    /// `prompt` or `system`, as the graph has it.
    public String kind() {
      return system ? "system" : "prompt";
    }
  }

  private static final String PROMPTS = "pf";
  private static final String SYSTEMS = "sf";

  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Population population;
  private final PromptFamilies prompts;
  private final PromptFamilies systems;
  private final long[] promptTotals;
  private final long[] systemTotals;

  private Derivation(Population population, PromptFamilies prompts, PromptFamilies systems) {
    this(population, prompts, systems, totals(population, false), totals(population, true));
  }

  private Derivation(
      Population population,
      PromptFamilies prompts,
      PromptFamilies systems,
      long[] promptTotals,
      long[] systemTotals) {
    this.population = population;
    this.prompts = prompts;
    this.systems = systems;
    add(prompts, false);
    add(systems, true);
    this.promptTotals = promptTotals;
    this.systemTotals = systemTotals;
  }

  /// The same families with the prompts of a later moment, see {@link PromptFamilies#continued},
  /// and the same patterns with the accounts that they had.
  ///
  /// @param now the same accounts by the same indexes, and others behind them
  /// @param changed those of whom something else is known than before
  public Derivation continued(Population now, BitSet changed) {
    Derivation continued =
        new Derivation(
            now,
            continued(prompts, now, changed, false),
            continued(systems, now, changed, true),
            totals(promptTotals, now, changed, false),
            totals(systemTotals, now, changed, true));
    continued.patterns.putAll(patterns);
    return continued;
  }

  private PromptFamilies continued(
      PromptFamilies found, Population now, BitSet changed, boolean system) {
    return found.continued(
        changed,
        a -> a < population.size() ? population.sampled(a, system) : SampledPrompts.NONE,
        a -> now.sampled(a, system));
  }

  private static long[] totals(long[] before, Population now, BitSet changed, boolean system) {
    long[] totals = Arrays.copyOf(before, now.size());
    changed.stream().forEach(a -> totals[a] = total(now.sampled(a, system)));
    return totals;
  }

  private void add(PromptFamilies found, boolean system) {
    for (int number = 0; number < found.families().size(); number++) {
      PromptFamily family = found.families().get(number);
      families.put(family.id(), new Family(family, system, number));
    }
  }

  /// Derives them, families and patterns side by side; `listener` hears how it goes on.
  public static Derivation of(Population population, DetectionListener listener) {
    CompletableFuture<List<List<Pattern>>> patterns =
        CompletableFuture.supplyAsync(() -> patterns(population));
    listener.progress("finding prompt families", 0, 2);
    PromptFamilies prompts =
        PromptFamilies.find(PROMPTS, population.size(), a -> population.sampled(a, false));
    listener.progress("finding prompt families", 1, 2);
    PromptFamilies systems =
        PromptFamilies.find(SYSTEMS, population.size(), a -> population.sampled(a, true));
    Derivation derivation = new Derivation(population, prompts, systems);
    listener.progress("comparing moments", 0, 0);
    patterns.join().forEach(found -> derivation.add(population, found));
    return derivation;
  }

  private static List<List<Pattern>> patterns(Population population) {
    int accounts = population.size();
    IntFunction<ActivityWindow> activity = a -> population.get(a).activity().read();
    return List.of(
        CoTiming.find(slots(accounts, activity)),
        CreationCohorts.find(
            IntStream.range(0, accounts)
                .mapToObj(a -> population.get(a).traits().createdAt())
                .toList()),
        Lockstep.find(accounts, a -> activity.apply(a).activeHours()),
        ModelPivots.find(accounts, activity));
  }

  private static int[][] slots(int accounts, IntFunction<ActivityWindow> activity) {
    return IntStream.range(0, accounts)
        .parallel()
        .mapToObj(a -> activity.apply(a).slots())
        .toArray(int[][]::new);
  }

  private void add(Population population, List<Pattern> found) {
    for (Pattern pattern : found) {
      // Where patterns of a kind do not overlap, named for the first account: stable while the
      // group is.
      String name = pattern.name();
      String first = population.get(pattern.members()[0]).id();
      String id = pattern.kind().id() + ':' + (name == null ? first : name);
      patterns.put(id, pattern);
    }
  }

  private static long[] totals(Population population, boolean system) {
    long[] totals = new long[population.size()];
    for (int a = 0; a < totals.length; a++) {
      totals[a] = total(population.sampled(a, system));
    }
    return totals;
  }

  private static long total(SampledPrompts prompts) {
    long total = 0;
    for (int i = 0; i < prompts.size(); i++) {
      total += prompts.total(i);
    }
    return total;
  }

  /// Families of prompts and, apart, of system prompts, by id.
  public Map<String, Family> families() {
    return families;
  }

  /// Patterns by id.
  public Map<String, Pattern> patterns() {
    return patterns;
  }

  /// An account's sampled exchanges with a prompt (or a system prompt), in a family or not.
  public long sampledTotal(int account, boolean system) {
    return system ? systemTotals[account] : promptTotals[account];
  }

  /// The numbers, among those of their kind, of the families that sampled texts belong to, -1 for
  /// none.
  public int[] familiesOf(SampledPrompts texts, boolean system) {
    return (system ? systems : prompts).familiesOf(texts);
  }

  /// Id of the family of a kind with a number.
  public String id(int number, boolean system) {
    return (system ? systems : prompts).families().get(number).id();
  }
}
