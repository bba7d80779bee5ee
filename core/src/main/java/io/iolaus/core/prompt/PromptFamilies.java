package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.ints.Int2LongRBTreeMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectRBTreeMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// The families that a set of sampled prompts shows.
public final class PromptFamilies {

  private final List<PromptFamily> families;
  private final Long2IntOpenHashMap familyOfPrompt;

  private PromptFamilies(List<PromptFamily> families, Long2IntOpenHashMap familyOfPrompt) {
    this.families = families;
    this.familyOfPrompt = familyOfPrompt;
  }

  /// Finds the families among the sampled prompts of accounts 0..`accounts` − 1, all of one kind
  /// (prompts, or system prompts). `entries` is asked for every account, in ascending order, and
  /// more than once.
  public static PromptFamilies find(
      int accounts, IntFunction<? extends Collection<PromptReservoir.Entry>> entries) {
    Long2ObjectRBTreeMap<Int2LongRBTreeMap> owners = new Long2ObjectRBTreeMap<>();
    Long2ObjectRBTreeMap<PromptSketch> sketches = new Long2ObjectRBTreeMap<>();
    for (int account = 0; account < accounts; account++) {
      for (PromptReservoir.Entry entry : entries.apply(account)) {
        long key = entry.sketch().key();
        sketches.put(key, entry.sketch());
        owners.computeIfAbsent(key, _ -> new Int2LongRBTreeMap()).addTo(account, entry.total());
      }
    }
    List<PromptFamily> families = new ArrayList<>();
    Long2IntOpenHashMap familyOfPrompt = new Long2IntOpenHashMap();
    familyOfPrompt.defaultReturnValue(-1);
    owners.forEach((boxed, weights) -> {
      long key = boxed;
      if (weights.size() >= 2) {
        familyOfPrompt.put(key, families.size());
        int[] sampled = new int[weights.size()];
        java.util.Arrays.fill(sampled, 1);
        families.add(
            new PromptFamily(
                "pf_" + Long.toHexString(key),
                sketches.get(key).shingles(),
                1,
                weights.keySet().toIntArray(),
                sampled,
                weights.values().toLongArray()));
      }
    });
    return new PromptFamilies(families, familyOfPrompt);
  }

  /// The families, by id.
  public List<PromptFamily> families() {
    return List.copyOf(families);
  }

  /// The index in [#families] of the family a prompt belongs to.
  public OptionalInt familyOf(PromptSketch sketch) {
    int family = familyOfPrompt.get(sketch.key());
    return family < 0 ? OptionalInt.empty() : OptionalInt.of(family);
  }
}
