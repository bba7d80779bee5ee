package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prompts of least rank among all that were added, at most [PromptReservoir#CAPACITY], each
/// with its counts by day.
///
/// A prompt's rank is a fixed public mixing of its key. Whatever is among the least of the whole is
/// among the least of every part it occurs in, so nothing that ends in the sample was ever dropped
/// on the way: counts are exact, and the order of adding and merging cannot matter.
final class PromptSample {

  /// One sampled prompt.
  record Kept(long rank, PromptSketch sketch, DayCounts counts) {}

  private final List<Kept> kept = new ArrayList<>(4);
  private long total;

  void add(PromptSketch sketch, int day, long count) {
    total = DayCounts.plus(total, count);
    DayCounts counts = place(rank(sketch.key()), sketch);
    if (counts != null) {
      counts.add(day, count);
    }
  }

  void merge(PromptSample other) {
    total = DayCounts.plus(total, other.total);
    for (Kept one : other.kept) {
      DayCounts counts = place(one.rank, one.sketch);
      if (counts == null) {
        return; // The rest of the other sample has greater ranks still.
      }
      counts.addAll(one.counts);
    }
  }

  /// Where the counts of this prompt go; null if it is not in the sample.
  private @Nullable DayCounts place(long rank, PromptSketch sketch) {
    int at = find(rank);
    if (at >= 0) {
      Kept known = kept.get(at);
      // Two sketches under one key: another version's, or a collision. Either will do if it is
      // always the same one.
      if (sketch.compareShingles(known.sketch) < 0) {
        kept.set(at, new Kept(rank, sketch, known.counts));
      }
      return known.counts;
    }
    int insert = -at - 1;
    if (insert == PromptReservoir.CAPACITY) {
      return null;
    }
    if (kept.size() == PromptReservoir.CAPACITY) {
      kept.removeLast();
    }
    DayCounts counts = new DayCounts(1);
    kept.add(insert, new Kept(rank, sketch, counts));
    return counts;
  }

  private int find(long rank) {
    int low = 0;
    int high = kept.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(kept.get(middle).rank, rank);
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
    if (kept.size() == PromptReservoir.CAPACITY
        || (!kept.isEmpty() && Long.compareUnsigned(kept.getLast().rank, rank) >= 0)) {
      throw new IllegalArgumentException("not a prompt reservoir: entries out of order");
    }
    kept.add(new Kept(rank, sketch, counts));
  }

  void restoreTotal(long value) {
    total = value;
  }

  long total() {
    return total;
  }

  List<Kept> kept() {
    return kept;
  }

  /// Exact below capacity; above it (k − 1) / (the greatest kept rank as a share of all ranks),
  /// unbiased with a relative standard error of about 1 / √(k − 2) (K. Beyer et al., "On synopses
  /// for distinct-value estimation under multiset operations", SIGMOD 2007).
  double distinct() {
    if (kept.size() < PromptReservoir.CAPACITY) {
      return kept.size();
    }
    double share = ((kept.getLast().rank >>> 11) + 1) * 0x1p-53;
    return (kept.size() - 1) / share;
  }

  /// The finaliser of MurmurHash3: a bijection, so distinct keys have distinct ranks.
  private static long rank(long key) {
    return HashCommon.murmurHash3(key);
  }
}
