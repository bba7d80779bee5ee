package io.iolaus.core.evidence;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// What sharing a thing can be worth at most, after what people decided about accounts.
///
/// The bound of {@link EvidencePriors} answers "once in how many unrelated pairs is this shared for
/// an innocent reason?". Of verdicts one can see it happen: a thing that an account decided to be
/// legitimate shares with one decided to be fraudulent. A bound of b bits is read as one such case
/// in 2^b pairs, a Beta(1, 2^b - 1) prior; each legitimate account is one more pair looked at, and
/// each thing shared in that way one more case, at most one for each legitimate account. The
/// posterior mean (1 + cases) / (2^b + pairs) is the new bound. What is so widely shared that
/// rarity leaves less than half of the bound is no case: there rarity holds the evidence down.
///
/// Bounds only fall. Who is looked into is not drawn at random, so that nothing was seen says
/// little.
///
/// @param refined bounds that fell, by {@link SharedThing#kind}
public record Bounds(SortedMap<String, Refined> refined) {

  /// Those of the table: nobody has decided anything.
  public static final Bounds PRIORS = new Bounds(new TreeMap<>());

  /// One bound that fell.
  ///
  /// @param before bits of the table
  /// @param bits the bound now, in bits, 0..before
  public record Refined(double before, double bits) {}

  /// What is rare enough that this part of the bound is left of its worth.
  private static final double TELLING = 0.5;

  /// Smaller changes are none.
  private static final double CHANGE = 0.05;

  public Bounds {
    refined = new TreeMap<>(refined);
  }

  /// Bounds as verdicts about those who share these things have them.
  ///
  /// @param accounts how many there are
  /// @param verdicts by index of the account
  public static Bounds of(List<SharedThing> things, int accounts, IntFunction<Verdict> verdicts) {
    int legitimate = 0;
    for (int a = 0; a < accounts; a++) {
      legitimate += verdicts.apply(a) == Verdict.LEGITIMATE ? 1 : 0;
    }
    if (legitimate == 0) {
      return PRIORS;
    }
    Map<String, Cases> cases = new TreeMap<>();
    for (SharedThing thing : things) {
      EvidencePriors priors = EvidencePriors.of(thing);
      if (priors.bits(thing.size(), accounts) >= TELLING * priors.maxBits()) {
        cases.computeIfAbsent(thing.kind(), k -> new Cases(priors)).look(thing, verdicts);
      }
    }
    SortedMap<String, Refined> refined = new TreeMap<>();
    for (Map.Entry<String, Cases> entry : cases.entrySet()) {
      double before = entry.getValue().priors.maxBits();
      double bits = entry.getValue().bound(legitimate);
      if (before - bits >= CHANGE) {
        refined.put(entry.getKey(), new Refined(before, bits));
      }
    }
    return new Bounds(refined);
  }

  /// The priors of a thing, its bound as it is now.
  public EvidencePriors priors(SharedThing thing) {
    EvidencePriors priors = EvidencePriors.of(thing);
    Refined now = refined.isEmpty() ? null : refined.get(thing.kind());
    return now == null ? priors : new EvidencePriors(priors.m(), now.bits());
  }

  /// Each bound that fell, for people: `shared-identifier client device: 12.0 to 9.6 bits`.
  public List<String> lowered() {
    return refined.entrySet().stream()
        .map(e ->
            String.format(
                Locale.ROOT,
                "%s: %.1f to %.1f bits",
                e.getKey(),
                e.getValue().before(),
                e.getValue().bits()))
        .toList();
  }

  /// Things of one kind that somebody legitimate shares with somebody fraudulent.
  private static final class Cases {
    private final EvidencePriors priors;
    private final IntOpenHashSet cleared = new IntOpenHashSet();
    private int things;

    Cases(EvidencePriors priors) {
      this.priors = priors;
    }

    void look(SharedThing thing, IntFunction<Verdict> verdicts) {
      boolean fraudulent = false;
      IntOpenHashSet legitimate = new IntOpenHashSet();
      for (int p = 0; p < thing.size(); p++) {
        Verdict verdict = verdicts.apply(thing.member(p));
        fraudulent |= verdict == Verdict.FRAUDULENT;
        if (verdict == Verdict.LEGITIMATE) {
          legitimate.add(thing.member(p));
        }
      }
      if (fraudulent && !legitimate.isEmpty()) {
        things++;
        cleared.addAll(legitimate);
      }
    }

    double bound(int pairs) {
      double share =
          (1 + Math.min(things, cleared.size())) / (Math.pow(2, priors.maxBits()) + pairs);
      return Math.clamp(-EvidencePriors.log2(share), 0, priors.maxBits());
    }
  }
}
