package io.iolaus.core.pattern;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/// Proposes pairs of accounts that share three pauses: each three of any four in a row are a key,
/// accounts of one key are found by sorting. Time and memory follow the number of pauses, however
/// many accounts share a key.
final class PausePairs {

  /// Pauses are told apart by thirds of days, in two ways: who is near across a border in one is
  /// not in the other.
  private static final int BLOCK = 8;

  /// Of a key that more accounts share, each is paired with the next few.
  private static final int CROWD = 12;

  private static final int NEXT = 3;

  /// What one account in so many shares is everybody's, and proposes nobody.
  private static final int EVERYBODYS = 100;

  private static final int LARGEST_GROUP = 1_000;

  /// Proposed pairs are made distinct whenever there are so many.
  private static final int COMPACT = 1 << 24;

  private static final int ACCOUNT_BITS = 24;

  private final Pauses[] accounts;

  PausePairs(Pauses[] accounts) {
    this.accounts = accounts;
  }

  /// Pairs that share three pauses in a row, but for one at most, ascending.
  long[] find() {
    LongArrayList pairs = new LongArrayList();
    for (int shift = 0; shift < BLOCK; shift += BLOCK / 2) {
      LongArrayList keys = new LongArrayList();
      for (int a = 0; a < accounts.length; a++) {
        keys(a, shift, keys);
      }
      LongArrays.parallelQuickSort(keys.elements(), 0, keys.size());
      propose(keys.elements(), keys.size(), pairs);
    }
    makeDistinct(pairs);
    return pairs.toLongArray();
  }

  private void propose(long[] sorted, int size, LongArrayList pairs) {
    int most = Math.max(LARGEST_GROUP, accounts.length / EVERYBODYS);
    int compact = COMPACT;
    for (int start = 0; start < size; ) {
      int end = start + 1;
      while (end < size && sorted[end] >>> ACCOUNT_BITS == sorted[start] >>> ACCOUNT_BITS) {
        end++;
      }
      int next = end - start <= CROWD ? CROWD : end - start <= most ? NEXT : 0;
      for (int x = start; x < end; x++) {
        for (int y = x + 1; y < end && y <= x + next; y++) {
          long a = account(sorted[x]);
          long b = account(sorted[y]);
          if (a != b) {
            pairs.add((a << 32) | b);
          }
        }
      }
      start = end;
      if (pairs.size() > compact) {
        makeDistinct(pairs);
        compact = Math.max(COMPACT, 2 * pairs.size());
      }
    }
  }

  private static void makeDistinct(LongArrayList pairs) {
    LongArrays.parallelQuickSort(pairs.elements(), 0, pairs.size());
    int kept = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (kept == 0 || pairs.getLong(i) != pairs.getLong(kept - 1)) {
        pairs.set(kept++, pairs.getLong(i));
      }
    }
    pairs.size(kept);
  }

  private static long account(long key) {
    return key & ((1L << ACCOUNT_BITS) - 1);
  }

  private void keys(int a, int shift, LongArrayList keys) {
    Pauses pauses = accounts[a];
    long[] parts = new long[pauses.count()];
    for (int i = 0; i < parts.length; i++) {
      int stop = Math.floorDiv(pauses.stops()[i] + shift, BLOCK);
      int resume = Math.floorDiv(pauses.resumes()[i] + shift, BLOCK);
      parts[i] = HashCommon.mix(((long) stop << 32 | resume) + shift);
    }
    for (int i = 0; i + 2 < parts.length; i++) {
      keys.add(key(a, parts[i], parts[i + 1], parts[i + 2]));
      if (i + 3 < parts.length) {
        keys.add(key(a, parts[i], parts[i + 1], parts[i + 3]));
        keys.add(key(a, parts[i], parts[i + 2], parts[i + 3]));
      }
    }
  }

  private static long key(int a, long first, long second, long third) {
    long hash = HashCommon.mix(HashCommon.mix(first + 3 * second) + third);
    return hash << ACCOUNT_BITS | a;
  }
}
