package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Accounts and the things they share, as arrays: for each account its things, for each thing its
/// accounts.
///
/// Accounts are indexes 0..accounts-1, things are places in `things`. Immutable.
public final class EvidenceGraph {

  private final int accounts;
  private final List<SharedThing> things;
  private final Bounds bounds;
  private final EvidencePriors[] priors;
  private final int[] offsets;
  private final int[] thingOf;
  private final float[] strengthOf;
  private final int[] shown;
  private final int[] kindOf;
  private final double[] maxRatio;
  private final List<Facet> facetOfKind = new ArrayList<>();

  private EvidenceGraph(
      int accounts,
      List<SharedThing> things,
      Bounds bounds,
      EvidencePriors[] priors,
      int[] offsets,
      int[] thingOf,
      float[] strengthOf,
      int[] shown) {
    this.accounts = accounts;
    this.things = things;
    this.bounds = bounds;
    this.priors = priors;
    this.offsets = offsets;
    this.thingOf = thingOf;
    this.strengthOf = strengthOf;
    this.shown = shown;
    this.kindOf = new int[things.size()];
    this.maxRatio = Arrays.stream(priors).mapToDouble(p -> Math.pow(2, p.maxBits())).toArray();
    Map<String, Integer> kinds = new HashMap<>();
    for (int t = 0; t < kindOf.length; t++) {
      SharedThing thing = things.get(t);
      Integer known = kinds.putIfAbsent(thing.kind(), kinds.size());
      if (known == null) {
        facetOfKind.add(thing.facet());
      }
      kindOf[t] = known == null ? facetOfKind.size() - 1 : known;
    }
  }

  /// The graph of these things, with the bounds of the table.
  ///
  /// @throws IllegalArgumentException if a thing names an account that has no entry in `shown`
  public static EvidenceGraph of(int[] shown, List<SharedThing> things) {
    return of(shown, things, Bounds.PRIORS);
  }

  /// The graph of these things.
  ///
  /// @param shown for each account the facets it shows anything in, shared or not: bit {@link
  ///   Facet#index()}; what it shares is added
  /// @throws IllegalArgumentException if a thing names an account that has no entry in `shown`
  public static EvidenceGraph of(int[] shown, List<SharedThing> things, Bounds bounds) {
    int accounts = shown.length;
    int[] facets = shown.clone();
    List<SharedThing> copy = List.copyOf(things);
    EvidencePriors[] priors = new EvidencePriors[copy.size()];
    int[] offsets = new int[accounts + 1];
    for (int t = 0; t < copy.size(); t++) {
      SharedThing thing = copy.get(t);
      priors[t] = bounds.priors(thing);
      for (int p = 0; p < thing.size(); p++) {
        int account = thing.member(p);
        if (account < 0 || account >= accounts) {
          throw new IllegalArgumentException(
              thing.type() + " " + thing.key() + " names account " + account + " of " + accounts);
        }
        offsets[account + 1]++;
        facets[account] |= 1 << thing.facet().index();
      }
    }
    for (int a = 0; a < accounts; a++) {
      offsets[a + 1] += offsets[a];
    }
    int[] thingOf = new int[offsets[accounts]];
    float[] strengthOf = new float[offsets[accounts]];
    int[] next = offsets.clone();
    for (int t = 0; t < copy.size(); t++) {
      SharedThing thing = copy.get(t);
      for (int p = 0; p < thing.size(); p++) {
        int at = next[thing.member(p)]++;
        thingOf[at] = t;
        strengthOf[at] = thing.strength(p);
      }
    }
    return new EvidenceGraph(accounts, copy, bounds, priors, offsets, thingOf, strengthOf, facets);
  }

  /// How many accounts there are, those that share nothing included.
  public int accounts() {
    return accounts;
  }

  /// What sharing can be worth at most.
  public Bounds bounds() {
    return bounds;
  }

  /// All shared things.
  public List<SharedThing> things() {
    return things;
  }

  /// The shared thing at an index.
  public SharedThing thing(int index) {
    return things.get(index);
  }

  /// Indexes of the things an account shows, ascending.
  public IntStream thingsOf(int account) {
    return Arrays.stream(thingOf, offsets[account], offsets[account + 1]);
  }

  /// Takes what an account shows.
  @FunctionalInterface
  public interface Shown {
    /// Takes one thing.
    ///
    /// @param thing index of a shared thing
    /// @param strength how much of the account's activity in the facet was on it
    void take(int thing, float strength);
  }

  /// Hands over what an account shows, ascending by the indexes of things.
  public void shown(int account, Shown consumer) {
    for (int place = start(account); place < end(account); place++) {
      consumer.take(thingAt(place), strengthAt(place));
    }
  }

  /// Whether an account shows anything in a facet, shared or not.
  boolean shows(int account, Facet facet) {
    return (shown[account] & (1 << facet.index())) != 0;
  }

  /// How many kinds of signs there are: see {@link SharedThing#kind}.
  int kinds() {
    return facetOfKind.size();
  }

  int kind(int thing) {
    return kindOf[thing];
  }

  Facet facetOfKind(int kind) {
    return facetOfKind.get(kind);
  }

  EvidencePriors priors(int thing) {
    return priors[thing];
  }

  /// How many times likelier, at most, a thing is taken to be in a group than outside.
  double maxRatio(int thing) {
    return maxRatio[thing];
  }

  /// First place of an account's things; {@link #end} is the place after the last.
  int start(int account) {
    return offsets[account];
  }

  int end(int account) {
    return offsets[account + 1];
  }

  int thingAt(int place) {
    return thingOf[place];
  }

  float strengthAt(int place) {
    return strengthOf[place];
  }
}
