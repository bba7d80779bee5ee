package io.iolaus.simulate.scoring;

/// The exact bounds of a proportion (Clopper and Pearson, Biometrika 26, 1934), one-sided.
final class ExactBound {

  private ExactBound() {}

  /// The rate above which seeing no more than `hits` in `trials` has a probability below 5 %. For
  /// no hits in 3,000 trials it is 0.1 %.
  static double of95(long hits, long trials) {
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " hits in " + trials + " trials");
    }
    if (hits == trials) {
      return 1;
    }
    double low = (double) hits / trials;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atMost(hits, trials, middle) > 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// The lower bound in the same way: the rate below which seeing so many hits has a probability
  /// below 5 %.
  static double least95(long hits, long trials) {
    return 1 - of95(trials - hits, trials);
  }

  /// P(X ≤ hits) for X binomial.
  private static double atMost(long hits, long trials, double rate) {
    double term = trials * Math.log1p(-rate);
    double odds = Math.log(rate) - Math.log1p(-rate);
    double sum = Math.exp(term);
    for (long k = 1; k <= hits; k++) {
      term += Math.log((double) (trials - k + 1) / k) + odds;
      sum += Math.exp(term);
    }
    return sum;
  }
}
