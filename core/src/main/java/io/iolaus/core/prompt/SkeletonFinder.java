package io.iolaus.core.prompt;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
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

  private final PromptTable table;
  private final PromptTable.Postings postings;
  private final boolean[] used;

  /// For each x the y that it implies, ascending.
  private final int[][] implied;

  private SkeletonFinder(PromptTable table, boolean[] used) {
    this.table = table;
    this.used = used;
    postings = table.postings();
    implied = new int[used.length][];
  }

  /// The skeleton of each shingle: the least number of its shingles; -1 for shingles not used, or
  /// alone.
  static int[] find(PromptTable table, boolean[] used) {
    SkeletonFinder finder = new SkeletonFinder(table, used);
    int length = used.length / RUNS + 1;
    IntStream.range(0, RUNS)
        .parallel()
        .forEach(run -> {
          Row row = new Row(used.length);
          for (int x = run * length; x < Math.min(used.length, (run + 1) * length); x++) {
            finder.implied[x] = used[x] ? finder.implied(x, row) : IntArrays.EMPTY_ARRAY;
          }
        });
    return finder.components();
  }

  /// Working space for one shingle at a time.
  private static final class Row {
    private final int[] together;
    private final int[] togetherUnknown;
    private final IntArrayList touched = new IntArrayList();

    Row(int shingles) {
      together = new int[shingles];
      togetherUnknown = new int[shingles];
    }
  }

  private int[] implied(int x, Row row) {
    int[] together = row.together;
    int[] togetherUnknown = row.togetherUnknown;
    IntArrayList touched = row.touched;
    int from = postings.starts()[x];
    int to = Math.min(postings.starts()[x + 1], from + SAMPLE);
    double[] complete = new double[to - from];
    for (int i = from; i < to; i++) {
      int p = postings.prompts()[i];
      complete[i - from] = table.complete()[p];
      for (int j = table.starts()[p]; j < table.starts()[p + 1]; j++) {
        int y = table.shingles()[j];
        if (!used[y] || y == x) {
          continue;
        }
        if (together[y]++ == 0) {
          touched.add(y);
        }
        togetherUnknown[y] += table.complete()[p] <= table.ranks()[y] ? 1 : 0;
      }
    }
    Arrays.sort(complete);
    double leastKnown = Math.max(LEAST_KNOWN, LEAST_KNOWN_SHARE * complete.length);
    int count = 0;
    int[] found = new int[touched.size()];
    for (int i = 0; i < touched.size(); i++) {
      int y = touched.getInt(i);
      int known = togetherUnknown[y] + greater(complete, table.ranks()[y]);
      if (known >= leastKnown && together[y] >= IMPLIES * known) {
        found[count++] = y;
      }
      together[y] = 0;
      togetherUnknown[y] = 0;
    }
    touched.clear();
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
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

  private int[] components() {
    Components components = new Components(used.length);
    boolean[] joined = new boolean[used.length];
    for (int x = 0; x < used.length; x++) {
      for (int y : implied[x]) {
        if (x < y && implies(y, x)) {
          joined[x] = true;
          joined[y] = true;
          components.join(x, y);
        }
      }
    }
    int[] skeleton = new int[used.length];
    for (int x = 0; x < used.length; x++) {
      skeleton[x] = joined[x] ? components.of(x) : -1;
    }
    return skeleton;
  }

  private boolean implies(int x, int y) {
    return Arrays.binarySearch(implied[x], y) >= 0;
  }
}
