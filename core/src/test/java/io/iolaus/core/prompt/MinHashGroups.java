package io.iolaus.core.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is usually done with near-duplicates, for comparison: MinHash of word 5-shingles with 128
/// hashes, bands, pairs above a Jaccard threshold, connected components.
final class MinHashGroups {

  private static final int HASHES = 128;

  private MinHashGroups() {}

  /// The group of each text; every text has one.
  static int[] of(List<LabelledPrompt> prompts, double threshold) {
    List<int[]> signatures = prompts.stream().map(prompt -> signature(prompt.text())).toList();
    int[] parent = new int[prompts.size()];
    Arrays.setAll(parent, i -> i);
    int rows = threshold >= 0.5 ? 4 : 2;
    for (int band = 0; band < HASHES / rows; band++) {
      Map<Integer, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < parent.length; i++) {
        int[] part = Arrays.copyOfRange(signatures.get(i), band * rows, (band + 1) * rows);
        buckets.computeIfAbsent(Arrays.hashCode(part), _ -> new ArrayList<>()).add(i);
      }
      for (List<Integer> bucket : buckets.values()) {
        for (int i : bucket) {
          int first = bucket.getFirst();
          if (alike(signatures.get(first), signatures.get(i)) >= threshold) {
            parent[root(parent, i)] = root(parent, first);
          }
        }
      }
    }
    int[] groups = new int[parent.length];
    Arrays.setAll(groups, i -> root(parent, i));
    return groups;
  }

  private static int[] signature(String text) {
    String[] words = text.toLowerCase().split("\\W+");
    int[] least = new int[HASHES];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int i = 0; i + 5 <= words.length; i++) {
      int shingle = Arrays.hashCode(Arrays.copyOfRange(words, i, i + 5));
      for (int h = 0; h < HASHES; h++) {
        int mixed = (shingle ^ (h * 0x9E3779B9)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        least[h] = Math.min(least[h], mixed ^ (mixed >>> 16));
      }
    }
    return least;
  }

  private static double alike(int[] a, int[] b) {
    int same = 0;
    for (int h = 0; h < HASHES; h++) {
      same += a[h] == b[h] ? 1 : 0;
    }
    return (double) same / HASHES;
  }

  private static int root(int[] parent, int x) {
    int at = x;
    while (parent[at] != at) {
      at = parent[at] = parent[parent[at]];
    }
    return at;
  }
}
