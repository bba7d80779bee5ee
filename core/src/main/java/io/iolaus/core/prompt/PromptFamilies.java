package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The families that a set of sampled prompts shows: fills of one template, wherever they were sent
/// from.
///
/// What fills of a template share is its skeleton, and what tells a skeleton from the rest of a
/// text is that it recurs over accounts. So nothing is decided about a prompt alone:
///
/// 1. Shingles that recur over accounts are counted ([RecurringShingles]).
/// 2. Those that occur in the same prompts, as far as sketches can tell, form skeletons
///    ([SkeletonFinder]).
/// 3. Each prompt joins the skeleton that fits it best ([FamilyChoice]): not a common phrase, a
///    value of a slot, or a passage that several templates wrap.
/// 4. Close derivatives are parted again ([FamilyVariants]).
///
/// The result is a function of the set of prompts and their owners: order and numbering of the
/// accounts play no part. Every step is linear in the number of sampled shingles but for sorting.
/// The thresholds of the steps were set on the templates in `templates-train.txt`;
/// `PromptFamiliesEvaluationTest` measures on others.
public final class PromptFamilies {

  /// A skeleton must recur over this many accounts, a whole text over two.
  public static final int LEAST_ACCOUNTS = 3;

  private final List<PromptFamily> families;
  private final Long2IntOpenHashMap familyOfPrompt;
  private final Long2DoubleOpenHashMap ranks;

  /// Made when it is asked for.
  private volatile @Nullable FamilyUpdate update;

  /// @param familyOfPrompt by a sketch's identity, -1 for none
  /// @param ranks of the shingles of all skeletons, by their hashes
  PromptFamilies(
      List<PromptFamily> families,
      Long2IntOpenHashMap familyOfPrompt,
      Long2DoubleOpenHashMap ranks) {
    this.families = List.copyOf(families);
    this.familyOfPrompt = familyOfPrompt;
    this.ranks = ranks;
  }

  /// Finds the families among the sampled prompts of accounts 0..`accounts` − 1, all of one kind:
  /// prompts, or system prompts.
  ///
  /// @param prefix what the families' ids begin with
  /// @param prompts an account's prompts; asked for every account several times over, by several
  ///   threads
  public static PromptFamilies find(
      String prefix, int accounts, IntFunction<SampledPrompts> prompts) {
    RecurringShingles recurring = RecurringShingles.count(accounts, prompts, 2);
    PromptTable table = PromptTableBuilder.read(accounts, prompts, recurring);
    SkeletonSet skeletons =
        new SkeletonSet(table, SkeletonFinder.find(table, recurring.over(LEAST_ACCOUNTS)));
    int[] chosen = new FamilyChoice(table, skeletons, LEAST_ACCOUNTS).choose();
    FamilyCollector collector = new FamilyCollector(table, recurring, skeletons, prefix);
    return new PromptFamilies(
        collector.collect(chosen), collector.familyOfPrompt(), collector.ranks());
  }

  /// The same families among the prompts of a later moment. A prompt that was there belongs where
  /// it did; another one to the family of whose skeleton it shows most, if it shows it. No family
  /// comes or goes.
  ///
  /// @param changed accounts, by the same numbers, whose prompts are others now
  /// @param before an account's prompts when the families were found, none for one that was not
  ///   there
  /// @param now its prompts now
  public PromptFamilies continued(
      BitSet changed, IntFunction<SampledPrompts> before, IntFunction<SampledPrompts> now) {
    FamilyUpdate known = update;
    if (known == null) {
      known = new FamilyUpdate(families, familyOfPrompt, ranks);
      update = known;
    }
    return known.with(changed, before, now);
  }

  /// The families, by id.
  public List<PromptFamily> families() {
    return families;
  }

  /// The index in [#families] of the family a prompt belongs to.
  public OptionalInt familyOf(PromptSketch sketch) {
    int family = familyOfPrompt.get(sketch.identity());
    return family < 0 ? OptionalInt.empty() : OptionalInt.of(family);
  }

  /// The index in [#families] of the family each of some sampled prompts belongs to, -1 for none.
  public int[] familiesOf(SampledPrompts prompts) {
    int[] families = new int[prompts.size()];
    Arrays.setAll(families, i -> familyOfPrompt.get(prompts.identity(i)));
    return families;
  }
}
