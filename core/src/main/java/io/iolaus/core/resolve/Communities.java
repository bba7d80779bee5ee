package io.iolaus.core.resolve;

import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// Connected components of accepted links, and inside each Leiden (Traag, Waltman, van Eck: From
/// Louvain to Leiden, 2019) with the constant Potts model: a part holds together if the mean
/// log-odds over its pairs exceed the resolution. A few links between two dense groups therefore
/// never fuse them. Deterministic: nodes in their order, one fixed seed.
final class Communities {

  /// Mean bits for each pair of a community.
  private static final double RESOLUTION = 0.6;

  private static final int ITERATIONS = 10;
  private static final long SEED = 17;

  private Communities() {}

  /// A community number for each of `nodes` nodes; nodes without links are alone.
  static int[] of(int nodes, LinkFinder.Links links) {
    if (links.size() == 0) {
      int[] alone = new int[nodes];
      for (int i = 0; i < nodes; i++) {
        alone[i] = i;
      }
      return alone;
    }
    LargeIntArray[] ends = {new LargeIntArray(links.from()), new LargeIntArray(links.to())};
    Network network =
        new Network(unitWeights(nodes), ends, new LargeDoubleArray(links.bits()), false, true);
    LeidenAlgorithm leiden =
        new LeidenAlgorithm(
            RESOLUTION, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
    Clustering clustering = leiden.findClustering(network);
    return clustering.getClusters();
  }

  private static double[] unitWeights(int nodes) {
    double[] weights = new double[nodes];
    java.util.Arrays.fill(weights, 1);
    return weights;
  }
}
