package io.iolaus.core.prompt;

import io.iolaus.core.days.DayCounts;
import it.unimi.dsi.fastutil.ints.Int2IntRBTreeMap;
import it.unimi.dsi.fastutil.ints.Int2LongRBTreeMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts prompts together into families once their skeletons are chosen.
final class FamilyCollector {

  /// What is known of a family before its accounts are counted.
  private record Draft(long[] skeleton, IntArrayList prompts) {}

  private final PromptTable table;
  private final RecurringShingles shingles;
  private final SkeletonSet skeletons;
  private final String prefix;
  private final Map<String, Draft> drafts = new TreeMap<>();

  FamilyCollector(
      PromptTable table, RecurringShingles shingles, SkeletonSet skeletons, String prefix) {
    this.table = table;
    this.shingles = shingles;
    this.skeletons = skeletons;
    this.prefix = prefix;
  }

  /// The families, by id.
  List<PromptFamily> collect(int[] chosen) {
    IntArrayList[] bySkeleton = new IntArrayList[skeletons.size()];
    for (int p = 0; p < chosen.length; p++) {
      if (chosen[p] >= 0) {
        add(bySkeleton, chosen[p], p);
      } else if (table.ownerStarts()[p + 1] - table.ownerStarts()[p] >= 2) {
        String id = prefix + "-text-" + Long.toHexString(table.identities()[p]);
        drafts.put(id, new Draft(new long[0], IntArrayList.of(p)));
      }
    }
    long[][] members = members();
    FamilyVariants variants = new FamilyVariants(skeletons);
    for (int k = 0; k < bySkeleton.length; k++) {
      if (bySkeleton[k] != null) {
        part(k, bySkeleton[k], variants.features(k, bySkeleton[k]), members);
      }
    }
    List<PromptFamily> families = new ArrayList<>();
    drafts.forEach((id, draft) -> families.add(family(id, draft)));
    return families;
  }

  /// The family of each prompt, by its sketch's identity.
  Long2IntOpenHashMap familyOfPrompt() {
    Long2IntOpenHashMap families = new Long2IntOpenHashMap();
    families.defaultReturnValue(-1);
    int family = 0;
    for (Draft draft : drafts.values()) {
      for (int p : draft.prompts) {
        families.put(table.identities()[p], family);
      }
      family++;
    }
    return families;
  }

  /// The ranks of the shingles of all skeletons, by their hashes.
  Long2DoubleOpenHashMap ranks() {
    Long2DoubleOpenHashMap ranks = new Long2DoubleOpenHashMap();
    for (int s = 0; s < shingles.size(); s++) {
      if (skeletons.skeletonOf(s) >= 0) {
        ranks.put(shingles.hash(s), table.ranks()[s]);
      }
    }
    return ranks;
  }

  /// Each combination of features is a family of its own, named for the least shingles of its
  /// skeletons: nearly every sketch of its prompts holds these, so the name lasts while the family
  /// grows.
  private void part(int skeleton, IntArrayList prompts, int[] features, long[][] members) {
    for (int p : prompts) {
      StringBuilder id = new StringBuilder(prefix).append('-').append(anchor(skeleton));
      LongArrayList all = new LongArrayList(members[skeleton]);
      for (int i = skeletons.shownFrom(p); i < skeletons.shownFrom(p + 1); i++) {
        int shown = skeletons.shown(i);
        if (Arrays.binarySearch(features, shown) >= 0) {
          id.append('-').append(anchor(shown));
          all.addElements(all.size(), members[shown]);
        }
      }
      Draft draft = drafts.get(id.toString());
      if (draft == null) {
        all.sort(null);
        draft = new Draft(all.toLongArray(), new IntArrayList());
        drafts.put(id.toString(), draft);
      }
      draft.prompts.add(p);
    }
  }

  private String anchor(int skeleton) {
    return Long.toHexString(shingles.hash(skeletons.anchor(skeleton)));
  }

  private long[][] members() {
    LongArrayList[] lists = new LongArrayList[skeletons.size()];
    Arrays.setAll(lists, _ -> new LongArrayList());
    for (int s = 0; s < shingles.size(); s++) {
      if (skeletons.skeletonOf(s) >= 0) {
        lists[skeletons.skeletonOf(s)].add(shingles.hash(s));
      }
    }
    return Arrays.stream(lists).map(LongArrayList::toLongArray).toArray(long[][]::new);
  }

  private PromptFamily family(String id, Draft draft) {
    Int2LongRBTreeMap weights = new Int2LongRBTreeMap();
    Int2IntRBTreeMap sampled = new Int2IntRBTreeMap();
    for (int p : draft.prompts) {
      for (int o = table.ownerStarts()[p]; o < table.ownerStarts()[p + 1]; o++) {
        weights.merge(table.owners()[o], table.weights()[o], DayCounts::plus);
        sampled.addTo(table.owners()[o], 1);
      }
    }
    return new PromptFamily(
        id,
        draft.skeleton,
        draft.prompts.size(),
        weights.keySet().toIntArray(),
        sampled.values().toIntArray(),
        weights.values().toLongArray());
  }

  private static void add(@Nullable IntArrayList[] lists, int at, int value) {
    IntArrayList list = lists[at];
    if (list == null) {
      list = new IntArrayList();
      lists[at] = list;
    }
    list.add(value);
  }
}
