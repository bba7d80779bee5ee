package io.iolaus.core.prompt;

import io.iolaus.core.days.DayCounts;
import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prompts of least rank among all that were added, at most [PromptReservoir#CAPACITY], each
/// with its counts by day.
///
/// A prompt's rank is a fixed public mixing of its key. Whatever is among the least of the whole is
/// among the least of every part it occurs in, so nothing that ends in the sample was ever dropped
/// on the way: counts are exact, and the order of adding and merging cannot matter.
final class PromptSample {

  private static final int FIRST_CAPACITY = 4;

  /// One sampled prompt with its counts by day.
  static final class Kept extends DayCounts {

    private PromptSketch sketch;

    private Kept(PromptSketch sketch) {
      this.sketch = sketch;
    }

    PromptSketch sketch() {
      return sketch;
    }
  }

  private Kept[] kept = new Kept[FIRST_CAPACITY];
  // Their ranks side by side, ascending: looking one up touches no other object.
  private long[] ranks = new long[FIRST_CAPACITY];
  private int size;
  // The last one's rank: most prompts of a busy account are told by it alone.
  private long greatest;
  private long total;

  void add(PromptSketch sketch, int day, long count) {
    total = DayCounts.plus(total, count);
    long rank = rank(sketch.key());
    if (size == PromptReservoir.CAPACITY && Long.compareUnsigned(rank, greatest) > 0) {
      return;
    }
    Kept one = place(rank, sketch);
    if (one != null) {
      one.add(day, count);
    }
  }

  void merge(PromptSample other) {
    total = DayCounts.plus(total, other.total);
    for (int i = 0; i < other.size; i++) {
      Kept one = place(other.ranks[i], other.kept[i].sketch);
      if (one == null) {
        return; // The rest of the other sample has greater ranks still.
      }
      one.addAll(other.kept[i]);
    }
  }

  /// Where the counts of this prompt go; null if it is not in the sample.
  private @Nullable Kept place(long rank, PromptSketch sketch) {
    int at = find(rank);
    if (at >= 0) {
      Kept known = kept[at];
      // Two sketches under one key: another version's, or a collision. Either will do if it is
      // always the same one.
      if (!isSame(known.sketch, sketch) && sketch.compareShingles(known.sketch) < 0) {
        known.sketch = sketch;
      }
      return known;
    }
    int insert = -at - 1;
    if (insert == PromptReservoir.CAPACITY) {
      return null;
    }
    if (size == PromptReservoir.CAPACITY) {
      size--;
    }
    return insert(insert, rank, sketch);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(PromptSketch a, PromptSketch b) {
    return a == b;
  }

  private Kept insert(int at, long rank, PromptSketch sketch) {
    if (size == ranks.length) {
      int capacity = Math.min(PromptReservoir.CAPACITY, size + (size >> 1) + 1);
      ranks = Arrays.copyOf(ranks, capacity);
      kept = Arrays.copyOf(kept, capacity);
    }
    System.arraycopy(ranks, at, ranks, at + 1, size - at);
    System.arraycopy(kept, at, kept, at + 1, size - at);
    Kept one = new Kept(sketch);
    ranks[at] = rank;
    kept[at] = one;
    greatest = ranks[size++];
    return one;
  }

  private int find(long rank) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(ranks[middle], rank);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /// Puts back what a codec read: ascending by rank.
  void restore(PromptSketch sketch, DayCounts counts) {
    long rank = rank(sketch.key());
    if (size == PromptReservoir.CAPACITY
        || (size > 0 && Long.compareUnsigned(greatest, rank) >= 0)) {
      throw new IllegalArgumentException("not a prompt reservoir: entries out of order");
    }
    insert(size, rank, sketch).addAll(counts);
  }

  void restoreTotal(long value) {
    total = value;
  }

  long total() {
    return total;
  }

  int size() {
    return size;
  }

  List<Kept> kept() {
    return Arrays.asList(kept).subList(0, size);
  }

  /// Exact below capacity; above it (k − 1) / (the greatest kept rank as a share of all ranks),
  /// unbiased with a relative standard error of about 1 / √(k − 2) (K. Beyer et al., "On synopses
  /// for distinct-value estimation under multiset operations", SIGMOD 2007).
  double distinct() {
    if (size < PromptReservoir.CAPACITY) {
      return size;
    }
    double share = ((greatest >>> 11) + 1) * 0x1p-53;
    return (size - 1) / share;
  }

  /// The finaliser of MurmurHash3: a bijection, so distinct keys have distinct ranks.
  private static long rank(long key) {
    return HashCommon.murmurHash3(key);
  }
}
