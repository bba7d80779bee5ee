package io.iolaus.core.prompt;

import io.iolaus.core.days.DayCounts;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntRBTreeMap;
import it.unimi.dsi.fastutil.ints.Int2LongRBTreeMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Brings families up to date with prompts that came, went or were sent more often: what families
/// there are, and what their skeletons are, holds.
final class FamilyUpdate {

  /// No family.
  private static final int NONE = -1;

  /// Fewer shingles of a skeleton in a sketch are a turn of phrase.
  private static final int LEAST = 3;

  private final List<PromptFamily> families;
  private final Long2IntOpenHashMap familyOfPrompt;
  private final Long2DoubleOpenHashMap ranks;
  private final Long2ObjectOpenHashMap<IntArrayList> holding = new Long2ObjectOpenHashMap<>();

  /// @param familyOfPrompt by a sketch's identity
  /// @param ranks of the shingles of all skeletons, by their hashes
  FamilyUpdate(
      List<PromptFamily> families,
      Long2IntOpenHashMap familyOfPrompt,
      Long2DoubleOpenHashMap ranks) {
    this.families = families;
    this.familyOfPrompt = familyOfPrompt;
    this.ranks = ranks;
    for (int f = 0; f < families.size(); f++) {
      for (long shingle : families.get(f).skeleton()) {
        holding.computeIfAbsent(shingle, s -> new IntArrayList(1)).add(f);
      }
    }
  }

  /// What changed about one family.
  private static final class Change {
    private final BitSet accounts = new BitSet();
    private final Int2IntRBTreeMap sampled = new Int2IntRBTreeMap();
    private final Int2LongRBTreeMap weights = new Int2LongRBTreeMap();
    private final LongOpenHashSet prompts = new LongOpenHashSet();
  }

  PromptFamilies with(
      BitSet changed, IntFunction<SampledPrompts> before, IntFunction<SampledPrompts> now) {
    Long2IntOpenHashMap familyOf = new Long2IntOpenHashMap(familyOfPrompt);
    familyOf.defaultReturnValue(NONE);
    @Nullable Change[] changes = new Change[families.size()];
    LongOpenHashSet famililess = new LongOpenHashSet();
    changed.stream()
        .forEach(account -> {
          SampledPrompts then = before.apply(account);
          for (int i = 0; i < then.size(); i++) {
            int family = familyOfPrompt.get(then.identity(i));
            if (family != NONE) {
              change(changes, family).accounts.set(account);
            } else {
              famililess.add(then.identity(i));
            }
          }
        });
    changed.stream()
        .forEach(account -> {
          SampledPrompts prompts = now.apply(account);
          for (int i = 0; i < prompts.size(); i++) {
            long identity = prompts.identity(i);
            int family = familyOf.get(identity);
            if (family == NONE && !famililess.contains(identity)) {
              family = shown(prompts, i);
              if (family != NONE) {
                familyOf.put(identity, family);
                change(changes, family).prompts.add(identity);
              }
            }
            if (family != NONE) {
              Change change = change(changes, family);
              change.accounts.set(account);
              change.sampled.addTo(account, 1);
              change.weights.merge(account, prompts.total(i), DayCounts::plus);
            }
          }
        });
    List<PromptFamily> updated = new ArrayList<>();
    for (int f = 0; f < families.size(); f++) {
      Change change = changes[f];
      updated.add(change == null ? families.get(f) : updated(families.get(f), change));
    }
    return new PromptFamilies(updated, familyOf, ranks);
  }

  private static Change change(@Nullable Change[] changes, int family) {
    Change known = changes[family];
    if (known == null) {
      known = new Change();
      changes[family] = known;
    }
    return known;
  }

  /// The family of whose skeleton a prompt shows most; of two of which it shows as much, the first.
  private int shown(SampledPrompts prompts, int prompt) {
    double complete = PromptTableBuilder.complete(prompts, prompt);
    Int2IntOpenHashMap has = new Int2IntOpenHashMap();
    Int2IntOpenHashMap beyond = new Int2IntOpenHashMap();
    for (int at = prompts.firstShingle(prompt); at < prompts.endShingle(prompt); at++) {
      long shingle = Shingles.hash(prompts.word(at));
      IntArrayList having = holding.get(shingle);
      for (int i = 0; having != null && i < having.size(); i++) {
        has.addTo(having.getInt(i), 1);
        beyond.addTo(having.getInt(i), ranks.get(shingle) >= complete ? 1 : 0);
      }
    }
    int best = NONE;
    int most = LEAST - 1;
    for (Int2IntMap.Entry entry : has.int2IntEntrySet()) {
      int family = entry.getIntKey();
      int common = entry.getIntValue();
      if ((common > most || (common == most && family < best))
          && SkeletonSet.shows(
              common, below(families.get(family).skeleton(), complete) + beyond.get(family))) {
        most = common;
        best = family;
      }
    }
    return best;
  }

  /// How many of a skeleton's shingles have a lower rank.
  private int below(long[] skeleton, double complete) {
    return (int) Arrays.stream(skeleton).filter(s -> ranks.get(s) < complete).count();
  }

  private static PromptFamily updated(PromptFamily family, Change change) {
    Int2IntRBTreeMap sampled = new Int2IntRBTreeMap(change.sampled);
    Int2LongRBTreeMap weights = new Int2LongRBTreeMap(change.weights);
    for (int i = 0; i < family.accounts().length; i++) {
      if (!change.accounts.get(family.accounts()[i])) {
        sampled.put(family.accounts()[i], family.sampled()[i]);
        weights.put(family.accounts()[i], family.weights()[i]);
      }
    }
    return new PromptFamily(
        family.id(),
        family.skeleton(),
        family.prompts() + change.prompts.size(),
        weights.keySet().toIntArray(),
        sampled.values().toIntArray(),
        weights.values().toLongArray());
  }
}
