package io.iolaus.simulate.scoring;

/// One labelled cluster.
///
/// @param score by which it is ranked; 1 where the result has none
/// @param accounts labelled ones in it
/// @param operator that of most of its attack accounts; empty where it has none
/// @param own accounts of that operator
/// @param innocents accounts of nobody
public record ClusterScore(
    String id, double score, long accounts, String operator, long own, long innocents) {

  /// The share of one operator from which on a cluster counts as right.
  static final double RIGHT = 0.8;

  /// Whether four of five accounts or more are of one operator.
  public boolean right() {
    return own >= RIGHT * accounts;
  }
}
