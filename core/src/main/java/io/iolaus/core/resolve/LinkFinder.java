package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;

/// Finds the pairs of owners that are accepted as one operator.
///
/// Things of up to {@link #ALL_PAIRS} owners propose all their pairs; larger ones propose for each
/// owner its neighbours in one fixed pseudo-random order, so that the cost stays linear in the
/// edges and owners that share several large things meet in each of them. Every proposed pair is
/// then scored over all that it shares.
final class LinkFinder {

  static final int ALL_PAIRS = 300;
  private static final int NEIGHBOURS = 48;
  private static final double MIN_BITS = 0.3;

  /// Accepted links, `from < to`: log-odds in bits that the two are one operator.
  record Links(int[] from, int[] to, double[] bits) {
    int size() {
      return from.length;
    }
  }

  private final OwnerGraph graph;
  private final double[] bits;
  private final PairScore score;

  LinkFinder(EvidenceGraph evidence, OwnerGraph graph, double[] bits) {
    this.graph = graph;
    this.bits = bits;
    this.score = new PairScore(evidence, graph, bits);
  }

  /// Links whose log-odds are at least `margin` bits.
  Links find(double margin) {
    int owners = graph.owners().count();
    int[][] rings = rings();
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    DoubleArrayList weights = new DoubleArrayList();
    int[] proposedBy = new int[owners];
    IntArrayList proposed = new IntArrayList();
    for (int a = 0; a < owners; a++) {
      proposed.clear();
      for (int thing : graph.thingsOf(a)) {
        if (bits[thing] >= MIN_BITS) {
          propose(a, graph.ownersOf(thing), rings[thing], proposedBy, proposed);
        }
      }
      for (int i = 0; i < proposed.size(); i++) {
        int b = proposed.getInt(i);
        double odds = score.logOdds(a, b);
        if (odds >= margin) {
          from.add(a);
          to.add(b);
          weights.add(odds);
        }
      }
    }
    return new Links(from.toIntArray(), to.toIntArray(), weights.toDoubleArray());
  }

  private static void propose(
      int a, int[] mates, int[] ring, int[] proposedBy, IntArrayList proposed) {
    if (ring.length == 0) {
      for (int b : mates) {
        propose(a, b, proposedBy, proposed);
      }
      return;
    }
    int place = IntArrays.binarySearch(ring, a, LinkFinder::byHash);
    for (int step = 1; step <= NEIGHBOURS / 2; step++) {
      propose(a, ring[(place + step) % ring.length], proposedBy, proposed);
      propose(a, ring[(place - step + ring.length) % ring.length], proposedBy, proposed);
    }
  }

  private static void propose(int a, int b, int[] proposedBy, IntArrayList proposed) {
    if (b > a && proposedBy[b] != a + 1) {
      proposedBy[b] = a + 1;
      proposed.add(b);
    }
  }

  private int[][] rings() {
    int[][] rings = new int[bits.length][];
    for (int t = 0; t < rings.length; t++) {
      int[] mates = graph.ownersOf(t);
      rings[t] = IntArrays.EMPTY_ARRAY;
      if (mates.length > ALL_PAIRS && bits[t] >= MIN_BITS) {
        rings[t] = mates.clone();
        IntArrays.quickSort(rings[t], LinkFinder::byHash);
      }
    }
    return rings;
  }

  private static int byHash(int a, int b) {
    // murmur's finalizer is a bijection: no two owners are equal in this order
    return Integer.compare(HashCommon.murmurHash3(a), HashCommon.murmurHash3(b));
  }
}
