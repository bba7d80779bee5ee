package io.iolaus.core.activity;

/// Sums of what is never negative, stopping at the largest long: so they stay commutative and
/// associative.
final class Sums {

  private Sums() {}

  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
