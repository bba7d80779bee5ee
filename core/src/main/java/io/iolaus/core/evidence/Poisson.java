package io.iolaus.core.evidence;

/// Tails of the Poisson distribution, for "could this be chance?".
public final class Poisson {

  private Poisson() {}

  /// Natural logarithm of an upper bound on P(X ≥ k) for X ~ Poisson(mean), by the Chernoff bound
  /// `exp(-mean) (e mean)^k / k^k` (Mitzenmacher and Upfal, Probability and Computing, theorem
  /// 5.4).
  ///
  /// @param k at least 0
  /// @param mean at least 0
  /// @return at most 0; 0 where k is not above the mean
  public static double logUpperTail(long k, double mean) {
    if (k < 0 || mean < 0 || Double.isNaN(mean)) {
      throw new IllegalArgumentException("k and mean must be at least 0, were " + k + ", " + mean);
    }
    if ((double) k <= mean) {
      return 0;
    }
    if (mean == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return -mean + (double) k * (1 + Math.log(mean) - Math.log((double) k));
  }
}
