package io.iolaus.simulate.random;

import java.util.List;
import java.util.random.RandomGenerator;

/// A stream of random numbers that can be split by name.
///
/// A child depends on the key of its parent and on its own name only, never on how many numbers
/// were drawn: so a part of the world that is added, or draws more, changes nothing elsewhere. The
/// generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// OOPSLA 2014). Functions come from `StrictMath`, so that every machine draws the same. Not safe
/// for use by several threads.
public final class RandomStream implements RandomGenerator {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final long key;
  private long state;

  private RandomStream(long key) {
    this.key = key;
    this.state = key;
  }

  public static RandomStream of(long seed) {
    return new RandomStream(mix(seed + GAMMA));
  }

  /// The stream of this name below this one; the same each time.
  public RandomStream child(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new RandomStream(mix(key ^ mix(hash)));
  }

  /// The stream of this number below this one; the same each time.
  public RandomStream child(long index) {
    return new RandomStream(mix(key + mix(index ^ 0x5851F42D4C957F2DL)));
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  public boolean chance(double probability) {
    return nextDouble() < probability;
  }

  /// A whole number from `low` to `high`, both included.
  public int between(int low, int high) {
    return low + nextInt(high - low + 1);
  }

  public double between(double low, double high) {
    return low + nextDouble() * (high - low);
  }

  public <T> T pick(List<T> items) {
    return items.get(nextInt(items.size()));
  }

  @SafeVarargs
  public final <T> T pickOf(T... items) {
    return items[nextInt(items.length)];
  }

  /// Standard normal, by Box and Muller.
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  public double lognormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - nextDouble());
  }

  /// Poisson; above a mean of 30 by the rounded normal, which is near enough for volumes.
  public int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    double product = nextDouble();
    while (product > limit) {
      count++;
      product *= nextDouble();
    }
    return count;
  }

  /// Shuffles in place.
  public void shuffle(List<?> items) {
    shuffleAny(items);
  }

  private <T> void shuffleAny(List<T> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      T swapped = items.get(i);
      items.set(i, items.get(j));
      items.set(j, swapped);
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
