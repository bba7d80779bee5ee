package io.iolaus.core.prompt;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Groups recurring shingles into skeletons: those that occur in the same prompts.
///
/// Shingle x implies y if, among the prompts with x of which it is known whether they have y, most
/// do. Two shingles that imply each other belong to one skeleton. Known is what a sketch holds, and
/// what it must hold and does not: so a long passage that pushes half of a skeleton out of a
/// prompt's sketch does not tear the skeleton apart.
final class SkeletonFinder {

  /// The share of prompts with one shingle that must have the other.
  private static final double IMPLIES = 0.75;

  /// How many prompts of a shingle are looked at.
  private static final int SAMPLE = 96;

  /// Fewer known prompts than this say nothing.
  private static final int LEAST_KNOWN = 3;

  /// Nor do they if they are a smaller share than this of those looked at: a shingle that stands
  /// deep is known of hardly any prompt but those that have it.
  private static final double LEAST_KNOWN_SHARE = 0.2;

  /// Shingles are taken in as many runs of their numbers: threads share nothing.
  private static final int RUNS = 8;

  private static final int UNKNOWN_SHIFT = 16;

  private final PromptTable table;

  /// The shingles used, ascending; all below are places in it.
  private final int[] shingles;

  /// The used shingles of prompt p are those in `at[starts[p] .. starts[p + 1])`, each twice its
  /// place, plus one if its absence would not show in the prompt's sketch.
  private final int[] starts;

  private final int[] at;

  private final PromptTable.Postings postings;

  /// For each x the y that it implies, ascending.
  private final int[][] implied;

  private SkeletonFinder(PromptTable table, boolean[] used) {
    this.table = table;
    shingles = IntStream.range(0, used.length).filter(s -> used[s]).toArray();
    int[] places = new int[used.length];
    for (int i = 0; i < shingles.length; i++) {
      places[shingles[i]] = i;
    }
    starts = new int[table.size() + 1];
    int[] kept = new int[table.shingles().length];
    int count = 0;
    for (int p = 0; p < table.size(); p++) {
      for (int j = table.starts()[p]; j < table.starts()[p + 1]; j++) {
        int s = table.shingles()[j];
        if (used[s]) {
          kept[count++] = 2 * places[s] + (table.complete()[p] <= table.ranks()[s] ? 1 : 0);
        }
      }
      starts[p + 1] = count;
    }
    at = Arrays.copyOf(kept, count);
    postings = PromptTable.postings(shingles.length, starts, i -> at[i] >> 1);
    implied = new int[shingles.length][];
  }

  /// The skeleton of each shingle: the least number of its shingles; -1 for shingles not used, or
  /// alone.
  static int[] find(PromptTable table, boolean[] used) {
    SkeletonFinder finder = new SkeletonFinder(table, used);
    int length = finder.shingles.length / RUNS + 1;
    IntStream.range(0, RUNS)
        .parallel()
        .forEach(run -> {
          Row row = new Row(finder.shingles.length);
          int end = Math.min(finder.shingles.length, (run + 1) * length);
          for (int x = run * length; x < end; x++) {
            finder.implied[x] = finder.implied(x, row);
          }
        });
    return finder.components(used.length);
  }

  /// Working space for one shingle at a time.
  private static final class Row {
    /// For each y how many of the prompts have it, and above that of how many it would not be known
    /// if they had not: one place in memory for both.
    private final int[] together;

    private final IntArrayList touched = new IntArrayList();

    Row(int shingles) {
      together = new int[shingles];
    }
  }

  private int[] implied(int x, Row row) {
    int[] together = row.together;
    IntArrayList touched = row.touched;
    int from = postings.starts()[x];
    int to = Math.min(postings.starts()[x + 1], from + SAMPLE);
    double[] complete = new double[to - from];
    for (int i = from; i < to; i++) {
      int p = postings.prompts()[i];
      complete[i - from] = table.complete()[p];
      for (int j = starts[p]; j < starts[p + 1]; j++) {
        int y = at[j] >> 1;
        if (together[y] == 0) {
          touched.add(y);
        }
        together[y] += ((at[j] & 1) << UNKNOWN_SHIFT) + 1;
      }
    }
    Arrays.sort(complete);
    double leastKnown = Math.max(LEAST_KNOWN, LEAST_KNOWN_SHARE * complete.length);
    int count = 0;
    int[] found = touched.elements();
    for (int i = 0; i < touched.size(); i++) {
      int y = touched.getInt(i);
      int have = together[y] & ((1 << UNKNOWN_SHIFT) - 1);
      // most of the rest meet by chance: they are out before anything is looked up
      if (y != x && have >= IMPLIES * leastKnown) {
        int known = (together[y] >> UNKNOWN_SHIFT) + greater(complete, table.ranks()[shingles[y]]);
        if (known >= leastKnown && have >= IMPLIES * known) {
          found[count++] = y;
        }
      }
      together[y] = 0;
    }
    int[] implied = Arrays.copyOf(found, count);
    touched.clear();
    Arrays.sort(implied);
    return implied;
  }

  private static int greater(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ascending.length - low;
  }

  private int[] components(int all) {
    Components components = new Components(shingles.length);
    boolean[] joined = new boolean[shingles.length];
    for (int x = 0; x < shingles.length; x++) {
      for (int y : implied[x]) {
        if (x < y && implies(y, x)) {
          joined[x] = true;
          joined[y] = true;
          components.join(x, y);
        }
      }
    }
    int[] skeleton = new int[all];
    Arrays.fill(skeleton, -1);
    for (int x = 0; x < shingles.length; x++) {
      if (joined[x]) {
        skeleton[shingles[x]] = shingles[components.of(x)];
      }
    }
    return skeleton;
  }

  private boolean implies(int x, int y) {
    return Arrays.binarySearch(implied[x], y) >= 0;
  }
}
