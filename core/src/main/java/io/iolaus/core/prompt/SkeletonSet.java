package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// The skeletons that recur, what each looks like, and which prompts show which.
final class SkeletonSet {

  /// The share of a skeleton's shingles, as far as it is known of a prompt, that the prompt must
  /// have to show it.
  private static final double SHOWS = 0.5;

  /// One shingle alone may be a turn of phrase.
  static final int LEAST_SHOWN = 2;

  /// From this share of its prompts on, a skeleton counts as contained in another.
  private static final double CONTAINED = 0.85;

  private final PromptTable table;
  private final int[] skeletonOf;
  private final double[][] ranks;
  private final int[] anchors;

  /// The skeletons prompt p shows are `shown[starts[p] .. starts[p + 1])`, ascending.
  private final int[] starts;

  private final IntArrayList shown = new IntArrayList();
  private final int[] prompts;
  private final double[] variety;
  private final double[] nearness;
  private final Long2IntOpenHashMap both = new Long2IntOpenHashMap();

  /// @param roots for each shingle its skeleton, named by one of its shingles, or -1
  SkeletonSet(PromptTable table, int[] roots) {
    this.table = table;
    int[] numbers = new int[roots.length];
    Arrays.fill(numbers, -1);
    IntArrayList found = new IntArrayList();
    skeletonOf = new int[roots.length];
    for (int s = 0; s < roots.length; s++) {
      if (roots[s] >= 0 && numbers[roots[s]] < 0) {
        numbers[roots[s]] = found.size();
        found.add(s);
      }
      skeletonOf[s] = roots[s] < 0 ? -1 : numbers[roots[s]];
    }
    anchors = found.toIntArray();
    ranks = ranks();
    nearness = new double[anchors.length];
    for (int s = 0; s < roots.length; s++) {
      if (skeletonOf[s] >= 0) {
        nearness[skeletonOf[s]] += table.nearness()[s];
      }
    }
    prompts = new int[anchors.length];
    starts = new int[table.size() + 1];
    find();
    variety = variety();
  }

  int size() {
    return anchors.length;
  }

  /// The least shingle of a skeleton by hash: what nearly every sketch of its prompts holds.
  int anchor(int skeleton) {
    return anchors[skeleton];
  }

  int skeletonOf(int shingle) {
    return skeletonOf[shingle];
  }

  /// How many shingles the skeleton has.
  int length(int skeleton) {
    return ranks[skeleton].length;
  }

  /// How near its shingles stand to the ends of the texts, in 0..1: a pasted passage is far from
  /// them.
  double nearness(int skeleton) {
    return nearness[skeleton] / ranks[skeleton].length;
  }

  /// How many prompts show the skeleton.
  int prompts(int skeleton) {
    return prompts[skeleton];
  }

  /// How many prompts show both.
  int both(int a, int b) {
    return both.get(pair(a, b));
  }

  int shownFrom(int prompt) {
    return starts[prompt];
  }

  int shown(int at) {
    return shown.getInt(at);
  }

  /// How much of a prompt is neither the skeleton nor what always comes with it, on average, in
  /// 0..1: much where a template has slots, little where a whole passage recurs.
  double variety(int skeleton) {
    return variety[skeleton];
  }

  /// Whether nearly all prompts that show the one show the other.
  boolean contained(int inner, int outer) {
    return inner == outer || both(inner, outer) >= CONTAINED * prompts[inner];
  }

  private double[] variety() {
    double[] sums = new double[anchors.length];
    int[] has = new int[anchors.length];
    for (int p = 0; p < table.size(); p++) {
      for (int i = table.starts()[p]; i < table.starts()[p + 1]; i++) {
        if (skeletonOf[table.shingles()[i]] >= 0) {
          has[skeletonOf[table.shingles()[i]]]++;
        }
      }
      for (int i = starts[p]; i < starts[p + 1]; i++) {
        int covered = 0;
        for (int j = starts[p]; j < starts[p + 1]; j++) {
          covered += contained(shown.getInt(i), shown.getInt(j)) ? has[shown.getInt(j)] : 0;
        }
        sums[shown.getInt(i)] += 1 - (double) covered / table.sizes()[p];
      }
      for (int i = table.starts()[p]; i < table.starts()[p + 1]; i++) {
        if (skeletonOf[table.shingles()[i]] >= 0) {
          has[skeletonOf[table.shingles()[i]]] = 0;
        }
      }
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= Math.max(1, prompts[k]);
    }
    return sums;
  }

  private double[][] ranks() {
    int[] lengths = new int[anchors.length];
    for (int skeleton : skeletonOf) {
      if (skeleton >= 0) {
        lengths[skeleton]++;
      }
    }
    double[][] ranks = new double[anchors.length][];
    for (int k = 0; k < ranks.length; k++) {
      ranks[k] = new double[lengths[k]];
    }
    for (int s = 0; s < skeletonOf.length; s++) {
      int k = skeletonOf[s];
      if (k >= 0) {
        ranks[k][--lengths[k]] = table.ranks()[s];
      }
    }
    for (double[] own : ranks) {
      Arrays.sort(own);
    }
    return ranks;
  }

  private void find() {
    int[] has = new int[anchors.length];
    int[] beyond = new int[anchors.length];
    IntArrayList met = new IntArrayList();
    for (int p = 0; p < table.size(); p++) {
      double complete = table.complete()[p];
      met.clear();
      for (int i = table.starts()[p]; i < table.starts()[p + 1]; i++) {
        int s = table.shingles()[i];
        int k = skeletonOf[s];
        if (k < 0) {
          continue;
        }
        if (has[k]++ == 0) {
          met.add(k);
        }
        beyond[k] += table.ranks()[s] >= complete ? 1 : 0;
      }
      Arrays.sort(met.elements(), 0, met.size());
      for (int i = 0; i < met.size(); i++) {
        int k = met.getInt(i);
        int known = below(ranks[k], complete) + beyond[k];
        if (shows(has[k], known)) {
          shown.add(k);
        }
        has[k] = 0;
        beyond[k] = 0;
      }
      starts[p + 1] = shown.size();
      count(p);
    }
  }

  /// Whether a prompt with so many of a skeleton's shingles shows it.
  ///
  /// @param known of how many of the skeleton's shingles it is known whether the prompt has them
  static boolean shows(int has, int known) {
    return has >= LEAST_SHOWN && has >= SHOWS * known;
  }

  private void count(int p) {
    for (int i = starts[p]; i < starts[p + 1]; i++) {
      prompts[shown.getInt(i)]++;
      for (int j = i + 1; j < starts[p + 1]; j++) {
        both.addTo(pair(shown.getInt(i), shown.getInt(j)), 1);
      }
    }
  }

  /// How many of these are below a value.
  static int below(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
