package io.iolaus.core.prompt;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Groups recurring shingles into skeletons: those that occur in the same prompts.
///
/// Shingle x implies y if, among the prompts with x of which it is known whether they have y, most
/// do. Two shingles that imply each other belong to one skeleton. Templates that share a line would
/// chain through it to one that no prompt shows: what hangs together so, and is not shown by most
/// of the prompts that have some of it, is taken apart at stricter levels of "most". Known is what
/// a sketch holds, and what it must hold and does not: so a long passage that pushes half of a
/// skeleton out of a prompt's sketch does not tear the skeleton apart.
final class SkeletonFinder {

  /// The share of prompts with one shingle that must have the other, by level.
  private static final double[] IMPLIES = {0.75, 0.85, 0.93, 0.98};

  /// Bits that hold a level.
  private static final int LEVEL_BITS = 2;

  /// A skeleton is shown by at least this part of the prompts that have some of it.
  private static final double COHERENT = 0.5;

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

  private static final double[] NONE = {};

  private final PromptTable table;

  /// The shingles used, in the order in which prompts have them: those of one template stand near
  /// each other, and so does what is counted of them. All below are places in it.
  private final int[] shingles;

  /// The used shingles of prompt p are those in `at[starts[p] .. starts[p + 1])`, each twice its
  /// place, plus one if its absence would not show in the prompt's sketch.
  private final int[] starts;

  private final int[] at;

  private final PromptTable.Postings postings;

  /// For each x the y that it implies, ascending: each with the highest level at which it does, in
  /// the lowest bits.
  private final int[][] implied;

  private SkeletonFinder(PromptTable table, boolean[] used) {
    this.table = table;
    int[] places = new int[used.length];
    Arrays.fill(places, -1);
    IntArrayList met = new IntArrayList();
    starts = new int[table.size() + 1];
    int[] kept = new int[table.shingles().length];
    int count = 0;
    for (int p = 0; p < table.size(); p++) {
      for (int j = table.starts()[p]; j < table.starts()[p + 1]; j++) {
        int s = table.shingles()[j];
        if (used[s]) {
          if (places[s] < 0) {
            places[s] = met.size();
            met.add(s);
          }
          kept[count++] = 2 * places[s] + (table.complete()[p] <= table.ranks()[s] ? 1 : 0);
        }
      }
      starts[p + 1] = count;
    }
    at = Arrays.copyOf(kept, count);
    shingles = met.toIntArray();
    postings = PromptTable.postings(shingles.length, starts, i -> at[i] >> 1);
    implied = new int[shingles.length][];
  }

