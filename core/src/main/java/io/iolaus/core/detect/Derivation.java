package io.iolaus.core.detect;

import io.iolaus.core.pattern.CoTiming;
import io.iolaus.core.pattern.CreationCohorts;
import io.iolaus.core.pattern.Lockstep;
import io.iolaus.core.pattern.ModelPivots;
import io.iolaus.core.pattern.Pattern;
import io.iolaus.core.prompt.PromptFamilies;
import io.iolaus.core.prompt.PromptFamily;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.PromptSketch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What accounts share without a node of its own, derived from what is kept of each: prompt
/// families, moments and pauses of activity, moves between models, bursts of creation.
public final class Derivation {

  /// A family and what kind of texts it is made of.
  public record Family(PromptFamily family, boolean system) {
    /// `prompt` or `system`, as the graph has it.
    public String kind() {
      return system ? "system" : "prompt";
    }
  }

  private static final String PROMPTS = "pf";
  private static final String SYSTEMS = "sf";

  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final PromptFamilies prompts;
  private final PromptFamilies systems;
  private final long[] promptTotals;
  private final long[] systemTotals;

  private Derivation(Population population, PromptFamilies prompts, PromptFamilies systems) {
    this.prompts = prompts;
    this.systems = systems;
    prompts.families().forEach(f -> families.put(f.id(), new Family(f, false)));
    systems.families().forEach(f -> families.put(f.id(), new Family(f, true)));
    this.promptTotals = totals(population, false);
    this.systemTotals = totals(population, true);
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
    int[][] slots = new int[population.size()][];
    List<Instant> created = new ArrayList<>();
    for (int a = 0; a < slots.length; a++) {
      slots[a] = population.get(a).activity().slots();
      created.add(population.get(a).traits().createdAt());
    }
    return List.of(
        CoTiming.find(slots),
        CreationCohorts.find(created),
        Lockstep.find(slots.length, a -> population.get(a).activity().activeHours()),
        ModelPivots.find(slots.length, a -> population.get(a).activity()));
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
      for (PromptReservoir.Entry entry : population.sampled(a, system)) {
        totals[a] += entry.total();
      }
    }
    return totals;
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

  /// Id of the family a sampled text belongs to, or null.
  public @Nullable String familyOf(PromptSketch sketch, boolean system) {
    PromptFamilies all = system ? systems : prompts;
    OptionalInt index = all.familyOf(sketch);
    if (index.isEmpty()) {
      return null;
    }
    return all.families().get(index.getAsInt()).id();
  }
}
