package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;
import java.util.Objects;

/// A keyed, versioned sample of the word shingles of one text: enough to see what texts have in
/// common, not enough to read one or, without the site secret, to test a guess.
///
/// @param key a keyed 64-bit digest of the whole normalised text: equal texts have equal keys
/// @param shingles the sampled shingle hashes, ascending, without repeats, at most {@link
///   #MAX_SHINGLES}
public record PromptSketch(long key, long[] shingles) {

  /// The largest number of shingle hashes a sketch holds.
  public static final int MAX_SHINGLES = 24;

  public PromptSketch {
    Objects.requireNonNull(shingles);
    if (shingles.length > MAX_SHINGLES) {
      throw new IllegalArgumentException(
          "a sketch holds at most " + MAX_SHINGLES + " shingles, was " + shingles.length);
    }
    shingles = shingles.clone();
    for (int i = 1; i < shingles.length; i++) {
      if (shingles[i - 1] >= shingles[i]) {
        throw new IllegalArgumentException("shingles must ascend without repeats");
      }
    }
  }

  @Override
  public long[] shingles() {
    return shingles.clone();
  }

  /// The shingles without a copy: for reading only.
  long[] view() {
    return shingles;
  }

  /// A digest of the whole sketch: equal for equal sketches alone, as far as 64 bits can tell.
  long identity() {
    return HashCommon.mix(key ^ HashCommon.murmurHash3(Arrays.hashCode(shingles)));
  }

  int compareShingles(PromptSketch other) {
    return Arrays.compare(shingles, other.shingles);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PromptSketch that
        && key == that.key
        && Arrays.equals(shingles, that.shingles);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(key);
  }

  @Override
  public String toString() {
    return "PromptSketch[" + Long.toHexString(key) + ", " + shingles.length + " shingles]";
  }
}
