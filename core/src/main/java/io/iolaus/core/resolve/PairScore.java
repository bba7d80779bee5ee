package io.iolaus.core.resolve;

import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import java.util.EnumSet;
import java.util.Set;

/// Scores a pair of owners: is one operator likelier than two? The rule is that of Fellegi and
/// Sunter (A theory for record linkage, 1969): bits of independent facets add up against the prior
/// log2(owners).
///
/// Within a facet only the best thing counts, less log2 of how many things of the facet the poorer
/// of the two shows (with forty addresses each there are forty chances to meet by accident), plus a
/// little for each further one that would count by itself. An acceptable pair has two facets at
/// least, and one of them under the operator's own hand (payment, client, prompt): a shared proxy
/// alone says "same reseller", never "same operator".
final class PairScore {

  private static final double MIN_FACET_BITS = 2;
  private static final double MIN_OWN_FACET_BITS = 5;
  private static final double FURTHER_THING_BITS = 1.5;

  /// An owner that shows a thing with at least this part of its accounts shows it fully.
  private static final double FULL_FRACTION = 0.3;

  private static final Set<Facet> UNDER_OWN_HAND =
      EnumSet.of(Facet.PAYMENT, Facet.CLIENT, Facet.PROMPT);
  private static final Facet[] FACETS = Facet.values();

  private final EvidenceGraph evidence;
  private final OwnerGraph graph;
  private final double[] bits;
  private final double[] chances;
  private final double prior;
  private final double[] best = new double[FACETS.length];
  private final int[] shared = new int[FACETS.length];

  PairScore(EvidenceGraph evidence, OwnerGraph graph, double[] bits) {
    this.evidence = evidence;
    this.graph = graph;
    this.bits = bits;
    int owners = graph.owners().count();
    this.prior = EvidencePriors.log2(Math.max(2, owners));
    this.chances = new double[owners * FACETS.length];
    for (int owner = 0; owner < owners; owner++) {
      int[] things = graph.thingsOf(owner);
      float[] fractions = graph.fractionsOf(owner);
      for (int x = 0; x < things.length; x++) {
        chances[slot(owner, things[x])] += fractions[x];
      }
    }
  }

  /// Log-odds in bits that the two are one operator, or NaN where the pair lacks independent
  /// facets.
  double logOdds(int a, int b) {
    java.util.Arrays.fill(best, 0);
    java.util.Arrays.fill(shared, 0);
    int[] left = graph.thingsOf(a);
    int[] right = graph.thingsOf(b);
    for (int x = 0, y = 0; x < left.length && y < right.length; ) {
      if (left[x] < right[y]) {
        x++;
      } else if (left[x] > right[y]) {
        y++;
      } else {
        weigh(a, b, left[x], graph.fractionsOf(a)[x], graph.fractionsOf(b)[y]);
        x++;
        y++;
      }
    }
    return total();
  }

  private void weigh(int a, int b, int thing, float fractionA, float fractionB) {
    double chance = Math.min(chances[slot(a, thing)], chances[slot(b, thing)]);
    double worth =
        bits[thing]
                * Math.min(1, fractionA / FULL_FRACTION)
                * Math.min(1, fractionB / FULL_FRACTION)
            - EvidencePriors.log2(Math.max(1, chance));
    if (worth > 0) {
      int facet = evidence.thing(thing).facet().index();
      best[facet] = Math.max(best[facet], worth);
      // A pool shared by a reseller's customers is many things of next to no worth each.
      shared[facet] += worth >= MIN_FACET_BITS ? 1 : 0;
    }
  }

  private double total() {
    double sum = -prior;
    int facets = 0;
    boolean ownHand = false;
    for (Facet facet : FACETS) {
      int f = facet.index();
      if (best[f] > 0) {
        sum += best[f] + further(shared[f] - 1);
      }
      if (best[f] >= MIN_FACET_BITS) {
        facets++;
      }
      ownHand |= best[f] >= MIN_OWN_FACET_BITS && UNDER_OWN_HAND.contains(facet);
    }
    return facets >= 2 && ownHand ? sum : Double.NaN;
  }

  /// What further things of a facet add: half as much each time, because they rarely come about
  /// independently (an opening and the prompts after it, the addresses of one pool).
  private static double further(int things) {
    return things <= 0 ? 0 : FURTHER_THING_BITS * (2 - Math.pow(2, 1 - things));
  }

  private int slot(int owner, int thing) {
    return owner * FACETS.length + evidence.thing(thing).facet().index();
  }
}
