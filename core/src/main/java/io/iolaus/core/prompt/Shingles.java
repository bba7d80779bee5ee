package io.iolaus.core.prompt;

/// A sampled shingle as one number: 44 bits of its keyed hash, then four bits that tell how deep in
/// its text it stood.
///
/// A shingle's rank is hash / weight, and its weight halves with every two steps of depth; a sketch
/// keeps the least ranks. As hash and depth are both in the number, the rank can be worked out from
/// it again: so a full sketch also tells which shingles its text does **not** have.
final class Shingles {

  /// The greatest depth: no shingle weighs less than 2^-7.5.
  static final int DEEPEST = 15;

  /// How many bits of the hash are kept.
  static final int HASH_BITS = 44;

  private static final int DEPTH_BITS = 4;
  private static final long HASH_MASK = (1L << HASH_BITS) - 1;

  /// The distance from an end of the text, in words, at which the weight is half.
  private static final double HALF_DISTANCE = 16;

  /// Every distance from here on has the greatest depth.
  private static final byte[] DEPTHS = depths();

  private static final double[] SCALE = scale();

  private Shingles() {}

  static long of(long hash, int distance) {
    return (hash & HASH_MASK) << DEPTH_BITS | DEPTHS[Math.min(distance, DEPTHS.length - 1)];
  }

  /// What is equal for the same shingle at any depth.
  static long hash(long shingle) {
    return shingle >>> DEPTH_BITS;
  }

  static int depth(long shingle) {
    return (int) shingle & DEEPEST;
  }

  static double rank(long shingle) {
    return rank(hash(shingle), depth(shingle));
  }

  static double rank(long hash, int depth) {
    return hash * SCALE[depth];
  }

  /// In 0..1, 1 at the ends of the text.
  static double weight(int depth) {
    return 1 / SCALE[depth];
  }

  // The weight falls with the square of the distance, so that the middle of a text of any length
  // weighs no more than
  // its first and last words together.
  private static byte[] depths() {
    byte[] depths = new byte[256];
    for (int distance = 0; distance < depths.length; distance++) {
      double ratio = distance / HALF_DISTANCE;
      double halvings = Math.log(1 + ratio * ratio) / Math.log(2);
      depths[distance] = (byte) Math.min(DEEPEST, Math.round(2 * halvings));
    }
    return depths;
  }

  private static double[] scale() {
    double[] scale = new double[DEEPEST + 1];
    for (int depth = 0; depth <= DEEPEST; depth++) {
      scale[depth] = Math.pow(2, depth / 2.0);
    }
    return scale;
  }
}
