package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.stream.IntStream;

/// What each shared thing weighs by itself between independent owners: rarity and hub judgement
/// together. A reading for people and for the tests of detectors; groups are found from what things
/// say about each other (`BlockFinder`), not from this.
public final class ThingWeights {

  private ThingWeights() {}

  /// Bits of evidence of each thing, by its index, that two owners which show it are one operator;
  /// 0 for what one owner alone shows.
  public static double[] bits(EvidenceGraph evidence, Owners owners) {
    return bits(evidence, OwnerGraph.of(evidence, owners));
  }

  static double[] bits(EvidenceGraph evidence, OwnerGraph graph) {
    Int2DoubleMap coverage =
        new HubJudge(evidence, graph)
            .coverage(IntStream.range(0, evidence.things().size()).toArray());
    double[] bits = new double[evidence.things().size()];
    for (int t = 0; t < bits.length; t++) {
      int owners = graph.ownersOf(t).length;
      bits[t] =
          owners < 2
              ? 0
              : evidence.priors(t).bits(owners, graph.owners().count())
                  * HubJudge.weight(coverage.get(t));
    }
    return bits;
  }
}
