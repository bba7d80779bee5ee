package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// MinHash signatures of texts: the least of each of 64 hash functions over all runs of five words.
/// The part of equal values estimates the Jaccard similarity of two texts (A. Broder, On the
/// resemblance and containment of documents, SEQUENCES 1997).
final class MinHash {

  static final int HASHES = 64;
  private static final int WIDTH = 5;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private MinHash() {}

  /// The signature of a text; a text of fewer than five words is one run.
  static int[] of(String text) {
    int[] least = none();
    long[] words = new long[WIDTH];
    int count = 0;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words[count++ % WIDTH] = hash(matcher.group().toLowerCase(Locale.ROOT));
      if (count >= WIDTH) {
        add(run(words, count), least);
      }
    }
    if (count < WIDTH) {
      add(run(Arrays.copyOf(words, count), count), least);
    }
    return least;
  }

  /// The signature of a set that is given by hashes: where only a fingerprint is at hand, its
  /// sampled shingles stand for those of the text.
  static int[] of(long[] set) {
    int[] least = none();
    for (long element : set) {
      add(HashCommon.murmurHash3(element), least);
    }
    return least;
  }

  /// The share of hash functions in which two signatures agree.
  static double similarity(int[] a, int[] b) {
    int same = 0;
    for (int h = 0; h < HASHES; h++) {
      same += a[h] == b[h] ? 1 : 0;
    }
    return (double) same / HASHES;
  }

  private static int[] none() {
    int[] least = new int[HASHES];
    Arrays.fill(least, Integer.MAX_VALUE);
    return least;
  }

  private static long hash(String word) {
    long hash = word.length();
    for (int i = 0; i < word.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + word.charAt(i);
    }
    return HashCommon.murmurHash3(hash);
  }

  private static long run(long[] words, int count) {
    long hash = 0;
    for (int i = 0; i < words.length; i++) {
      hash = hash * 0xC2B2AE3D27D4EB4FL + words[(count + i) % words.length];
    }
    return HashCommon.murmurHash3(hash);
  }

  private static void add(long element, int[] least) {
    int low = (int) element;
    int high = (int) (element >>> 32) | 1;
    for (int h = 0; h < HASHES; h++) {
      least[h] = Math.min(least[h], HashCommon.murmurHash3(low + h * high));
    }
  }
}
