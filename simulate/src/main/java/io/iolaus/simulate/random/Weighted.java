package io.iolaus.simulate.random;

import java.util.Arrays;
import java.util.List;

/// A fixed choice among items with weights, or by Zipf's law over their order.
public final class Weighted<T> {

  private final List<T> items;
  private final double[] cumulative;

  private Weighted(List<T> items, double[] weights) {
    if (items.isEmpty() || items.size() != weights.length) {
      throw new IllegalArgumentException(items.size() + " items, " + weights.length + " weights");
    }
    this.items = List.copyOf(items);
    this.cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
  }

  public static <T> Weighted<T> of(List<T> items, double... weights) {
    return new Weighted<>(items, weights);
  }

  /// The item at position n (from 1) has weight n^-exponent.
  public static <T> Weighted<T> zipf(List<T> items, double exponent) {
    double[] weights = new double[items.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.pow(i + 1, -exponent);
    }
    return new Weighted<>(items, weights);
  }

  public T pick(RandomStream random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    return items.get(Math.min(found >= 0 ? found + 1 : -found - 1, items.size() - 1));
  }

  public List<T> items() {
    return items;
  }
}
