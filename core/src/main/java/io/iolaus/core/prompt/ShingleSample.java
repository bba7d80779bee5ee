package io.iolaus.core.prompt;

import java.util.Arrays;

/// The shingles of least rank of one text, in a buffer used again for the next text.
final class ShingleSample {

  private final double[] ranks = new double[PromptSketch.MAX_SHINGLES];
  private final long[] shingles = new long[PromptSketch.MAX_SHINGLES];
  private int size;

  void clear() {
    size = 0;
  }

  void add(long shingle) {
    double rank = Shingles.rank(shingle);
    if (size == ranks.length && rank >= ranks[size - 1]) {
      return;
    }
    int known = find(Shingles.hash(shingle));
    if (known >= 0) {
      if (ranks[known] <= rank) {
        return;
      }
      remove(known);
    } else if (size == ranks.length) {
      size--;
    }
    int at = size;
    while (at > 0 && ranks[at - 1] > rank) {
      ranks[at] = ranks[at - 1];
      shingles[at] = shingles[at - 1];
      at--;
    }
    ranks[at] = rank;
    shingles[at] = shingle;
    size++;
  }

  long[] ascending() {
    long[] sorted = Arrays.copyOf(shingles, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private int find(long hash) {
    for (int i = 0; i < size; i++) {
      if (Shingles.hash(shingles[i]) == hash) {
        return i;
      }
    }
    return -1;
  }

  private void remove(int index) {
    size--;
    System.arraycopy(ranks, index + 1, ranks, index, size - index);
    System.arraycopy(shingles, index + 1, shingles, index, size - index);
  }
}
