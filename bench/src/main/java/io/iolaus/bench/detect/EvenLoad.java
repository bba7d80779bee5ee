package io.iolaus.bench.detect;

import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.evidence.Poisson;
import java.util.Arrays;

/// Whether accounts get the same amount of work every day: a load balancer deals more evenly than
/// chance does, and people far less.
///
/// An account's exchanges on its active days are held against the evenest that independent calls
/// could be, a Poisson distribution without its zero (Fisher's index of dispersion, its lower tail
/// by Wilson and Hilferty, 1931). This is a test for groups that other evidence proposes, not a
/// link: a program on a schedule is even as well, and two even accounts have nothing in common. It
/// is measured here and judges nobody: as a sign of manner it changed no label of any population.
final class EvenLoad {

  private static final int MIN_DAYS = 8;

  /// Below that, one call a day would be even.
  private static final double MIN_MEAN = 2.5;

  /// One account in a hundred with independent calls is as even.
  private static final double EVEN = -2.326;

  private static final int STEPS = 60;

  /// An account that tells nothing: too few days, or too few exchanges a day.
  private static final int SILENT = -1;

  private final int[] even;
  private final double usual;

  private EvenLoad(int[] even) {
    this.even = even;
    long telling = Arrays.stream(even).filter(e -> e != SILENT).count();
    long sum = Arrays.stream(even).filter(e -> e == 1).count();
    this.usual = Math.max(0.01, sum / (double) Math.max(1, telling));
  }

  /// Of all accounts, by index.
  static EvenLoad of(ActivityWindow[] accounts) {
    return new EvenLoad(Arrays.stream(accounts).mapToInt(EvenLoad::evenness).toArray());
  }

  /// The part of a group's accounts with enough activity to tell that is dealt evenly, 0..1.
  double share(int[] members) {
    long telling = Arrays.stream(members).filter(a -> even[a] != SILENT).count();
    return telling == 0 ? 0 : count(members) / (double) telling;
  }

  /// The same among everybody; at least one in a hundred, which chance brings.
  double usual() {
    return usual;
  }

  /// Natural logarithm of the probability that as many of a group are even if it is like everybody.
  double chance(int[] members) {
    long telling = Arrays.stream(members).filter(a -> even[a] != SILENT).count();
    return Poisson.logUpperTail(count(members), usual * telling);
  }

  private long count(int[] members) {
    return Arrays.stream(members).filter(a -> even[a] == 1).count();
  }

  private static int evenness(ActivityWindow activity) {
    long[] counts = activity.days().stream().mapToLong(ActivityDay::exchanges).toArray();
    double mean = Arrays.stream(counts).average().orElse(0);
    if (counts.length < MIN_DAYS || mean < MIN_MEAN) {
      return SILENT;
    }
    double squares = Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum();
    double freedom = counts.length - 1.0;
    double spread = 2 / (9 * freedom);
    double z = (Math.cbrt(squares / freedom / variance(mean)) - (1 - spread)) / Math.sqrt(spread);
    return z < EVEN ? 1 : 0;
  }

  /// Variance of a Poisson distribution without its zero that has this mean, which is above one.
  private static double variance(double mean) {
    double rate = mean;
    for (int i = 0; i < STEPS; i++) {
      rate = mean * -Math.expm1(-rate);
    }
    return mean * (1 + rate - mean);
  }
}
