package io.iolaus.simulate.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Labelled clusters in the order of their scores, the highest first.
final class Ranking {

  private Ranking() {}

  /// The share of right clusters among the highest ranked ones that it takes until right clusters
  /// hold this share of all attack accounts; empty if all labelled ones together hold less.
  /// Clusters of equal score are taken together.
  static OptionalDouble precisionAt(double recall, List<ClusterScore> clusters, double attack) {
    List<ClusterScore> ranked =
        clusters.stream()
            .sorted(Comparator.comparingDouble(ClusterScore::score).reversed())
            .toList();
    double held = 0;
    int right = 0;
    for (int i = 0; i < ranked.size(); i++) {
      ClusterScore cluster = ranked.get(i);
      if (cluster.right()) {
        right++;
        held += cluster.own();
      }
      boolean lastOfItsScore =
          i + 1 == ranked.size() || ranked.get(i + 1).score() < cluster.score();
      if (lastOfItsScore && held >= recall * attack) {
        return OptionalDouble.of((double) right / (i + 1));
      }
    }
    return OptionalDouble.empty();
  }
}