  /// The skeleton of each shingle, named by one of its shingles; -1 for shingles not used, or
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
      if (y != x && have >= IMPLIES[0] * leastKnown) {
        int known = (together[y] >> UNKNOWN_SHIFT) + greater(complete, table.ranks()[shingles[y]]);
        if (known >= leastKnown && have >= IMPLIES[0] * known) {
          found[count++] = y << LEVEL_BITS | level(have / (double) known);
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

  private static int level(double share) {
    int level = 0;
    while (level + 1 < IMPLIES.length && share >= IMPLIES[level + 1]) {
      level++;
    }
    return level;
  }

  private int[] components(int all) {
    int[] roots = new int[shingles.length];
    boolean[] open = new boolean[shingles.length];
    Arrays.fill(open, true);
    join(roots, open, 0);
    for (int level = 1; level < IMPLIES.length; level++) {
      open = incoherent(roots, open);
      join(roots, open, level);
    }
    int[] skeleton = new int[all];
    Arrays.fill(skeleton, -1);
    for (int x = 0; x < shingles.length; x++) {
      if (roots[x] >= 0) {
        skeleton[shingles[x]] = shingles[roots[x]];
      }
    }
    return skeleton;
  }

  /// Joins those of the open ones anew that imply each other at a level: the root of each is one of
  /// its component, -1 where it is alone.
  private void join(int[] roots, boolean[] open, int level) {
    Components components = new Components(shingles.length);
    boolean[] joined = new boolean[shingles.length];
    for (int x = 0; x < shingles.length; x++) {
      for (int i = 0; open[x] && i < implied[x].length; i++) {
        int y = implied[x][i] >> LEVEL_BITS;
        if (x < y && impliedAt(x, y) >= level && impliedAt(y, x) >= level) {
          joined[x] = true;
          joined[y] = true;
          components.join(x, y);
        }
      }
    }
    for (int x = 0; x < shingles.length; x++) {
      if (open[x]) {
        roots[x] = joined[x] ? components.of(x) : -1;
      }
    }
  }

  /// The highest level at which x implies y; -1 where it does at none.
  private int impliedAt(int x, int y) {
    int at = Arrays.binarySearch(implied[x], y << LEVEL_BITS);
    int place = at < 0 ? -at - 1 : at;
    boolean found = place < implied[x].length && implied[x][place] >> LEVEL_BITS == y;
    return found ? implied[x][place] - (y << LEVEL_BITS) : -1;
  }

  /// The open shingles of components that too few of the prompts show that have some of them; the
  /// others are in components that were found coherent before.
  private boolean[] incoherent(int[] all, boolean[] open) {
    int[] roots = new int[shingles.length];
    Arrays.setAll(roots, x -> open[x] ? all[x] : -1);
    double[][] ranks = ranks(roots);
    int runs = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, RUNS); // each takes space
    int length = table.size() / runs + 1;
    Coherence coherence =
        IntStream.range(0, runs)
            .parallel()
            .mapToObj(run -> {
              Coherence some = new Coherence(shingles.length);
              some.count(roots, ranks, run * length, Math.min(table.size(), (run + 1) * length));
              return some;
            })
            .reduce(Coherence::plus)
            .orElseThrow();
    boolean[] incoherent = new boolean[shingles.length];
    for (int x = 0; x < incoherent.length; x++) {
      int root = roots[x];
      incoherent[x] = root >= 0 && coherence.shown[root] < COHERENT * coherence.met[root];
    }
    return incoherent;
  }

  /// For each root in how many prompts some of its component were met, and in how many it shows.
  private final class Coherence {
    private final int[] met;
    private final int[] shown;

    Coherence(int shingles) {
      met = new int[shingles];
      shown = new int[shingles];
    }

    void count(int[] roots, double[][] ranks, int from, int to) {
      int[] has = new int[met.length];
      int[] beyond = new int[met.length];
      IntArrayList touched = new IntArrayList();
      for (int p = from; p < to; p++) {
        for (int j = starts[p]; j < starts[p + 1]; j++) {
          int root = roots[at[j] >> 1];
          if (root >= 0) {
            if (has[root]++ == 0) {
              touched.add(root);
            }
            beyond[root] += at[j] & 1;
          }
        }
        double complete = table.complete()[p];
        for (int i = 0; i < touched.size(); i++) {
          int root = touched.getInt(i);
          if (has[root] >= SkeletonSet.LEAST_SHOWN) {
            int known = SkeletonSet.below(ranks[root], complete) + beyond[root];
            met[root]++;
            shown[root] += SkeletonSet.shows(has[root], known) ? 1 : 0;
          }
          has[root] = 0;
          beyond[root] = 0;
        }
        touched.clear();
      }
    }

    Coherence plus(Coherence other) {
      Arrays.setAll(met, root -> met[root] + other.met[root]);
      Arrays.setAll(shown, root -> shown[root] + other.shown[root]);
      return this;
    }
  }

  /// For each root the ranks of its component's shingles, ascending.
  private double[][] ranks(int[] roots) {
    int[] sizes = new int[shingles.length];
    for (int root : roots) {
      if (root >= 0) {
        sizes[root]++;
      }
    }
    double[][] ranks = new double[shingles.length][];
    Arrays.setAll(ranks, root -> sizes[root] == 0 ? NONE : new double[sizes[root]]);
    for (int x = 0; x < roots.length; x++) {
      if (roots[x] >= 0) {
        ranks[roots[x]][--sizes[roots[x]]] = table.ranks()[shingles[x]];
      }
    }
    for (double[] own : ranks) {
      Arrays.sort(own);
    }
    return ranks;
  }
}
