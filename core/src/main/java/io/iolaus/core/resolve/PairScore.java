package io.iolaus.core.resolve;

import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Scores a pair of owners: is one operator likelier than two? The rule is that of Fellegi and
/// Sunter (A theory for record linkage, 1969): bits of independent facets add up against the prior
/// log2(owners).
///
/// Within a facet the likelihood ratio is averaged over the things that the poorer of the two
/// shows, those that the other does not show among them: with forty addresses each there are forty
/// chances to meet by accident and one in common says little, but forty in common say as much as
/// one would that was all they had. Things of a facet never add up, because they rarely come about
/// independently (the addresses of one pool, an opening and the prompts after it).
///
/// An acceptable pair has two facets at least, and one of them under the operator's own hand
/// (payment, client, prompt): a shared proxy alone says "same reseller", never "same operator".
final class PairScore {

  private static final double MIN_FACET_BITS = 2;
  private static final double MIN_OWN_FACET_BITS = 5;

  /// An owner that shows a thing with at least this part of its accounts shows it fully.
  private static final double FULL_FRACTION = 0.3;

  private static final Set<Facet> UNDER_OWN_HAND =
      EnumSet.of(Facet.PAYMENT, Facet.CLIENT, Facet.PROMPT);
  private static final Facet[] FACETS = Facet.values();

  private final EvidenceGraph evidence;
  private final OwnerGraph graph;
  private final double[] bits;
  private final double[] shown;
  private final double prior;
  private final double[] ratios = new double[FACETS.length];

  PairScore(EvidenceGraph evidence, OwnerGraph graph, double[] bits) {
    this.evidence = evidence;
    this.graph = graph;
    this.bits = bits;
    int owners = graph.owners().count();
    this.prior = EvidencePriors.log2(Math.max(2, owners));
    this.shown = new double[owners * FACETS.length];
    for (int owner = 0; owner < owners; owner++) {
      int[] things = graph.thingsOf(owner);
      float[] fractions = graph.fractionsOf(owner);
      for (int x = 0; x < things.length; x++) {
        shown[slot(owner, evidence.thing(things[x]).facet())] += fractions[x];
      }
    }
  }

  /// Log-odds in bits that the two are one operator, or NaN where the pair lacks independent
  /// facets.
  double logOdds(int a, int b) {
    Arrays.fill(ratios, 0);
    int[] left = graph.thingsOf(a);
    int[] right = graph.thingsOf(b);
    for (int x = 0, y = 0; x < left.length && y < right.length; ) {
      if (left[x] < right[y]) {
        x++;
      } else if (left[x] > right[y]) {
        y++;
      } else {
        weigh(left[x], graph.fractionsOf(a)[x], graph.fractionsOf(b)[y]);
        x++;
        y++;
      }
    }
    return total(a, b);
  }

  private void weigh(int thing, float fractionA, float fractionB) {
    double worth =
        bits[thing]
            * Math.min(1, fractionA / FULL_FRACTION)
            * Math.min(1, fractionB / FULL_FRACTION);
    if (worth > 0) {
      ratios[evidence.thing(thing).facet().index()] +=
          Math.min(fractionA, fractionB) * Math.pow(2, worth);
    }
  }

  private double total(int a, int b) {
    double sum = -prior;
    int facets = 0;
    boolean ownHand = false;
    for (Facet facet : FACETS) {
      double chance = Math.min(shown[slot(a, facet)], shown[slot(b, facet)]);
      double worth = EvidencePriors.log2(Math.max(1, ratios[facet.index()] / Math.max(1, chance)));
      sum += worth;
      facets += worth >= MIN_FACET_BITS ? 1 : 0;
      ownHand |= worth >= MIN_OWN_FACET_BITS && UNDER_OWN_HAND.contains(facet);
    }
    return facets >= 2 && ownHand ? sum : Double.NaN;
  }

  private static int slot(int owner, Facet facet) {
    return owner * FACETS.length + facet.index();
  }
}
