package io.iolaus.core.resolve;

import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import java.util.Arrays;

/// Sums up what one account shows into bits for each facet.
///
/// What a detector found is one kind of sign. Within a kind the likelihood ratio is averaged over
/// what the account shows of it, weighted by how much of its activity is on each, so that showing
/// much collects no accidental matches. Kinds of one facet are correlated (an address and its
/// network, a card and its issuer): the strongest counts, they never add up.
final class FacetBits {

  private static final int FACETS = Facet.values().length;

  private final EvidenceGraph evidence;
  private final double[] ratio;
  private final double[] shown;
  private final double[] bound;
  private final double[] bits = new double[FACETS];

  FacetBits(EvidenceGraph evidence) {
    this.evidence = evidence;
    int kinds = evidence.kinds();
    this.ratio = new double[kinds];
    this.shown = new double[kinds];
    this.bound = new double[kinds];
  }

  void clear() {
    Arrays.fill(ratio, 0);
    Arrays.fill(shown, 0);
    Arrays.fill(bound, 0);
  }

  /// The account shows a thing that says nothing.
  void show(int thing, double strength) {
    shown[evidence.kind(thing)] += strength;
  }

  /// The account shows a thing that is so many times likelier here than elsewhere.
  void agree(int thing, double strength, double likelier) {
    int kind = evidence.kind(thing);
    shown[kind] += strength;
    ratio[kind] += strength * likelier;
    bound[kind] = Math.max(bound[kind], evidence.priors(thing).maxBits());
  }

  /// Bits of each facet, by its index, from 0 up; valid until the next call.
  double[] facets() {
    Arrays.fill(bits, 0);
    for (int k = 0; k < ratio.length; k++) {
      if (ratio[k] > 0) {
        double worth = EvidencePriors.log2(Math.max(1, ratio[k] / Math.max(1, shown[k])));
        int facet = evidence.facetOfKind(k).index();
        bits[facet] = Math.max(bits[facet], Math.min(worth, bound[k]));
      }
    }
    return bits;
  }
}
