package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.ints.Int2IntRBTreeMap;
import it.unimi.dsi.fastutil.ints.Int2LongRBTreeMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// The families that a set of sampled prompts shows.
public final class PromptFamilies {

  /// A skeleton must recur over this many accounts.
  static final int LEAST_ACCOUNTS = 3;

  private final List<PromptFamily> families;
  private final Long2IntOpenHashMap familyOfPrompt;

  private PromptFamilies(List<PromptFamily> families, Long2IntOpenHashMap familyOfPrompt) {
    this.families = List.copyOf(families);
    this.familyOfPrompt = familyOfPrompt;
  }

  /// Finds the families among the sampled prompts of accounts 0..`accounts` − 1, all of one kind
  /// (prompts, or system prompts). `entries` is asked for every account, in ascending order, and
  /// more than once.
  public static PromptFamilies find(
      int accounts, IntFunction<? extends Collection<PromptReservoir.Entry>> entries) {
    RecurringShingles recurring = RecurringShingles.count(accounts, entries, 2);
    PromptTable table = PromptTableBuilder.read(accounts, entries, recurring);
    boolean[] used = new boolean[recurring.size()];
    for (int s = 0; s < used.length; s++) {
      used[s] = recurring.accounts(s) >= LEAST_ACCOUNTS;
    }
    SkeletonSet skeletons = new SkeletonSet(table, Skeletons.of(table, used));
    int[] chosen = new FamilyChoice(table, skeletons).choose(LEAST_ACCOUNTS);

    IntArrayList[] members = new IntArrayList[skeletons.size()];
    List<IntArrayList> groups = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<long[]> shingles = new ArrayList<>();
    LongArrayList[] own = new LongArrayList[skeletons.size()];
    for (int s = 0; s < used.length; s++) {
      int k = skeletons.skeletonOf(s);
      if (k >= 0) {
        if (own[k] == null) {
          own[k] = new LongArrayList();
        }
        own[k].add(recurring.hash(s));
      }
    }
    for (int p = 0; p < chosen.length; p++) {
      int k = chosen[p];
      if (k >= 0) {
        if (members[k] == null) {
          members[k] = new IntArrayList();
        }
        members[k].add(p);
      } else if (table.ownerStarts()[p + 1] - table.ownerStarts()[p] >= 2) {
        groups.add(IntArrayList.of(p));
        ids.add("pk-" + Long.toHexString(table.keys()[p]));
        shingles.add(new long[0]);
      }
    }
    FamilyVariants variants = new FamilyVariants(skeletons);
    for (int k = 0; k < members.length; k++) {
      if (members[k] == null) {
        continue;
      }
      int[] features = variants.features(k, members[k]);
      java.util.Map<String, IntArrayList> parts = new java.util.TreeMap<>();
      for (int p : members[k]) {
        StringBuilder id = new StringBuilder("pf-" + Long.toHexString(recurring.hash(skeletons.anchor(k))));
        for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
          if (Arrays.binarySearch(features, skeletons.shown(i)) >= 0) {
            id.append('-').append(Long.toHexString(recurring.hash(skeletons.anchor(skeletons.shown(i)))));
          }
        }
        parts.computeIfAbsent(id.toString(), _ -> new IntArrayList()).add(p);
      }
      long[] own2 = own[k].toLongArray();
      parts.forEach((id, part) -> { groups.add(part); ids.add(id); shingles.add(own2); });
    }
    Integer[] order = new Integer[groups.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(ids::get));
    List<PromptFamily> families = new ArrayList<>();
    Long2IntOpenHashMap familyOfPrompt = new Long2IntOpenHashMap();
    familyOfPrompt.defaultReturnValue(-1);
    for (int g : order) {
      Int2LongRBTreeMap weights = new Int2LongRBTreeMap();
      Int2IntRBTreeMap sampled = new Int2IntRBTreeMap();
      IntArrayList group = groups.get(g);
      for (int i = 0; i < group.size(); i++) {
        int p = group.getInt(i);
        familyOfPrompt.put(table.keys()[p], families.size());
        for (int o = table.ownerStarts()[p]; o < table.ownerStarts()[p + 1]; o++) {
          weights.addTo(table.owners()[o], table.weights()[o]);
          sampled.addTo(table.owners()[o], 1);
        }
      }
      families.add(
          new PromptFamily(
              ids.get(g),
              shingles.get(g),
              group.size(),
              weights.keySet().toIntArray(),
              sampled.values().toIntArray(),
              weights.values().toLongArray()));
    }
    return new PromptFamilies(families, familyOfPrompt);
  }

  /// The families, by id.
  public List<PromptFamily> families() {
    return families;
  }

  /// The index in [#families] of the family a prompt belongs to.
  public OptionalInt familyOf(PromptSketch sketch) {
    int family = familyOfPrompt.get(sketch.key());
    return family < 0 ? OptionalInt.empty() : OptionalInt.of(family);
  }
}
