package io.iolaus.core.resolve;

import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.EnumMap;
import java.util.Map;

/// What the accounts of one group show, against what everybody else shows: a block of evidence
/// (accounts × things), which sees a rotating pool whose pairs of accounts rarely share anything
/// twice.
///
/// An account's evidence in a facet is the log of a mixture: the chance that something it shows
/// comes from the group's profile over the chance that it comes from outside, averaged over what it
/// shows there, weighted by how much of its activity is on it. Showing much does therefore not
/// collect accidental matches. The account itself is left out of the profile it is held against.
final class ClusterProfile {

  private static final int FACETS = Facet.values().length;

  /// Where one thing is common to most of the group, that an account shows none of what the group
  /// shows speaks against it.
  private static final double MAX_DISAGREEMENT = -6;

  /// So many members must show anything in a facet for it to be of one mind.
  private static final int MIN_SHOWING = 5;

  private final EvidenceGraph evidence;
  private final Owners owners;
  private final int size;
  private final FacetBits sum;
  private final IntOpenHashSet inside;
  private final Int2DoubleOpenHashMap shown = new Int2DoubleOpenHashMap();
  private final Int2IntOpenHashMap members = new Int2IntOpenHashMap();
  private final Int2DoubleOpenHashMap outside = new Int2DoubleOpenHashMap();

  /// The largest part of the group that shows one and the same thing, by facet.
  private final double[] agreement = new double[FACETS];

  /// @param group the accounts of the group
  /// @param owners independent owners; the group is one of them
  ClusterProfile(EvidenceGraph evidence, int[] group, Owners owners) {
    this.evidence = evidence;
    this.owners = owners;
    this.size = group.length;
    this.sum = new FacetBits(evidence);
    this.inside = new IntOpenHashSet(group);
    for (int account : group) {
      for (int p = evidence.start(account); p < evidence.end(account); p++) {
        shown.addTo(evidence.thingAt(p), evidence.strengthAt(p));
        members.addTo(evidence.thingAt(p), 1);
      }
    }
    for (int thing : members.keySet()) {
      outside.put(thing, outside(evidence.thing(thing)));
    }
    for (int thing : members.keySet()) {
      int facet = evidence.thing(thing).facet().index();
      double part = members.get(thing) / (double) size;
      if (bits(thing) >= 2) {
        agreement[facet] = Math.max(agreement[facet], part);
      }
    }
    agreeing(group);
  }

  /// The part of the members for whom a facet speaks, of those who show anything in it: a pool on
  /// many cards of a few accounts each is of one mind as well.
  private void agreeing(int[] group) {
    int[] showing = new int[FACETS];
    int[] agreeing = new int[FACETS];
    for (int account : group) {
      double[] bits = facetBits(account);
      for (Facet facet : Facet.values()) {
        if (evidence.shows(account, facet)) {
          showing[facet.index()]++;
          agreeing[facet.index()] += bits[facet.index()] >= 2 ? 1 : 0;
        }
      }
    }
    for (int f = 0; f < FACETS; f++) {
      if (showing[f] >= MIN_SHOWING) {
        agreement[f] = Math.max(agreement[f], agreeing[f] / (double) showing[f]);
      }
    }
  }

  /// Activity outside the group on a thing, in accounts' worth; half a typical user more, because
  /// none was seen yet is not never.
  private double outside(SharedThing thing) {
    double elsewhere = 0;
    double all = 0;
    for (int p = 0; p < thing.size(); p++) {
      all += thing.strength(p);
      if (!inside.contains(thing.member(p))) {
        elsewhere += thing.strength(p) / (double) owners.size(owners.of(thing.member(p)));
      }
    }
    return elsewhere + 0.5 * all / thing.size();
  }

  int size() {
    return size;
  }

  /// How many of the group show a thing.
  int members(int thing) {
    return members.get(thing);
  }

  /// Things that at least two of the group show, ascending.
  int[] things() {
    return members.keySet().intStream().filter(t -> members.get(t) >= 2).sorted().toArray();
  }

  /// Bits by which a member is likelier to show a thing than an outsider.
  double bits(int thing) {
    return bits(thing, 0, 0);
  }

  /// The account's evidence in each facet.
  Map<Facet, Double> evidence(int account) {
    double[] facets = facetBits(account);
    Map<Facet, Double> result = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      double value = facets[facet.index()];
      if (value <= 0.05 && agreement[facet.index()] > 0.5) {
        // 1 - agreement is what a member may lack; at most 6 bits, because a member may also hide
        value =
            evidence.shows(account, facet)
                ? Math.max(MAX_DISAGREEMENT, EvidencePriors.log2(1.02 - agreement[facet.index()]))
                : 0;
      }
      if (Math.abs(value) > 0.05) {
        result.put(facet, value);
      }
    }
    return result;
  }

  /// Prior log-odds, in bits, that any one of `population` accounts belongs to the group.
  double prior(int population) {
    return EvidencePriors.log2(size / (double) Math.max(size + 1, population));
  }

  private double[] facetBits(int account) {
    boolean member = inside.contains(account);
    sum.clear();
    for (int p = evidence.start(account); p < evidence.end(account); p++) {
      int thing = evidence.thingAt(p);
      float strength = evidence.strengthAt(p);
      if (members.get(thing) - (member ? 1 : 0) > 0) {
        sum.agree(thing, strength, bits(thing, member ? 1 : 0, member ? strength : 0));
      } else {
        sum.show(thing, strength);
      }
    }
    return sum.facets();
  }

  private double bits(int thing, int leftOut, double strengthLeftOut) {
    int others = members.get(thing) - leftOut;
    if (others <= 0) {
      return 0;
    }
    double here = (shown.get(thing) - strengthLeftOut) / Math.max(1, size - leftOut);
    double elsewhere = outside.get(thing) / Math.max(1, owners.count() - 1);
    double bits = EvidencePriors.log2(Math.max(1e-9, here) / elsewhere);
    return Math.clamp(bits, 0, evidence.priors(thing).maxBits());
  }
}
