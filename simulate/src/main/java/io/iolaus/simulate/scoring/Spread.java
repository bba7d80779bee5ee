package io.iolaus.simulate.scoring;

import java.util.Arrays;
import java.util.Random;

/// A figure over several populations.
///
/// @param low lower end of the 95 % interval of the mean, by bootstrap (B. Efron, Bootstrap
///   methods: another look at the jackknife, Annals of Statistics 1979), percentiles of 2,000
///   resamples
/// @param least the smallest value
public record Spread(int count, double mean, double low, double high, double least) {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 41;

  /// The spread of these values; the same values give the same interval.
  ///
  /// @throws IllegalArgumentException if there are none
  public static Spread of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing has no spread");
    }
    double[] means = new double[RESAMPLES];
    Random random = new Random(SEED);
    for (int i = 0; i < RESAMPLES; i++) {
      for (int draw = 0; draw < values.length; draw++) {
        means[i] += values[random.nextInt(values.length)] / values.length;
      }
    }
    Arrays.sort(means);
    return new Spread(
        values.length,
        Arrays.stream(values).average().orElseThrow(),
        means[RESAMPLES / 40],
        means[RESAMPLES - 1 - RESAMPLES / 40],
        Arrays.stream(values).min().orElseThrow());
  }
}
